package dev.lockstep.ui.secrets;

import dev.lockstep.settings.Panes;
import dev.lockstep.ui.kit.Background;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** Which side panes are open and how wide they are, in pixels, remembered in the settings. */
final class PanesViewModel {
    private static final Duration CALM = Duration.ofMillis(500);

    private final Background background;
    private final Supplier<Panes> now;
    private final Consumer<Panes> remember;
    private final BooleanProperty sidebarShown;
    private final BooleanProperty detailsShown;
    private final DoubleProperty sidebarWidth;
    private final DoubleProperty detailsWidth;
    private Background.@Nullable Cancellable waiting;

    PanesViewModel(Background background, Supplier<Panes> now, Consumer<Panes> remember) {
        this.background = background;
        this.now = now;
        this.remember = remember;
        Panes first = now.get();
        sidebarShown = new SimpleBooleanProperty(first.sidebarShown());
        detailsShown = new SimpleBooleanProperty(first.detailsShown());
        sidebarWidth = new SimpleDoubleProperty(first.sidebarWidth());
        detailsWidth = new SimpleDoubleProperty(first.detailsWidth());
        sidebarShown.subscribe(this::changed);
        detailsShown.subscribe(this::changed);
        sidebarWidth.subscribe(this::changed);
        detailsWidth.subscribe(this::changed);
    }

    BooleanProperty sidebarShownProperty() {
        return sidebarShown;
    }

    BooleanProperty detailsShownProperty() {
        return detailsShown;
    }

    DoubleProperty sidebarWidthProperty() {
        return sidebarWidth;
    }

    DoubleProperty detailsWidthProperty() {
        return detailsWidth;
    }

    /** Hands on at once what is still waiting. */
    void close() {
        if (waiting != null) {
            save();
        }
    }

    private void changed() {
        if (waiting != null) {
            waiting.cancel();
        }
        waiting = background.after(CALM, this::save);
    }

    private void save() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        Panes former = now.get();
        remember.accept(new Panes(
                former.width(),
                former.height(),
                former.maximised(),
                sidebarShown.get(),
                (int) Math.round(sidebarWidth.get()),
                detailsShown.get(),
                (int) Math.round(detailsWidth.get())));
    }

    /** Shows what is hidden, and hides what is shown. */
    static void toggle(BooleanProperty shown) {
        shown.set(!shown.get());
    }
}
