package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.Text;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The size of the typed value, and what is easily overlooked in it with a button that mends it. */
final class ValueFacts {
    private final ValuePart part;
    private final Runnable focusField;
    private final Label size = new Label();
    private final VBox findings = new VBox(4);
    private final VBox root = new VBox(4, size, findings);

    ValueFacts(ValuePart part, Runnable focusField) {
        this.part = part;
        this.focusField = focusField;
        size.getStyleClass().add("hint");
        size.setId("value-size");
        part.reviewProperty().addListener((property, before, now) -> tell());
        part.stateProperty().addListener((property, before, now) -> tell());
        tell();
    }

    Node root() {
        return root;
    }

    private void tell() {
        ValueReview review = part.reviewProperty().get();
        boolean empty = review.characters() == 0;
        boolean replaces = part.stateProperty().get() instanceof ValueState.Typed typed && typed.replaces();
        size.setText(
                empty
                        ? Text.of("editor.value.empty")
                        : Text.of("editor.value.size", review.characters(), review.bytes(), review.lines()));
        findings.getChildren().clear();
        if (review.tooLarge()) {
            findings.getChildren().add(Message.problem(Text.of("editor.value.too-large", SecretValue.MAX_SIZE)));
        }
        review.findings().stream()
                .filter(finding -> finding != ValueFinding.EMPTY || replaces)
                .forEach(finding -> findings.getChildren().add(line(finding)));
        size.setVisible(!empty || !replaces);
        size.setManaged(size.isVisible());
    }

    /** Says that what was typed or pasted last was not taken, until the next edit. */
    void refusedTooLong() {
        findings.getChildren().add(Message.problem(Text.of("editor.value.refused", SecretValue.MAX_SIZE)));
    }

    private Node line(ValueFinding finding) {
        if (!finding.fixable()) {
            return Message.warning(finding.words(), null);
        }
        Button fix = Message.fix(finding.fixWords(), () -> {
            part.fix(finding);
            focusField.run();
        });
        fix.setId("fix-" + finding.name());
        return Message.warning(finding.words(), fix);
    }
}
