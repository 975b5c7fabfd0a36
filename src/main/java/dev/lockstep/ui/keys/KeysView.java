package dev.lockstep.ui.keys;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The ways into a vault and what can be done to them, page by page in one sheet. Esc leads back. */
public final class KeysView {
    static final double WIDTH = 680;
    static final double HIGH = 720;
    static final double MIDDLE = 480;
    static final double LOW = 280;

    private final KeysViewModel model;
    private final StackPane root = new StackPane();
    private Pane shown;

    public KeysView(KeysViewModel model) {
        this.model = model;
        shown = page(model.course().state());
        turnTo(shown);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.course().stateProperty().subscribe((before, now) -> show(now));
    }

    /** One page of the screen. */
    interface Pane {
        Parent root();

        /** Gives the keyboard to what is needed first. */
        void focus();

        /** Wipes what was typed. */
        default void wipe() {}
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            model.back();
        }
    }

    private void show(State state) {
        shown.wipe();
        if (!(state instanceof State.Ended)) {
            turnTo(page(state));
        }
    }

    private void turnTo(Pane next) {
        shown = next;
        root.getChildren().setAll(next.root());
        Platform.runLater(() -> {
            if (shown.equals(next) && !model.course().ended()) {
                root.applyCss(); // what scrolls is there only once it is styled
                next.focus();
            }
        });
    }

    private Pane page(State state) {
        return switch (state) {
            case State.Overview overview -> new WaysPane(model);
            case State.Asking asking -> new ProofPane(model, asking.task());
            case State.Filling filling -> new FormPane(model, filling.form());
            case State.Confirming confirming -> new RemovePane(model, confirming.way());
            case State.Sealing sealing -> new SealingPane(model);
            case State.Sealed sealed -> new SealedPane(model);
            case State.Ended ended -> new WaysPane(model);
        };
    }
}
