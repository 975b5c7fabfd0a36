package dev.lockstep.ui.remotes;

import dev.lockstep.remote.Capability;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import dev.lockstep.words.VendorWords;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Below the list: the value of the chosen secret, for vendors that give values, and what it leaves behind to read it. */
final class PeekPane {
    private final Peeking peeking;
    private final SecretLabel drawing = new SecretLabel();
    private final Button read;
    private final Button reveal;
    private final Button copy;
    private final FailureNote failed = new FailureNote();
    private final VBox root = new VBox(8);

    PeekPane(Browser browser) {
        peeking = browser.peeking();
        read = Controls.button("read-value", Text.of("remotes.read"), this::read);
        reveal = Controls.button("reveal-value", Text.of("remotes.show"), peeking::toggle);
        copy = Controls.button("copy-value", Text.of("remotes.copy"), peeking::copy);
        root.setMinHeight(Region.USE_PREF_SIZE);
        if (!peeking.readable()) {
            root.getChildren().add(Controls.wrapped(Text.of("remotes.read.never"), "hint"));
            return;
        }
        copy.setGraphic(Icon.of(Feather.COPY));
        copy.setTooltip(new Tip(Shortcut.COPY_VALUE.hint(Text.of("remotes.copy"))));
        reveal.setTooltip(new Tip(Shortcut.REVEAL.hint(Text.of("remotes.show"))));
        Label warning = Controls.wrapped(warning(browser), "hint");
        HBox.setHgrow(warning, Priority.ALWAYS);
        warning.setMaxWidth(Double.MAX_VALUE);
        VBox frame = new VBox(drawing);
        frame.getStyleClass().add("value-frame");
        HBox.setHgrow(frame, Priority.ALWAYS);
        HBox line = new HBox(8, frame, read, reveal, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().addAll(line, warning, failed.root());
        peeking.chosenProperty().subscribe(found -> judge());
        peeking.peekProperty().subscribe(this::show);
        peeking.secondsLeftProperty().subscribe(left -> button());
    }

    Node root() {
        return root;
    }

    private static String warning(Browser browser) {
        return browser.contract().can(Capability.AUDITED_READ)
                ? Text.of(
                        "remotes.read.audited",
                        VendorWords.name(browser.contract().vendor()))
                : Text.of("remotes.read.noted");
    }

    /** Moves the keyboard to the button that reads. */
    void focus() {
        if (peeking.readable()) {
            read.requestFocus();
        }
    }

    private void read() {
        peeking.read();
    }

    private void show(Peek peek) {
        failed.show(peek instanceof Peek.Failed told ? told.words() : null);
        boolean held = peek instanceof Peek.Read;
        judge();
        read.setText(peek instanceof Peek.Running ? Text.of("remotes.reading") : Text.of("remotes.read"));
        reveal.setDisable(!held);
        copy.setDisable(!held);
        if (peek instanceof Peek.Read value && value.shown()) {
            drawing.show(value.value());
        } else {
            drawing.mask();
        }
        drawing.setVisible(held);
        button();
    }

    private void judge() {
        read.setDisable(peeking.chosen().isEmpty());
    }

    private void button() {
        boolean shown = peeking.peekProperty().get() instanceof Peek.Read value && value.shown();
        int left = peeking.secondsLeftProperty().get();
        reveal.setText(!shown ? Text.of("remotes.show") : Text.of("remotes.hide-in", left));
        reveal.setGraphic(Icon.of(shown ? Feather.EYE_OFF : Feather.EYE));
    }
}
