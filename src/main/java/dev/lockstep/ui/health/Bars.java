package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.SheetPage;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A picture of bars side by side. Each bar is a button, with its figure above it, so that neither colours nor heights are needed to read it. */
final class Bars {
    /** From here on figures are shortened. */
    private static final int LONG = 10_000;

    private final Consumer<Shown> pick;
    private final HBox row = new HBox();
    private final Label more = new Label();
    private final List<BarButton> buttons = new ArrayList<>();
    private final VBox root;

    /** @param part what the other colour of a bar stands for */
    Bars(String title, String part, Consumer<Shown> pick) {
        this.pick = pick;
        Label heading = new Label(title);
        heading.getStyleClass().add("section");
        Region colour = new Region();
        colour.getStyleClass().addAll("bar-sample", "bar-part");
        Label legend = new Label(part, colour);
        legend.getStyleClass().add("hint");
        legend.setMinWidth(Region.USE_PREF_SIZE);
        more.getStyleClass().add("hint");
        more.managedProperty().bind(more.textProperty().isNotEmpty());
        HBox header = new HBox(12, heading, SheetPage.spring(), legend, more);
        header.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(8, header, row);
        root.getStyleClass().add("bars");
    }

    Node root() {
        return root;
    }

    /** @param beyond what is not in the picture; empty if nothing is missing */
    void show(List<Bar> bars, String beyond) {
        more.setText(beyond);
        if (buttons.size() != bars.size()) {
            buttons.clear();
            bars.forEach(bar -> buttons.add(new BarButton(pick)));
            row.getChildren().setAll(buttons.stream().map(BarButton::node).toList());
            buttons.forEach(button -> HBox.setHgrow(button.node(), Priority.ALWAYS));
        }
        int highest = bars.stream().mapToInt(Bar::all).max().orElse(0);
        for (int i = 0; i < bars.size(); i++) {
            buttons.get(i).show(bars.get(i), highest);
        }
    }

    /** Marks the bar that the list shows. */
    void mark(Shown shown) {
        buttons.forEach(button -> button.mark(shown));
    }

    static String figure(int count) {
        return count < LONG
                ? NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count)
                : NumberFormat.getCompactNumberInstance(Locale.ENGLISH, NumberFormat.Style.SHORT)
                        .format(count);
    }
}
