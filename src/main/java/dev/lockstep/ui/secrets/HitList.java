package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/**
 * The table's rows: the catalog's newest answer, replaced as a whole in a single change, whatever its size. A row is decoded when it is
 * drawn, and the last few are kept.
 */
final class HitList extends ObservableListBase<Row> {
    private static final int KEPT = 256;

    private Catalog.Hits hits = new NoHits();
    private final Map<Integer, Row> decoded = new HashMap<>();

    /** Shows another answer. */
    void replace(Catalog.Hits newest) {
        Catalog.Hits former = hits;
        hits = newest;
        decoded.clear();
        if (former.size() > 0 || newest.size() > 0) {
            fireChange(new WholeChange(this, new Forgotten(former)));
        }
    }

    /** Shows no rows and keeps no decoded one. */
    void forget() {
        replace(new NoHits());
    }

    @Override
    public Row get(int index) {
        Row known = decoded.get(index);
        if (known != null) {
            return known;
        }
        if (decoded.size() >= KEPT) {
            decoded.clear();
        }
        Row row = new Row(hits.id(index), hits.entry(index));
        decoded.put(index, row);
        return row;
    }

    @Override
    public int size() {
        return hits.size();
    }

    /** Asked by the table for the selected row at each answer: found by its id, since decoding all rows takes longer than a frame. */
    @Override
    public int indexOf(Object row) {
        if (!(row instanceof Row wanted)) {
            return -1;
        }
        int[] found = indicesOf(Set.of(wanted.id()));
        return found.length == 1 && get(found[0]).equals(wanted) ? found[0] : -1;
    }

    /** The secret of a row, without decoding it. */
    SecretId id(int index) {
        return hits.id(index);
    }

    /** Where the given secrets stand now, ascending; those that were not found are left out. */
    int[] indicesOf(Set<SecretId> ids) {
        if (ids.isEmpty()) {
            return new int[0];
        }
        return IntStream.range(0, hits.size())
                .filter(i -> ids.contains(hits.id(i)))
                .limit(ids.size())
                .toArray();
    }

    /** The rows of a former answer; asked for their number only, so none is decoded again. */
    private static final class Forgotten extends AbstractList<Row> {
        private final Catalog.Hits former;

        Forgotten(Catalog.Hits former) {
            this.former = former;
        }

        @Override
        public Row get(int index) {
            return new Row(former.id(index), Optional.empty());
        }

        @Override
        public int size() {
            return former.size();
        }
    }

    private static final class NoHits implements Catalog.Hits {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public SecretId id(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public Optional<Entry> entry(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    }
}
