package dev.lockstep.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of a screen that is shown while no vault is open: a card in the middle, under the mark of the program. */
public final class GatePage {
    /** The widest that a card may be, in pixels. */
    public static final double WIDEST = 560;

    private GatePage() {}

    /**
     * A page with one card; it scrolls where the window is too low.
     *
     * @param width of the card in pixels, at most {@link #WIDEST}
     */
    public static Parent of(double width, Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().addAll("card", "gate-card");
        card.setMaxWidth(Math.min(width, WIDEST));
        VBox middle = new VBox(Mark.of(48), card);
        middle.getStyleClass().add("gate");
        middle.setAlignment(Pos.CENTER);
        middle.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane page = new ScrollPane(middle);
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.setFocusTraversable(false);
        page.getStyleClass().add("gate-page");
        return page;
    }
}
