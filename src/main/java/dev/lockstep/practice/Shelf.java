package dev.lockstep.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a simulator keeps, by id and in the order of creation; remembers how things were before the last write. */
final class Shelf<T> {
    private final Map<String, T> kept = new LinkedHashMap<>();
    private @Nullable String lastId;
    private Optional<T> lastBefore = Optional.empty();

    synchronized Optional<T> get(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    synchronized void put(String id, T thing) {
        remember(id);
        kept.put(id, thing);
    }

    synchronized void remove(String id) {
        remember(id);
        kept.remove(id);
    }

    private void remember(String id) {
        lastId = id;
        lastBefore = get(id);
    }

    synchronized List<T> all() {
        return new ArrayList<>(kept.values());
    }

    /** As {@link #all} was before the last write; what that removed is at the end. */
    synchronized List<T> allBefore() {
        Map<String, T> before = new LinkedHashMap<>(kept);
        if (lastId != null) {
            before.remove(lastId);
            lastBefore.ifPresent(thing -> before.put(lastId, thing));
        }
        return new ArrayList<>(before.values());
    }

    @Override
    public String toString() {
        return "[shelf]";
    }
}
