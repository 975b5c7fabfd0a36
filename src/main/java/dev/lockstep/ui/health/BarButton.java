package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.Tip;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One bar, drawn from below: what it stands for, its two parts, its figure. */
final class BarButton {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");

    /** Pixels of the highest bar. */
    private static final double HIGHEST = 72;
    /** Pixels of a bar that stands for anything at all. */
    private static final double LOWEST = 3;

    private static final double FIGURE = 16;
    private static final double LABEL = 32;

    private final Label figure = new Label();
    private final Region rest = new Region();
    private final Region part = new Region();
    private final Label label = new Label();
    private final Tooltip tooltip = new Tip();
    private final Button button = new Button();
    private @Nullable Shown shown;

    BarButton(Consumer<Shown> pick) {
        figure.getStyleClass().add("bar-figure");
        rest.getStyleClass().add("bar-rest");
        part.getStyleClass().add("bar-part");
        label.getStyleClass().add("bar-label");
        label.setMinHeight(LABEL);
        figure.setMinHeight(FIGURE);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region foot = new Region();
        foot.getStyleClass().add("bar-foot");
        VBox drawing = new VBox(figure, rest, part, foot, label);
        drawing.setAlignment(Pos.BOTTOM_CENTER);
        drawing.setMinHeight(FIGURE + HIGHEST + 1 + LABEL);
        drawing.setMinWidth(0);
        drawing.setPrefWidth(0);
        drawing.prefWidthProperty().bind(button.widthProperty());
        button.setGraphic(drawing);
        button.setTooltip(tooltip);
        button.getStyleClass().add("bar");
        button.setMinWidth(0);
        button.setPrefWidth(1);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> {
            if (shown != null) {
                pick.accept(shown);
            }
        });
    }

    Node node() {
        return button;
    }

    void show(Bar bar, int highest) {
        shown = bar.shown();
        label.setText(bar.label());
        figure.setText(bar.all() == 0 ? "" : Bars.figure(bar.all()));
        tooltip.setText(bar.spoken());
        button.setAccessibleText(bar.spoken());
        button.pseudoClassStateChanged(ALARMING, bar.alarming());
        double all = height(bar.all(), highest);
        double lower = bar.part() == bar.all() ? all : Math.min(height(bar.part(), highest), all - 1);
        fix(part, lower);
        fix(rest, all - lower);
    }

    void mark(Shown now) {
        button.pseudoClassStateChanged(SHOWN, now.equals(shown));
    }

    private static double height(int count, int highest) {
        return count == 0 ? 0 : Math.max(LOWEST, Math.rint(HIGHEST * count / highest));
    }

    private static void fix(Region region, double height) {
        region.setMinHeight(height);
        region.setMaxHeight(height);
        region.setVisible(height > 0);
    }
}
