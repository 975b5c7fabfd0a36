package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/** The frame of a page that does something: its words, the buttons back and on, what failed, and that it has to be waited for. */
final class Waiting {
    private final Button back = new Button(Text.of("ways.back"));
    private final Button go;
    private final FailureNote note = new FailureNote();
    private final VBox body = new VBox(16);
    private final SheetPage page;

    /** @param verb what the main button says */
    Waiting(KeysViewModel model, String title, String verb, Runnable onGo) {
        Course course = model.course();
        go = new Button(verb);
        go.setId("go");
        go.setDefaultButton(true);
        go.setOnAction(pressed -> onGo.run());
        back.setOnAction(pressed -> model.back());
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        turning.setMinSize(16, 16);
        turning.setAccessibleText(Text.of("ways.working"));
        Label words = new Label(Text.of("ways.working"));
        words.getStyleClass().add("hint");
        turning.visibleProperty().bind(course.busyProperty());
        words.visibleProperty().bind(course.busyProperty());
        back.disableProperty().bind(course.busyProperty());
        body.setPadding(new Insets(4, 24, 20, 24));
        body.disableProperty().bind(course.busyProperty());
        VBox framed = new VBox(body);
        page = new SheetPage(title, framed)
                .notices(note.root())
                .buttons(back, SheetPage.spring(), turning, words, go)
                .prefSize(KeysView.WIDTH, KeysView.MIDDLE);
        VBox.setMargin(note.root(), new Insets(0, 0, 12, 0));
        course.failureProperty().subscribe(failure -> note.show(failure.orElse(null)));
    }

    Waiting with(Node... nodes) {
        body.getChildren().addAll(nodes);
        return this;
    }

    /** Adds a sentence that wraps. */
    Waiting say(String words) {
        if (!words.isEmpty()) {
            Label label = new Label(words);
            label.setWrapText(true);
            body.getChildren().add(label);
        }
        return this;
    }

    /** How high it is where there is room, in pixels. */
    Waiting height(double pixels) {
        page.prefSize(KeysView.WIDTH, pixels);
        return this;
    }

    Button go() {
        return go;
    }

    Button back() {
        return back;
    }

    Parent root() {
        return page.root();
    }
}
