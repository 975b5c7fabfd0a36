package dev.lockstep.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets one file be dropped on a node. Whatever it does not take is left to the nodes around it. */
public final class FileDrop {
    private final BooleanSupplier open;
    private final Consumer<Path> take;

    private FileDrop(BooleanSupplier open, Consumer<Path> take) {
        this.open = open;
        this.take = take;
    }

    /** Takes a file at any time. */
    public static void on(Node node, Consumer<Path> take) {
        on(node, () -> true, take);
    }

    /**
     * Takes a file while it may.
     *
     * @param open whether a file is taken now
     */
    public static void on(Node node, BooleanSupplier open, Consumer<Path> take) {
        FileDrop drop = new FileDrop(open, take);
        node.setOnDragOver(drop::over);
        node.setOnDragDropped(drop::dropped);
    }

    private void over(DragEvent event) {
        if (file(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        file(event).ifPresent(file -> {
            event.setDropCompleted(true);
            event.consume();
            take.accept(file);
        });
    }

    private Optional<Path> file(DragEvent event) {
        Dragboard board = event.getDragboard();
        List<File> files = open.getAsBoolean() && board.hasFiles() ? board.getFiles() : List.of();
        return files.size() == 1 ? Optional.of(files.getFirst().toPath()) : Optional.empty();
    }
}
