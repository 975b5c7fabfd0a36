package dev.lockstep.ui.remotes;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The remotes, for a sheet of about 880 pixels. */
public final class RemotesView {
    static final double WIDTH = 880;
    static final double HEIGHT = 640;

    private final RemotesViewModel model;
    private final StackPane root = new StackPane();

    public RemotesView(RemotesViewModel model) {
        this.model = model;
        root.setPrefSize(WIDTH, HEIGHT);
        root.setMinSize(0, 0);
        root.getStyleClass().add("remotes");
        model.stageProperty().subscribe(this::show);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
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
        root.getChildren().setAll(pane.root());
        if (!first) {
            pane.first().requestFocus();
        }
    }

    /** What the sheet shows at one time. */
    interface Pane {
        Parent root();

        /** What gets the keyboard. */
        Node first();
    }
}
