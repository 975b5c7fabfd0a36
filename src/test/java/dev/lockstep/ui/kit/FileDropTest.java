package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class FileDropTest extends ToolkitTest {
    private final List<Path> taken = new ArrayList<>();
    private final List<String> around = new ArrayList<>();
    private final StackPane node = new StackPane();
    private final StackPane parent = new StackPane(node);
    private boolean open = true;

    @Test
    void oneFileIsTakenAndNobodyElseHearsOfIt() {
        File file = new File("ca.pem");
        FileDrop.on(node, () -> open, taken::add);
        assertEquals(List.of(TransferMode.COPY), drag(List.of(file)));
        assertEquals(List.of(file.toPath()), taken);
        assertEquals(List.of(), around);
    }

    @Test
    void whatIsNotTakenIsLeftToTheNodesAround() {
        FileDrop.on(node, () -> open, taken::add);
        drag(List.of(new File("a"), new File("b")));
        drag(List.of());
        open = false;
        drag(List.of(new File("a")));

        assertEquals(List.of(), taken);
        assertEquals(6, around.size());
    }

    /** What the node accepts while the files are above it; they are dropped then. */
    private List<TransferMode> drag(List<File> files) {
        return onFx(() -> {
            parent.setOnDragOver(event -> around.add("over"));
            parent.setOnDragDropped(event -> around.add("dropped"));
            Dragboard board = DragboardHelper.createDragboard(copying());
            ClipboardContent content = new ClipboardContent();
            content.putString("a text");
            if (!files.isEmpty()) {
                content.putFiles(files);
            }
            board.setContent(content);
            DragEvent over = event(DragEvent.DRAG_OVER, board);
            node.fireEvent(over);
            DragEvent dropped = event(DragEvent.DRAG_DROPPED, board);
            node.fireEvent(dropped);
            return over.getAcceptedTransferMode() == null ? List.of() : List.of(over.getAcceptedTransferMode());
        });
    }

    /** A clipboard of this program alone, which would not say itself what may be done with what it holds. */
    private static TKClipboard copying() {
        TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
        return (TKClipboard) Proxy.newProxyInstance(
                FileDropTest.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? Set.of(TransferMode.COPY)
                        : method.invoke(local, arguments));
    }

    private DragEvent event(EventType<DragEvent> type, Dragboard board) {
        return new DragEvent(node, node, type, board, 0, 0, 0, 0, TransferMode.COPY, null, node, null);
    }
}
