package dev.lockstep.vault;

import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What the heads tell of the health of each secret, side by side in arrays, in the order of their names. */
final class Vitals {
    static final int EMPTY = 1;
    static final int WEAK = 1 << 1;
    static final int BAD_NAME = 1 << 2;
    static final int OVERDUE = 1 << 3;
    static final int DUE_SOON = 1 << 4;
    /** Not looked into yet. */
    static final int UNSEEN = 1 << 5;

    static final int UNREADABLE = 1 << 6;

    private final long[] high;
    private final long[] low;
    private final int[] due;
    private final Age[] ages;
    private final int[] days;
    private final byte[] marks;

    Vitals(int size) {
        high = new long[size];
        low = new long[size];
        due = new int[size];
        ages = new Age[size];
        days = new int[size];
        marks = new byte[size];
    }

    /** @param due the rotate-by day since 1970, or {@link HeadCodec#NO_DAY} */
    void put(int at, SecretId id, int due) {
        high[at] = id.row().high();
        low[at] = id.row().low();
        this.due[at] = due;
    }

    /** @param changed the day since 1970 on which the value changed, for sorting only */
    void put(int at, Age age, int changed, int marks) {
        ages[at] = age;
        days[at] = changed;
        this.marks[at] = (byte) marks;
    }

    int size() {
        return marks.length;
    }

    SecretId id(int at) {
        return new SecretId(new RowId(high[at], low[at]));
    }

    boolean is(int at, int mark) {
        return (marks[at] & mark) != 0;
    }

    int due(int at) {
        return due[at];
    }

    Age age(int at) {
        return ages[at];
    }

    /** The day since 1970 on which the value changed. */
    int changed(int at) {
        return days[at];
    }

    /** Where something holds, by ascending key, then by name. */
    int[] where(IntPredicate holds, IntUnaryOperator key) {
        return IntStream.range(0, size())
                .filter(holds)
                .mapToLong(at -> ((long) key.applyAsInt(at) << Integer.SIZE) | at)
                .sorted()
                .mapToInt(packed -> (int) packed)
                .toArray();
    }

    /** How often something holds. */
    int count(IntPredicate holds) {
        return (int) IntStream.range(0, size()).filter(holds).count();
    }
}
