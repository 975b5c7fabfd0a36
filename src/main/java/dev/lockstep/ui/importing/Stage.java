package dev.lockstep.ui.importing;

import dev.lockstep.transfer.Holding;
import java.util.List;

/** How far the import is. */
sealed interface Stage {
    /**
     * A file or a folder is to be chosen.
     *
     * @param problem why the last one could not be read; empty if there was none
     */
    record Choosing(String problem) implements Stage {}

    /** The format and what it needs are to be told. */
    record Asking(Question question) implements Stage {}

    /**
     * Something that takes a while; it can be called off.
     *
     * @param total 0 while it is not known
     */
    record Working(Work work, long done, long total) implements Stage {}

    /** The rows are shown and can be chosen. */
    record Preview() implements Stage {}

    /**
     * It is written.
     *
     * @param holdings what the source held
     */
    record Done(Tally tally, List<Holding> holdings) implements Stage {
        public Done {
            holdings = List.copyOf(holdings);
        }
    }

    /** What is being done. */
    enum Work {
        LOOKING,
        READING,
        COMPARING,
        WRITING
    }
}
