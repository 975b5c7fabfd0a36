package dev.lockstep.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Buttons of which one is pressed, with how many each would show; all by keyboard. */
public final class Filters {
    private Filters() {}

    /** As many lines as they need. */
    public static <T> FlowPane of(
            String id, List<T> all, Function<T, String> words, Function<T, Integer> count, ObjectProperty<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        FlowPane line = new FlowPane(4, 4);
        line.setId(id);
        line.setAlignment(Pos.CENTER_LEFT);
        for (T one : all) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().addAll(Styles.SMALL, "filter");
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(one.equals(chosen.get()));
            line.getChildren().add(button);
        }
        follow(group, all, chosen);
        count(line, all, words, count);
        return line;
    }

    /** Tells on filters how many each would show by now. */
    public static <T> void count(FlowPane filters, List<T> all, Function<T, String> words, Function<T, Integer> count) {
        for (int i = 0; i < all.size(); i++) {
            T one = all.get(i);
            ((ToggleButton) filters.getChildren().get(i)).setText(words.apply(one) + "  " + count.apply(one));
        }
    }

    /** One toggle is always pressed, whoever chooses. */
    public static <T> void follow(ToggleGroup group, List<T> all, ObjectProperty<T> chosen) {
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                chosen.set(all.get(group.getToggles().indexOf(now)));
            }
        });
        chosen.subscribe(now -> group.selectToggle(group.getToggles().get(all.indexOf(now))));
    }
}
