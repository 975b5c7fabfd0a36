package dev.lockstep.ui.remotes;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The remotes, for a sheet of about 880 pixels. */
public final class RemotesView {
    static final double WIDTH = 880;
    static final double HEIGHT = 640;

    private final RemotesViewModel model;
    private final StackPane root = new StackPane();

    public RemotesView(RemotesViewModel model) {
        this.model = model;
        root.setMinSize(0, 0);
        root.getStyleClass().add("remotes");
        root.getStylesheets()
                .add(Objects.requireNonNull(RemotesView.class.getResource("remotes.css"))
                        .toExternalForm());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.stageProperty().subscribe(this::show);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            model.leave();
        }
    }

    private void show(Stage stage) {
        switch (stage) {
            case Stage.Listing listing -> lay(new ListPane(model));
            case Stage.Picking picking -> lay(new PickPane(model));
            case Stage.Filling filling -> lay(new FormPane(model, filling));
            case Stage.Removing removing -> lay(new RemovePane(model, removing.remote()));
            case Stage.Browsing browsing -> lay(new BrowsePane(model, browsing.browser()));
        }
    }

    private void lay(Pane pane) {
        boolean first = root.getChildren().isEmpty();
        root.setPrefSize(pane.width(), pane.height());
        root.getChildren().setAll(pane.root());
        if (!first) {
            root.applyCss(); // panes that scroll hold their content only once they are styled
            pane.first().requestFocus();
        }
    }

    /** What the sheet shows at one time. */
    interface Pane {
        Parent root();

        /** What gets the keyboard. */
        Node first();

        default double width() {
            return WIDTH;
        }

        default double height() {
            return HEIGHT;
        }
    }
}
