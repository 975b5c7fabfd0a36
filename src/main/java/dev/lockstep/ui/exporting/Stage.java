package dev.lockstep.ui.exporting;

import dev.lockstep.transfer.export.Refusal;
import java.nio.file.Path;
import java.util.List;

/** How far the export is. */
sealed interface Stage {
    /** What, how and where to is being said. */
    record Asking() implements Stage {}

    /**
     * Being looked through or written; it can be called off, and then there is no file.
     *
     * @param total 0 while it is not known
     */
    record Working(long done, long total) implements Stage {}

    /** The format cannot hold some of them, and nothing was written. */
    record Refused(List<Refusal> refusals, int chosen) implements Stage {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** A file of that name is there. */
    record Exists(Path file) implements Stage {}

    record Done(Path file, int secrets) implements Stage {}
}
