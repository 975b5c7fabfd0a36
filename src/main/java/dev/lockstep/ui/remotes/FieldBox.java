package dev.lockstep.ui.remotes;

import dev.lockstep.sync.FieldProblem;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A control under its label, with what it is for, or what is wrong with what is filled in once it was left. */
final class FieldBox {
    private final VBox root;
    private final Label hint;
    private final Label problem = Controls.wrapped("", "error-text");
    private final int most;
    private final Supplier<Optional<FieldProblem>> judge;
    private Node control;
    private boolean touched;

    /**
     * @param most UTF-16 units that fit
     * @param judge says what is wrong now
     */
    FieldBox(String words, Node control, String hint, int most, Supplier<Optional<FieldProblem>> judge) {
        this.control = control;
        this.most = most;
        this.judge = judge;
        Label label = new Label(words);
        label.setLabelFor(control);
        label.getStyleClass().add("field-label");
        this.hint = Controls.wrapped(hint, "hint");
        problem.setGraphic(Icon.of(Feather.X_CIRCLE));
        show(problem, false);
        show(this.hint, !hint.isEmpty());
        control.setAccessibleText(words);
        control.setAccessibleHelp(hint);
        control.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                touched = true;
                tell();
            }
        });
        root = new VBox(4, label, control, this.hint, problem);
    }

    VBox root() {
        return root;
    }

    /** Adds something below the control. */
    FieldBox below(Node node) {
        root.getChildren().add(2, node);
        return this;
    }

    /** Says what gets the keyboard, where that is not the control itself. */
    FieldBox focusing(Node field) {
        control = field;
        return this;
    }

    /** What is filled in; it gets the keyboard when something is wrong with it. */
    Node control() {
        return control;
    }

    boolean wrong() {
        return problem.isVisible();
    }

    /** Tells what is wrong from now on, whether the control was left or not. */
    void insist() {
        touched = true;
        tell();
    }

    /** What is filled in was changed: what was wrong may be right now. */
    void tell() {
        Optional<FieldProblem> found = touched ? judge.get() : Optional.empty();
        problem.setText(found.map(one -> FormWords.problem(one, most)).orElse(""));
        show(problem, found.isPresent());
        show(hint, found.isEmpty() && !hint.getText().isEmpty());
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }
}
