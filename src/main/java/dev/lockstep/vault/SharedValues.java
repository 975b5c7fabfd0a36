package dev.lockstep.vault;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Secrets that share a value, found by the fingerprints of their values; the largest groups first. */
final class SharedValues {
    private final int[] members;
    private final int[] starts;
    private final int[] sizes;

    /**
     * Finds the groups.
     *
     * @param fingerprints of all values, overwritten here
     * @param counts which of them count
     */
    SharedValues(long[] fingerprints, IntPredicate counts) {
        long[] shared = shared(fingerprints, counts);
        int[] groups = IntStream.range(0, fingerprints.length)
                .map(at -> counts.test(at) ? Arrays.binarySearch(shared, fingerprints[at]) : -1)
                .toArray();
        int[] counted = new int[shared.length];
        int[] first = new int[shared.length];
        for (int at = groups.length - 1; at >= 0; at--) {
            if (groups[at] >= 0) {
                counted[groups[at]]++;
                first[groups[at]] = at;
            }
        }
        members =
                IntStream.range(0, groups.length).filter(at -> groups[at] >= 0).toArray();
        int[] places = placed(counted, first);
        starts = new int[members.length];
        sizes = new int[members.length];
        int[] next = places.clone();
        int[] ordered = new int[members.length];
        for (int at : members) {
            int group = groups[at];
            int place = next[group]++;
            ordered[place] = at;
            starts[place] = places[group];
            sizes[place] = counted[group];
        }
        System.arraycopy(ordered, 0, members, 0, ordered.length);
        Arrays.fill(fingerprints, 0);
        Arrays.fill(shared, 0);
    }

    /** The fingerprints that occur more than once, ascending. */
    private static long[] shared(long[] fingerprints, IntPredicate counts) {
        long[] sorted = IntStream.range(0, fingerprints.length)
                .filter(counts)
                .mapToLong(at -> fingerprints[at])
                .sorted()
                .toArray();
        long[] shared = IntStream.range(1, sorted.length)
                .filter(i -> sorted[i] == sorted[i - 1])
                .mapToLong(i -> sorted[i])
                .distinct()
                .toArray();
        Arrays.fill(sorted, 0);
        return shared;
    }

    /** Where each group begins, if larger groups come first and equally large ones as their first members do. */
    private static int[] placed(int[] counted, int[] first) {
        int[] places = new int[counted.length];
        int place = 0;
        for (int group : IntStream.range(0, counted.length)
                .boxed()
                .sorted((left, right) -> counted[left] != counted[right]
                        ? Integer.compare(counted[right], counted[left])
                        : Integer.compare(first[left], first[right]))
                .mapToInt(Integer::intValue)
                .toArray()) {
            places[group] = place;
            place += counted[group];
        }
        return places;
    }

    /** How many secrets share their value with another. */
    int size() {
        return members.length;
    }

    /** The secret at an index. */
    int member(int index) {
        return members[index];
    }

    /** Another one with the same value. */
    int other(int index) {
        return members[starts[index] == index ? index + 1 : starts[index]];
    }

    /** How many have the same value. */
    int groupSize(int index) {
        return sizes[index];
    }
}
