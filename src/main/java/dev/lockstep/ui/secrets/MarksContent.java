package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Entry;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A cell about how a secret stands at remotes, drawn anew when that is known. */
final class MarksContent implements EntryCell.Content {
    private final Marks marks;
    private final Drawing drawing;
    private final InvalidationListener told = number -> draw();
    private @Nullable Entry entry;

    /** Draws marks. */
    interface Drawing {
        Node node();

        /** Draws what is known; nothing while that is being looked up. */
        void show(Optional<List<Mark>> marks);
    }

    /** The table throws cells away without telling them, so they are held weakly. */
    MarksContent(Marks marks, Drawing drawing) {
        this.marks = marks;
        this.drawing = drawing;
        marks.tellingsProperty().addListener(new WeakInvalidationListener(told));
        marks.connectedProperty().addListener(new WeakInvalidationListener(told));
    }

    @Override
    public Node node() {
        return drawing.node();
    }

    @Override
    public void show(Entry shown) {
        entry = shown;
        draw();
    }

    @Override
    public void clear() {
        entry = null;
        drawing.show(Optional.empty());
    }

    private void draw() {
        if (entry != null) {
            drawing.show(marks.of(entry.id()));
        }
    }
}
