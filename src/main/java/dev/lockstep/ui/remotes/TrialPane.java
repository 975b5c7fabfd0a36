package dev.lockstep.ui.remotes;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import dev.lockstep.words.VendorWords;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Above a form: what came of trying or saving it, and the question whether to leave it. */
final class TrialPane {
    private final RemotesViewModel model;
    private final FailureNote failed = new FailureNote();
    private final VBox welcome = new VBox(4);
    private final HBox running;
    private final Node leaving;
    private final VBox root;

    TrialPane(RemotesViewModel model, RemoteForm form, FormWork work) {
        this.model = model;
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        running = new HBox(8, turning, new Label(Text.of("remotes.trying", VendorWords.name(form.vendor()))));
        running.setAlignment(Pos.CENTER_LEFT);
        running.getStyleClass().add("notice");
        welcome.getStyleClass().addAll("notice", "notice-ok");
        welcome.setId("remote-welcome");
        leaving = leaving();
        root = new VBox(8, leaving, running, welcome, failed.root());
        root.setPadding(new Insets(0, 0, 8, 0));
        work.trialProperty().subscribe(this::show);
        model.leavingProperty().subscribe(asked -> {
            shown(leaving, asked);
            settle();
            if (asked) {
                root.lookup("#keep-editing").requestFocus();
            }
        });
    }

    Node root() {
        return root;
    }

    private void show(Trial trial) {
        shown(running, trial instanceof Trial.Running);
        shown(welcome, trial instanceof Trial.Welcome);
        failed.show(words(trial));
        if (trial instanceof Trial.Welcome met) {
            tell(StateWords.welcome(met.greeting()));
        }
        settle();
    }

    private static @Nullable FailureWords words(Trial trial) {
        return trial instanceof Trial.Failed told ? told.words() : null;
    }

    private void tell(List<String> lines) {
        Label title = new Label(Text.of("remotes.welcome"), Icon.of(Feather.CHECK_CIRCLE));
        title.getStyleClass().add("notice-title");
        welcome.getChildren().setAll(title);
        lines.forEach(line -> welcome.getChildren().add(Controls.wrapped(line, "welcome-line")));
    }

    private Node leaving() {
        Label words = Controls.wrapped(Text.of("remotes.leave.question"), "notice-title");
        Button stay = Controls.button("keep-editing", Text.of("remotes.leave.stay"), model::stay);
        Button leave = Controls.button("discard-form", Text.of("remotes.leave.discard"), model::back);
        leave.getStyleClass().add(Styles.DANGER);
        HBox line = new HBox(8, words, SheetPage.spring(), stay, leave);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("notice", "notice-warn");
        return line;
    }

    private void settle() {
        boolean any = root.getChildren().stream().anyMatch(Node::isVisible);
        shown(root, any);
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
