package dev.lockstep.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where two sequences differ: the shortest edit that makes one of the other, as E. Myers describes it ("An O(ND) Difference Algorithm",
 * 1986), between what both begin and end with. It asks for equality by place and keeps places only. Where the edit would be too long to be
 * of use, all of the middle counts as different.
 */
final class Difference {
    /** The most single insertions and deletions that are looked for. */
    private static final int MOST_EDITS = 500;

    /** The most comparisons. */
    private static final int MOST_STEPS = 4_000_000;

    private final Same same;
    private final int prefix;
    private final int length;
    private final int otherLength;
    private final List<int[]> trace = new ArrayList<>();
    private int steps;

    private Difference(int length, int otherLength, Same same) {
        this.same = same;
        int shorter = Math.min(length, otherLength);
        int begin = 0;
        while (begin < shorter && same.at(begin, begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && same.at(length - 1 - end, otherLength - 1 - end)) {
            end++;
        }
        prefix = begin;
        this.length = length - begin - end;
        this.otherLength = otherLength - begin - end;
    }

    /** Whether an item of the one sequence equals an item of the other. */
    @FunctionalInterface
    interface Same {
        boolean at(int index, int otherIndex);
    }

    /** A range of the one sequence in whose place the other has another; one of them may be empty. */
    record Block(int from, int to, int otherFrom, int otherTo) {}

    /** The ranges that differ, in order; between them both are equal. */
    static List<Block> between(int length, int otherLength, Same same) {
        Difference difference = new Difference(length, otherLength, same);
        if (difference.length == 0 && difference.otherLength == 0) {
            return List.of();
        }
        return difference.search() ? difference.blocks() : List.of(difference.middle());
    }

    private Block middle() {
        return new Block(prefix, prefix + length, prefix, prefix + otherLength);
    }

    /** Goes along the diagonals as far as possible with 0, 1, 2 ... edits; tells whether the end was reached. */
    private boolean search() {
        int most = Math.min(MOST_EDITS, length + otherLength);
        int[] furthest = new int[2 * most + 3];
        for (int edits = 0; edits <= most; edits++) {
            trace.add(Arrays.copyOfRange(furthest, most + 1 - edits, most + 2 + edits));
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int at = most + 1 + diagonal;
                boolean down = diagonal == -edits || (diagonal != edits && furthest[at - 1] < furthest[at + 1]);
                int x = slide(down ? furthest[at + 1] : furthest[at - 1] + 1, diagonal);
                furthest[at] = x;
                if (x >= length && x - diagonal >= otherLength) {
                    return true;
                }
            }
            if (steps > MOST_STEPS) {
                return false;
            }
        }
        return false;
    }

    private int slide(int from, int diagonal) {
        int x = from;
        while (x < length && x - diagonal < otherLength && same.at(prefix + x, prefix + x - diagonal)) {
            x++;
        }
        steps += x - from + 1;
        return x;
    }

    /** Goes the way back and gathers the edits that stand next to each other. */
    private List<Block> blocks() {
        List<Block> found = new ArrayList<>();
        int x = length;
        int y = otherLength;
        for (int edits = trace.size() - 1; edits > 0; edits--) {
            int[] furthest = trace.get(edits);
            int diagonal = x - y;
            int at = edits + diagonal;
            boolean down = diagonal == -edits || (diagonal != edits && furthest[at - 1] < furthest[at + 1]);
            int before = down ? furthest[at + 1] : furthest[at - 1];
            int beforeY = before - (down ? diagonal + 1 : diagonal - 1);
            add(found, before, down ? before : before + 1, beforeY, down ? beforeY + 1 : beforeY);
            x = before;
            y = beforeY;
        }
        Collections.reverse(found);
        return found;
    }

    private void add(List<Block> backwards, int from, int to, int otherFrom, int otherTo) {
        Block one = new Block(prefix + from, prefix + to, prefix + otherFrom, prefix + otherTo);
        if (!backwards.isEmpty()
                && backwards.getLast().from() == one.to()
                && backwards.getLast().otherFrom() == one.otherTo()) {
            Block next = backwards.removeLast();
            backwards.add(new Block(one.from(), next.to(), one.otherFrom(), next.otherTo()));
        } else {
            backwards.add(one);
        }
    }
}
