package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which open writes of one remote stand together in the file. For one thread at a time. */
final class HeldWrites {
    private final Undo undo;
    private final Map<RowId, SortedMap<String, Intent>> groups = new HashMap<>();
    private final Map<String, RowId> groupOf = new HashMap<>();

    HeldWrites(Undo undo) {
        this.undo = undo;
    }

    void keep(OpenWrites writes) {
        undo.put(groups, writes.id(), new TreeMap<>(writes.writes()));
        writes.writes().keySet().forEach(name -> undo.put(groupOf, name, writes.id()));
    }

    /** The write of a name; empty if none stands here. */
    Optional<Intent> write(String name) {
        return Optional.ofNullable(groupOf.get(name)).map(groups::get).map(group -> group.get(name));
    }

    /** Takes out the write of a name; tells where it stood. */
    Optional<RowId> release(String name) {
        Optional<RowId> group = Optional.ofNullable(groupOf.get(name));
        undo.remove(groupOf, name);
        group.map(groups::get).ifPresent(writes -> undo.remove(writes, name));
        return group;
    }

    /** What is left of a group; empty, and forgotten, if nothing is. */
    Optional<OpenWrites> left(RowId group) {
        SortedMap<String, Intent> writes = groups.getOrDefault(group, new TreeMap<>());
        if (writes.isEmpty()) {
            undo.remove(groups, group);
            return Optional.empty();
        }
        return Optional.of(new OpenWrites(group, writes));
    }
}
