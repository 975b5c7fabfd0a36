package dev.lockstep.ui.kit;

import javafx.application.Platform;
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
     * @param enter gives the keyboard to what is asked first; run once the card is on the screen, where alone it can take the keyboard: a pane
     *     that scrolls holds its content only from its first styling on
     */
    public static Parent of(double width, Runnable enter, Node... content) {
        VBox card = new VBox(content);
        card.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(enter);
            }
        });
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
