package dev.lockstep.ui.secrets;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** A change that says: the whole list was replaced. It costs the same for any number of rows, unlike the toolkit's own builder. */
final class WholeChange extends ListChangeListener.Change<Row> {
    private static final int[] NOT_PERMUTED = {};

    private final List<Row> removed;
    private boolean read;

    WholeChange(ObservableList<Row> list, List<Row> removed) {
        super(list);
        this.removed = removed;
    }

    @Override
    public boolean next() {
        boolean first = !read;
        read = true;
        return first;
    }

    @Override
    public void reset() {
        read = false;
    }

    @Override
    public int getFrom() {
        return 0;
    }

    @Override
    public int getTo() {
        return getList().size();
    }

    @Override
    public List<Row> getRemoved() {
        return removed;
    }

    @Override
    protected int[] getPermutation() {
        return NOT_PERMUTED;
    }
}
