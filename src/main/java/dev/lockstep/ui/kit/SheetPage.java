package dev.lockstep.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The frame of what a sheet shows: a title, an optional line of notices, a body that scrolls, and buttons that stay in sight below. */
public final class SheetPage {
    private final BorderPane root = new BorderPane();
    private final HBox header;
    private final VBox notices = new VBox(8);
    private final ScrollPane scroll;
    private final HBox footer = new HBox(8);

    public SheetPage(String title, Node body) {
        Label heading = WholeText.of(new Label(title));
        heading.getStyleClass().add("title");
        header = new HBox(8, heading, spring());
        header.setAlignment(Pos.CENTER_LEFT);
        header.setPadding(new Insets(20, 24, 12, 24));
        notices.setPadding(new Insets(0, 24, 0, 24));
        scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("sheet-body", "edge-to-edge");
        footer.setAlignment(Pos.CENTER_RIGHT);
        footer.setPadding(new Insets(12, 24, 16, 24));
        footer.getStyleClass().add("sheet-footer");
        root.setTop(new VBox(header, notices));
        root.setCenter(scroll);
        root.setBottom(footer);
        root.getStyleClass().add("sheet-page");
    }

    /** Adds nodes at the right end of the title's line. */
    public SheetPage beside(Node... nodes) {
        header.getChildren().addAll(nodes);
        return this;
    }

    /** Adds nodes between title and body; they do not scroll. */
    public SheetPage notices(Node... nodes) {
        notices.getChildren().addAll(nodes);
        return this;
    }

    /** Adds buttons from left to right; the primary one last. A {@link #spring} pushes what follows to the right. */
    public SheetPage buttons(Node... nodes) {
        footer.getChildren().addAll(nodes);
        return this;
    }

    /** Lets the body be as high as its room; it scrolls only where that is less than its least height. */
    public SheetPage filling() {
        scroll.setFitToHeight(true);
        return this;
    }

    /** How large the page is where there is room; with less, the body scrolls. Pixels. */
    public SheetPage prefSize(double width, double height) {
        root.setPrefSize(width, height);
        root.setMinWidth(0);
        root.setMinHeight(0);
        return this;
    }

    /** Empty space that takes what is left of a line. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public Parent root() {
        return root;
    }
}
