package dev.lockstep.ui.secrets;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which versions of values are the same value: going back and forth writes a former value as a new version. Holds no value. */
final class SameValues {
    private final Map<Long, Long> firstVersions = new ConcurrentHashMap<>();

    /** Notes that one version is the value of a former one. */
    void note(long again, long former) {
        firstVersions.put(again, first(former));
    }

    boolean same(long one, long other) {
        return first(one) == first(other);
    }

    private long first(long version) {
        return firstVersions.getOrDefault(version, version);
    }
}
