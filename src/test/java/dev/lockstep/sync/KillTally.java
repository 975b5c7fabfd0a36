package dev.lockstep.sync;

import dev.lockstep.remote.Vendor;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What was killed when, and what became of it, by vendor. */
final class KillTally {
    private final Map<Vendor, Map<String, Integer>> counts = new EnumMap<>(Vendor.class);
    private int usualCalls = 1;
    private int usualWrites = 1;

    void count(Vendor vendor, String what) {
        counts.computeIfAbsent(vendor, first -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    /** After a process that came to its end before it was killed. */
    void whole(int calls, int writes) {
        usualCalls = calls;
        usualWrites = writes;
    }

    int usualCalls() {
        return usualCalls;
    }

    int usualWrites() {
        return usualWrites;
    }

    /** How many kills left something without an answer, one for each vendor. */
    int between() {
        return counts.values().stream()
                .mapToInt(of -> of.getOrDefault("kill between request and answer", 0))
                .sum();
    }

    @Override
    public String toString() {
        StringBuilder told = new StringBuilder();
        counts.forEach((vendor, of) -> {
            told.append(vendor).append('\n');
            of.forEach((what, count) -> told.append(String.format("  %5d  %s%n", count, what)));
        });
        return told.toString();
    }
}
