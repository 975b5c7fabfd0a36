package dev.lockstep.ui.kit;

import dev.lockstep.ui.kit.DiffLine.Kind;
import dev.lockstep.ui.kit.DiffLine.Range;
import dev.lockstep.words.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of two texts beside each other, with what changed inside them. Of the texts it keeps places only. */
final class DiffLines {
    /** So many lines that are in both stay around a change. */
    private static final int AROUND = 3;

    /** Fewer equal characters than this between two changes are taken for chance. */
    private static final int CHANCE = 4;

    private final CharSequence older;
    private final CharSequence newer;
    private final int[] olderStarts;
    private final int[] newerStarts;
    private final List<DiffLine> lines = new ArrayList<>();

    private DiffLines(CharSequence older, CharSequence newer) {
        this.older = older;
        this.newer = newer;
        olderStarts = starts(older);
        newerStarts = starts(newer);
    }

    static List<DiffLine> of(CharSequence older, CharSequence newer) {
        DiffLines made = new DiffLines(older, newer);
        made.run();
        return List.copyOf(made.lines);
    }

    /** Where each line begins, and where the text ends. */
    private static int[] starts(CharSequence text) {
        int[] starts = new int[16];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == '\n') {
                starts = count + 1 < starts.length ? starts : Arrays.copyOf(starts, 2 * starts.length);
                starts[count++] = i;
            }
        }
        starts[count] = text.length();
        return Arrays.copyOf(starts, count + 1);
    }

    private void run() {
        int[] olderSums = sums(older, olderStarts);
        int[] newerSums = sums(newer, newerStarts);
        List<Difference.Block> blocks = Difference.between(
                olderSums.length,
                newerSums.length,
                (one, other) -> olderSums[one] == newerSums[other] && sameLine(one, other));
        Arrays.fill(olderSums, 0);
        Arrays.fill(newerSums, 0);
        int done = 0;
        for (Difference.Block block : blocks) {
            same(done, block.otherFrom(), done == 0 && lines.isEmpty(), false);
            changed(block);
            done = block.otherTo();
        }
        same(done, newerStarts.length - 1, blocks.isEmpty(), true);
    }

    private static int[] sums(CharSequence text, int[] starts) {
        int[] sums = new int[starts.length - 1];
        for (int line = 0; line < sums.length; line++) {
            for (int i = starts[line]; i < starts[line + 1]; i++) {
                sums[line] = 31 * sums[line] + text.charAt(i);
            }
        }
        return sums;
    }

    private boolean sameLine(int one, int other) {
        int from = olderStarts[one];
        int otherFrom = newerStarts[other];
        int length = olderStarts[one + 1] - from;
        boolean same = newerStarts[other + 1] - otherFrom == length;
        for (int i = 0; same && i < length; i++) {
            same = older.charAt(from + i) == newer.charAt(otherFrom + i);
        }
        return same;
    }

    /** Adds lines of the newer text that are in both; of many, those next to a change. */
    private void same(int from, int to, boolean first, boolean last) {
        int head = first ? 0 : AROUND;
        int tail = last ? 0 : AROUND;
        int hidden = to - from - head - tail;
        if (hidden <= 1) {
            sameLines(from, to);
            return;
        }
        sameLines(from, from + head);
        lines.add(DiffLine.whole(Kind.GAP, 0, hidden));
        sameLines(to - tail, to);
    }

    private void sameLines(int from, int to) {
        for (int line = from; line < to; line++) {
            lines.add(DiffLine.whole(Kind.SAME, newerStarts[line], newerStarts[line + 1]));
        }
    }

    private void changed(Difference.Block block) {
        int pairs = Math.min(block.to() - block.from(), block.otherTo() - block.otherFrom());
        List<DiffLine> added = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            added.add(pair(block.from() + i, block.otherFrom() + i));
        }
        for (int line = block.from() + pairs; line < block.to(); line++) {
            lines.add(DiffLine.whole(Kind.REMOVED, olderStarts[line], olderStarts[line + 1]));
        }
        lines.addAll(added);
        for (int line = block.otherFrom() + pairs; line < block.otherTo(); line++) {
            lines.add(DiffLine.whole(Kind.ADDED, newerStarts[line], newerStarts[line + 1]));
        }
    }

    /** Adds a removed line and gives the added one in its place, both with what differs, unless they have too little in common. */
    private DiffLine pair(int line, int otherLine) {
        int from = olderStarts[line];
        int to = olderStarts[line + 1];
        int otherFrom = newerStarts[otherLine];
        int otherTo = newerStarts[otherLine + 1];
        List<Difference.Block> blocks = joined(Difference.between(
                to - from,
                otherTo - otherFrom,
                (one, other) -> older.charAt(from + one) == newer.charAt(otherFrom + other)));
        int equal = to - from;
        for (Difference.Block block : blocks) {
            equal -= block.to() - block.from();
        }
        boolean akin = 3 * equal >= Math.max(to - from, otherTo - otherFrom);
        List<Range> removed = new ArrayList<>();
        List<Range> added = new ArrayList<>();
        for (Difference.Block block : akin ? blocks : List.<Difference.Block>of()) {
            add(removed, older, from + block.from(), from + block.to());
            add(added, newer, otherFrom + block.otherFrom(), otherFrom + block.otherTo());
        }
        lines.add(new DiffLine(Kind.REMOVED, from, to, removed));
        return new DiffLine(Kind.ADDED, otherFrom, otherTo, added);
    }

    private static List<Difference.Block> joined(List<Difference.Block> blocks) {
        List<Difference.Block> joined = new ArrayList<>();
        for (Difference.Block block : blocks) {
            if (!joined.isEmpty() && block.from() - joined.getLast().to() < CHANCE) {
                Difference.Block last = joined.removeLast();
                joined.add(new Difference.Block(last.from(), block.to(), last.otherFrom(), block.otherTo()));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    /** Widens a range to whole characters, as a reader takes them. */
    private static void add(List<Range> ranges, CharSequence text, int from, int to) {
        if (from < to) {
            int begin = Clusters.previous(text, from + 1);
            int end = Clusters.next(text, Clusters.previous(text, to));
            ranges.add(new Range(begin, end));
        }
    }
}
