package dev.lockstep.ui.kit;

import atlantafx.base.theme.Styles;
import dev.lockstep.words.Text;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** One passing message. Its time stands still while the pointer or the keyboard is on it. */
final class ToastCard extends HBox {
    private static final Duration FADE = Duration.millis(140);

    private final PauseTransition time;
    private final FadeTransition fade = new FadeTransition(FADE, this);
    private final Consumer<ToastCard> gone;
    private final boolean hasAction;

    ToastCard(Toast toast, Consumer<ToastCard> gone) {
        super(8);
        this.gone = gone;
        hasAction = toast.action() != null;
        time = new PauseTransition(Duration.millis((double) toast.lasting().toMillis()));
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(toast.text());
        Label words = new Label(toast.text());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        addAction(toast);
        getChildren().add(dismissal());
        time.setOnFinished(over -> fade(0, this::leave));
        hoverProperty().subscribe(this::hold);
        focusWithinProperty().subscribe(this::hold);
        parentProperty().subscribe(this::endIfRemoved);
    }

    private void addAction(Toast toast) {
        Runnable action = toast.onAction();
        if (toast.action() == null || action == null) {
            return;
        }
        Button button = new Button(toast.action());
        button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
        button.setOnAction(pressed -> {
            leave();
            action.run();
        });
        getChildren().add(button);
    }

    private Node dismissal() {
        Button button = Icon.button(Feather.X, Text.of("toast.dismiss"));
        button.setOnAction(pressed -> leave());
        return button;
    }

    boolean hasAction() {
        return hasAction;
    }

    void appear() {
        setOpacity(0);
        fade(1, () -> {});
        time.play();
    }

    private void hold() {
        if (isHover() || isFocusWithin()) {
            time.pause();
        } else if (getParent() != null) {
            time.play();
        }
    }

    private void leave() {
        gone.accept(this);
    }

    /** The toolkit holds what its clocks run for, and with it the names in a message and whatever its action would work on. */
    private void endIfRemoved() {
        if (getParent() == null) {
            time.stop();
            fade.stop();
        }
    }

    private void fade(double to, Runnable then) {
        if (Platform.getPreferences().isReducedMotion()) {
            setOpacity(to);
            then.run();
            return;
        }
        fade.stop();
        fade.setToValue(to);
        fade.setOnFinished(over -> then.run());
        fade.playFromStart();
    }
}
