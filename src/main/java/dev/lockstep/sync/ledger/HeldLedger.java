package dev.lockstep.sync.ledger;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rows of one remote hold, in memory. For one thread at a time. */
final class HeldLedger {
    private final SortedMap<String, LedgerLine> lines = new TreeMap<>();
    private final Map<RowId, Run> runs = new HashMap<>();
    private final Map<RowId, SortedMap<Integer, RunPart>> parts = new HashMap<>();
    private final Undo undo = new Undo();
    private final HeldWrites writes = new HeldWrites(undo);
    private Head head = Head.NONE;
    private @Nullable RemoteLedger whole;

    /** Takes what a row holds, which has to be the one that belongs there. */
    void read(RowId row, byte[] content) throws VaultException {
        LedgerItem item = LedgerCodec.decode(content);
        if (!row.equals(Places.of(item))) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.SYNC));
        }
        keep(item);
    }

    /** What is changed from now on can be taken back. */
    void begin() {
        undo.begin();
    }

    /** What was changed is to stay. */
    void end() {
        undo.end();
    }

    /** Takes back what was changed. */
    void undo() {
        whole = null;
        undo.undo();
    }

    void keep(LedgerItem item) {
        whole = null;
        switch (item) {
            case Head now -> keep(now);
            case LedgerLine line ->
                undo.put(
                        lines,
                        line.name(),
                        writes.write(line.name()).map(line::intending).orElse(line));
            case Run run -> undo.put(runs, run.id(), run);
            case RunPart part -> undo.put(parts(part.run()), part.number(), part);
            case OpenWrites open -> {
                writes.keep(open);
                open.writes()
                        .forEach((name, write) -> undo.put(
                                lines,
                                name,
                                lines.getOrDefault(name, LedgerLine.of(name)).intending(write)));
            }
        }
    }

    private void keep(Head now) {
        Head before = head;
        undo.before(() -> head = before);
        head = now;
    }

    /** Has a line in the place of the one of that name, or none if it is blank. */
    void put(LedgerLine line) {
        whole = null;
        if (line.isBlank()) {
            undo.remove(lines, line.name());
        } else {
            undo.put(lines, line.name(), line);
        }
    }

    HeldWrites writes() {
        return writes;
    }

    /** Forgets a run; tells how many parts it had. */
    int forgetRun(RowId run) {
        Run known = runs.get(run);
        undo.remove(runs, run);
        undo.remove(parts, run);
        return known == null ? 0 : known.parts();
    }

    Head head() {
        return head;
    }

    Optional<LedgerLine> line(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    /** Everything, as it is now. */
    RemoteLedger whole() {
        RemoteLedger made = whole;
        if (made == null) {
            made = new RemoteLedger(head, Collections.unmodifiableSortedMap(new TreeMap<>(lines)));
            whole = made;
        }
        return made;
    }

    List<OpenRun> runs() {
        List<OpenRun> open = new ArrayList<>();
        for (Run run : runs.values()) {
            List<RunPart.Task> tasks = new ArrayList<>();
            parts(run.id()).values().forEach(part -> tasks.addAll(part.tasks()));
            open.add(new OpenRun(run, tasks));
        }
        open.sort((one, other) -> one.run().started().compareTo(other.run().started()));
        return open;
    }

    private SortedMap<Integer, RunPart> parts(RowId run) {
        SortedMap<Integer, RunPart> known = parts.get(run);
        if (known == null) {
            known = new TreeMap<>();
            undo.put(parts, run, known);
        }
        return known;
    }
}
