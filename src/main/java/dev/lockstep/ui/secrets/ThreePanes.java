package dev.lockstep.ui.secrets;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Three panes side by side: the outer ones keep their widths, can be dragged and hidden, and give way in a narrow window. */
final class ThreePanes extends Region {
    private static final double SIDEBAR_LEAST = 160;
    private static final double DETAILS_LEAST = 280;
    private static final double CENTRE_LEAST = 320;
    private static final double CENTRE_WISHED = 444;
    private static final double GRIP = 8;

    private final Region left;
    private final Region centre;
    private final Region right;
    private final PanesViewModel model;
    private final Region leftGrip = grip();
    private final Region rightGrip = grip();

    ThreePanes(PanesViewModel model, Region left, Region centre, Region right) {
        this.model = model;
        this.left = left;
        this.centre = centre;
        this.right = right;
        getChildren().addAll(left, centre, right, leftGrip, rightGrip);
        show(model.sidebarShownProperty(), left, leftGrip);
        show(model.detailsShownProperty(), right, rightGrip);
        drag(leftGrip, model.sidebarWidthProperty(), SIDEBAR_LEAST, 1);
        drag(rightGrip, model.detailsWidthProperty(), DETAILS_LEAST, -1);
        model.sidebarWidthProperty().subscribe(width -> requestLayout());
        model.detailsWidthProperty().subscribe(width -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double sidebar = left.isVisible()
                ? Math.max(SIDEBAR_LEAST, model.sidebarWidthProperty().get())
                : 0;
        double details = right.isVisible()
                ? Math.max(DETAILS_LEAST, model.detailsWidthProperty().get())
                : 0;
        details = squeeze(details, DETAILS_LEAST, width - sidebar - CENTRE_WISHED);
        sidebar = squeeze(sidebar, SIDEBAR_LEAST, width - details - CENTRE_WISHED);
        double middle = Math.max(0, width - sidebar - details);
        left.resizeRelocate(0, 0, snapSizeX(sidebar), height);
        centre.resizeRelocate(snapPositionX(sidebar), 0, snapSizeX(middle), height);
        right.resizeRelocate(snapPositionX(sidebar + middle), 0, snapSizeX(details), height);
        leftGrip.resizeRelocate(sidebar - GRIP / 2, 0, GRIP, height);
        rightGrip.resizeRelocate(sidebar + middle - GRIP / 2, 0, GRIP, height);
    }

    private static double squeeze(double wished, double least, double room) {
        return wished == 0 ? 0 : Math.max(least, Math.min(wished, room));
    }

    private void show(BooleanProperty shown, Node pane, Node grip) {
        pane.visibleProperty().bind(shown);
        grip.visibleProperty().bind(shown);
        shown.subscribe(now -> requestLayout());
    }

    private void drag(Region grip, DoubleProperty width, double least, int direction) {
        grip.setOnMouseDragged(event -> {
            double x = sceneToLocal(event.getSceneX(), 0).getX();
            double wished = direction > 0 ? x : getWidth() - x;
            double others = direction > 0 ? right.getWidth() : left.getWidth();
            double most = getWidth() - others - CENTRE_LEAST;
            width.set(Math.max(least, Math.min(wished, most)));
        });
    }

    private static Region grip() {
        Region grip = new Region();
        grip.setCursor(Cursor.H_RESIZE);
        return grip;
    }
}
