package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.NameWords;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The name with what is wrong with it right below, and the rules. */
final class NameSection {
    private final NamePart part;
    private final TextField field = FieldLimit.on(new TextField(), FieldLimit.LINE);
    private final VBox messages = new VBox(4);
    private final VBox root;

    NameSection(NamePart part) {
        this.part = part;
        field.textProperty().bindBidirectional(part.nameProperty());
        field.setPromptText(Text.of("editor.name.prompt"));
        field.setId("secret-name");
        field.getStyleClass().add(Sheet.FIRST_FOCUS);
        field.getStyleClass().add("mono");
        root = Labelled.above(Text.of("editor.field.name"), field, field, messages, new RuleChips(part).root());
        VBox.setMargin(messages, new Insets(0, 0, 4, 0));
        part.reportProperty().addListener((property, before, now) -> tell());
        part.takenProperty().addListener((property, before, now) -> tell());
        tell();
    }

    Node root() {
        return root;
    }

    private void tell() {
        messages.getChildren().clear();
        NameReport report = part.reportProperty().get();
        int length = part.nameProperty().get().length();
        if (part.takenProperty().get()) {
            messages.getChildren().add(Message.problem(Text.of("editor.blocked.taken")));
        }
        if (length > SecretDetails.MAX_NAME) {
            String words = Text.of("editor.blocked.long-name", length, SecretDetails.MAX_NAME);
            messages.getChildren().add(Message.problem(words));
        }
        tellWarnings(report);
        messages.setManaged(!messages.getChildren().isEmpty());
    }

    private void tellWarnings(NameReport report) {
        String plain = report.withoutWarnings().orElse("");
        for (int i = 0; i < report.warnings().size(); i++) {
            Button fix = i == 0 && !plain.isEmpty() ? fix(plain) : null;
            messages.getChildren()
                    .add(Message.warning(NameWords.warning(report.warnings().get(i)), fix));
        }
    }

    private Button fix(String plain) {
        Button fix = Message.fix(Text.of("editor.rule.use", plain), () -> part.use(plain));
        fix.setId("name-fix");
        return fix;
    }
}
