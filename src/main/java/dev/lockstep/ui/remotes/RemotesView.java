package dev.lockstep.ui.remotes;

import dev.lockstep.ui.kit.Panes;
import java.util.Objects;
import javafx.scene.Parent;

/** The remotes, for a sheet of about 880 pixels. */
public final class RemotesView {
    static final double WIDTH = 880;
    static final double HEIGHT = 640;

    private final RemotesViewModel model;
    private final Panes panes;

    public RemotesView(RemotesViewModel model) {
        this.model = model;
        panes = new Panes(
                "remotes", Objects.requireNonNull(RemotesView.class.getResource("remotes.css")), model::leave);
        model.stageProperty().subscribe(this::show);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return panes.root();
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
        panes.root().setPrefSize(pane.width(), pane.height());
        panes.lay(pane);
    }

    /** What the sheet shows at one time. */
    interface Pane extends Panes.Pane {
        default double width() {
            return WIDTH;
        }

        default double height() {
            return HEIGHT;
        }
    }
}
