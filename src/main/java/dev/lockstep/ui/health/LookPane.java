package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** How many values were looked into, the button for the rest, and how far that is. */
final class LookPane {
    private final HealthViewModel model;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button look = new Button(Text.of("health.look"), Icon.of(Feather.SEARCH));
    private final Button cancel = new Button(Text.of("health.look.cancel"));
    private final HBox root = new HBox(12);

    LookPane(HealthViewModel model) {
        this.model = model;
        look.setId("look");
        look.setTooltip(new Tip(Text.of("health.look.why")));
        look.setMinWidth(Region.USE_PREF_SIZE);
        look.setOnAction(event -> model.look());
        cancel.setId("cancel-look");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        bar.setPrefWidth(160);
        bar.setMinWidth(80);
        bar.accessibleTextProperty().bind(words.textProperty());
        words.getStyleClass().add("hint");
        words.setWrapText(true);
        words.setMinWidth(0);
        root.setAlignment(Pos.CENTER_LEFT);
        model.lookingProperty().subscribe(now -> show());
        model.overviewProperty().subscribe(now -> show());
    }

    Node root() {
        return root;
    }

    private void show() {
        switch (model.lookingProperty().get()) {
            case Looking.Running now -> {
                bar.setProgress(now.total() == 0 ? 0 : (double) now.done() / now.total());
                words.setText(Text.of("health.looking", now.done(), now.total()));
                lay(bar, words, cancel);
            }
            case Looking.Idle idle -> {
                int unseen =
                        model.overviewProperty().get().map(Overview::unseen).orElse(0);
                int values =
                        model.overviewProperty().get().map(Overview::values).orElse(0);
                words.setText(idle.failure().isEmpty() ? told(values - unseen, values) : idle.failure());
                if (unseen > 0) {
                    lay(look, words);
                } else {
                    lay(words);
                }
            }
        }
    }

    /** Nodes that stay keep the keyboard. */
    private void lay(Node... nodes) {
        if (!root.getChildren().equals(List.of(nodes))) {
            root.getChildren().setAll(nodes);
        }
    }

    private static String told(int seen, int values) {
        if (values == 0) {
            return "";
        }
        return seen == values ? Text.of("health.looked.all", values) : Text.of("health.looked", seen, values);
    }
}
