package dev.lockstep.ui.secrets;

import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Dragging the selected rows. The dragboard carries only the fact, since other programs can read it. */
final class RowDrag {
    private static final DataFormat ROWS = new DataFormat("application/x-lockstep-rows");

    private RowDrag() {}

    /** Lets a row be dragged. */
    static void from(TableRow<Row> row) {
        row.setOnDragDetected(event -> {
            if (row.isEmpty() || !row.isSelected()) {
                return;
            }
            Dragboard board = row.startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.put(ROWS, "");
            board.setContent(content);
            event.consume();
        });
    }

    /** Whether rows of the table are being dragged. */
    static boolean carries(DragEvent event) {
        return event.getDragboard().hasContent(ROWS);
    }
}
