package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Query.Scope;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Tags and description of the selected secret, and a banner where it needs attention. */
final class AboutPane {
    private final SecretsViewModel model;
    private final Wording wording;
    private final Discretion discretion;
    private final VBox banner = new VBox(8);
    private final VBox root = new VBox(16);

    AboutPane(SecretsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        this.discretion = model.habits().discretion();
        banner.getStyleClass().add("banner");
        banner.managedProperty().bind(banner.visibleProperty());
    }

    VBox banner() {
        return banner;
    }

    VBox root() {
        return root;
    }

    void show(Entry entry) {
        banner.getChildren().setAll(warnings(entry));
        banner.setVisible(!banner.getChildren().isEmpty());
        root.getChildren().clear();
        if (!entry.description().isEmpty()) {
            section(Text.of("secrets.column.description"), wrapped(discretion.lines(entry.description())));
        }
        if (!entry.tags().isEmpty()) {
            section(Text.of("secrets.column.tags"), tags(entry.tags()));
        }
        root.setManaged(!root.getChildren().isEmpty());
    }

    private List<Node> warnings(Entry entry) {
        if (entry.trashed().isPresent()) {
            FlowPane buttons = new FlowPane(8, 8, button(Action.RESTORE), button(Action.DELETE_FOR_GOOD));
            String when = wording.when(entry.trashed().get()).text();
            return List.of(warning(Feather.TRASH_2, Text.of("secrets.trashed", when)), buttons);
        }
        if (!model.parts().sidebar().rule(entry.collection()).accepts(entry.name())) {
            return List.of(warning(Feather.ALERT_TRIANGLE, Text.of("secrets.name-problem")), button(Action.EDIT));
        }
        return List.of();
    }

    private static Label warning(Feather drawing, String words) {
        Label label = new Label(words, Icon.of(drawing));
        label.setWrapText(true);
        return label;
    }

    private Button button(Action action) {
        Button button = new Button(action.words());
        button.setOnAction(event -> model.run(action));
        return button;
    }

    private FlowPane tags(List<String> names) {
        FlowPane flow = new FlowPane(4, 4);
        for (String tag : names) {
            Button chip = new Button(discretion.line(tag));
            chip.setMnemonicParsing(false);
            chip.getStyleClass().setAll("button", "chip", "tag-chip");
            chip.setAccessibleText(Text.of("secrets.tag.show", Discretion.spoken(chip.getText())));
            chip.setOnAction(event -> model.parts().sidebar().choose(new Scope.Tagged(tag)));
            flow.getChildren().add(chip);
        }
        return flow;
    }

    private void section(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section");
        root.getChildren().add(new VBox(4, heading, content));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
