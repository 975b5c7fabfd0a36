package dev.lockstep.ui.settings;

import dev.lockstep.settings.Look;
import dev.lockstep.settings.ThemeChoice;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How everything is drawn, choice by choice. */
final class LookChoices {
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> zoomPercent = new SimpleObjectProperty<>();
    private final BooleanProperty compactRows = new SimpleBooleanProperty();
    private final BooleanProperty valueHint = new SimpleBooleanProperty();
    private boolean filling;

    /** @param chosen told the whole look after each choice */
    LookChoices(Look now, Consumer<Look> chosen) {
        fill(now);
        InvalidationListener tell = choice -> {
            if (!filling) {
                chosen.accept(new Look(theme.get(), zoomPercent.get(), compactRows.get(), valueHint.get()));
            }
        };
        List.<Observable>of(theme, zoomPercent, compactRows, valueHint).forEach(choice -> choice.addListener(tell));
    }

    /** Shows other choices without telling. */
    void fill(Look look) {
        filling = true;
        theme.set(look.theme());
        zoomPercent.set(look.zoomPercent());
        compactRows.set(look.compactRows());
        valueHint.set(look.valueHint());
        filling = false;
    }

    ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    ObjectProperty<Integer> zoomPercentProperty() {
        return zoomPercent;
    }

    BooleanProperty compactRowsProperty() {
        return compactRows;
    }

    BooleanProperty valueHintProperty() {
        return valueHint;
    }
}
