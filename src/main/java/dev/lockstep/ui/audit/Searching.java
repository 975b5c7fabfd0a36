package dev.lockstep.ui.audit;

import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.AuditFilter;
import dev.lockstep.vault.AuditLog;
import dev.lockstep.vault.AuditLog.Damage;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Looks through the log from its newest entry backwards, a stretch at a time, and stops at a screenful. Other work on the vault goes on
 * between two stretches.
 */
final class Searching {
    /** So many entries are read at a time. */
    static final int STRETCH = 1000;

    /** After so many more rows it stops until it is asked for older ones. */
    static final int ENOUGH = 500;

    private final AuditLog log;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ObservableList<AuditRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Reach> reach = new ReadOnlyObjectWrapper<>(new Reach(true, 0, 0));
    private AuditFilter filter;
    private long turn;
    private long newest;
    private long next;
    private int wanted;

    /**
     * How far it came.
     *
     * @param running whether it goes on by itself
     * @param looked how many entries it saw
     * @param total how many there are
     */
    record Reach(boolean running, long looked, long total) {
        boolean older() {
            return looked < total;
        }
    }

    private record Stretch(long from, long size, List<AuditRow> rows) {}

    Searching(AuditLog log, AuditFilter filter, Background background, Consumer<Exception> failed) {
        this.log = log;
        this.filter = filter;
        this.background = background;
        this.failed = failed;
    }

    /** The newest first. */
    ObservableList<AuditRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Reach> reachProperty() {
        return reach.getReadOnlyProperty();
    }

    /** Begins anew. */
    void look(AuditFilter asked) {
        filter = asked;
        turn++;
        newest = -1;
        wanted = ENOUGH;
        rows.clear();
        step();
    }

    /** Goes on to older entries. */
    void older() {
        if (!reach.get().running() && reach.get().older()) {
            wanted = rows.size() + ENOUGH;
            step();
        }
    }

    /** Reads what was added meanwhile. */
    void newer() {
        if (newest >= 0) {
            long mine = turn;
            long seen = newest;
            background
                    .job(progress -> after(seen))
                    .onDone(stretch -> prepend(mine, seen, stretch))
                    .onFailed(failed)
                    .start();
        }
    }

    /** Ends, and forgets what was found. */
    void stop() {
        turn++;
        newest = -1;
        rows.clear();
    }

    private void step() {
        long mine = turn;
        long to = newest < 0 ? Long.MAX_VALUE : next;
        reach.set(new Reach(true, newest < 0 ? 0 : newest - next, Math.max(0, newest)));
        background
                .job(progress -> before(to))
                .onDone(stretch -> append(mine, stretch))
                .onFailed(failure -> {
                    reach.set(new Reach(false, reach.get().looked(), reach.get().total()));
                    failed.accept(failure);
                })
                .start();
    }

    private Stretch before(long number) throws VaultException {
        long size = log.size();
        long to = Math.min(number, size);
        return read(Math.max(1, to - STRETCH + 1), to, size);
    }

    private Stretch after(long number) throws VaultException {
        long size = log.size();
        return read(number + 1, size, size);
    }

    private Stretch read(long from, long to, long size) throws VaultException {
        AuditLog.Page page = log.page(from, (int) Math.max(0, to - from + 1));
        return new Stretch(from, size, AuditRow.of(page, filter));
    }

    private void append(long mine, Stretch stretch) {
        if (mine != turn) {
            return;
        }
        if (newest < 0) {
            newest = stretch.size();
        }
        next = stretch.from() - 1;
        add(stretch.rows());
        boolean more = next > 0;
        boolean on = more && rows.size() < wanted;
        reach.set(new Reach(on, newest - next, newest));
        if (on) {
            step();
        }
    }

    private void add(List<AuditRow> found) {
        if (!rows.isEmpty() && !found.isEmpty()) {
            var joined = rows.getLast().joined(found.getFirst());
            if (joined.isPresent()) {
                rows.set(rows.size() - 1, joined.get());
                rows.addAll(found.subList(1, found.size()));
                return;
            }
        }
        rows.addAll(found);
    }

    private void prepend(long mine, long seen, Stretch stretch) {
        if (mine != turn || stretch.size() <= newest) {
            return;
        }
        if (seen != newest) {
            newer();
            return;
        }
        newest = stretch.size();
        rows.removeIf(row -> row instanceof AuditRow.Broken broken
                && broken.damage().kind() == Damage.Kind.SURPLUS
                && broken.damage().from() > seen);
        rows.addAll(0, stretch.rows());
        reach.set(new Reach(reach.get().running(), newest - next, newest));
    }
}
