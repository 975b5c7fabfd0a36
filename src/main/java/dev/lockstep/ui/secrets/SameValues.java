package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which values of a secret are the same value, told by the moments at which they were written: going back and forth writes a former value as
 * a new version, at a new moment. Holds no value.
 */
final class SameValues {
    private final Map<Written, Instant> firstWritten = new ConcurrentHashMap<>();

    private record Written(SecretId id, Instant moment) {}

    /** Notes that the value of {@code again} is the one that {@code former} had. */
    void note(Entry again, Entry former) {
        firstWritten.put(new Written(again.id(), again.valueChanged()), first(former));
    }

    boolean same(Entry one, Entry other) {
        return first(one).equals(first(other));
    }

    private Instant first(Entry entry) {
        return firstWritten.getOrDefault(new Written(entry.id(), entry.valueChanged()), entry.valueChanged());
    }
}
