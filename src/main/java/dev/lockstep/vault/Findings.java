package dev.lockstep.vault;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list of findings that are made when they are asked for, so that many cost little. */
final class Findings extends AbstractList<Finding> implements RandomAccess {
    private final int size;
    private final IntFunction<Finding> made;

    /** @param made the finding at an index */
    Findings(int size, IntFunction<Finding> made) {
        this.size = size;
        this.made = made;
    }

    /** One list after the other. */
    static List<Finding> joined(List<List<Finding>> parts) {
        return new Findings(parts.stream().mapToInt(List::size).sum(), index -> {
            int left = index;
            for (List<Finding> part : parts) {
                if (left < part.size()) {
                    return part.get(left);
                }
                left -= part.size();
            }
            throw new IndexOutOfBoundsException(index);
        });
    }

    @Override
    public Finding get(int index) {
        return made.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
