package dev.lockstep.ui.kit;

import java.util.List;

/**
 * One line of a comparison of two texts.
 *
 * @param from place in its text where the line begins: the newer text for lines in both, else the one that has it
 * @param to where it ends, behind its line end; for a gap, how many lines it stands for behind {@code from}
 * @param changed what of it differs from its counterpart; empty where it has none, or none that is much alike
 */
record DiffLine(Kind kind, int from, int to, List<Range> changed) {
    /** What became of a line. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED,
        /** Lines in both that are left out. */
        GAP
    }

    /** From one place up to, not including, another. */
    record Range(int from, int to) {}

    static DiffLine whole(Kind kind, int from, int to) {
        return new DiffLine(kind, from, to, List.of());
    }

    boolean changedAt(int index) {
        for (Range range : changed) {
            if (index >= range.from() && index < range.to()) {
                return true;
            }
        }
        return false;
    }
}
