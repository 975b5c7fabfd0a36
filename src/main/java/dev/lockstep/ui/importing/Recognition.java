package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.transfer.formats.Formats;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The formats there are, and how one of them is found out.
 *
 * @param formats in the order to show
 * @param tables looks at tables before their columns are known
 */
record Recognition(List<ImportFormat> formats, ImportViewModel.Tables tables) {
    /** What a source looks like, and what is needed to read it so. */
    record Found(Optional<ImportFormat> format, Set<Need> needs) {}

    Found of(Path source) throws ImportException, InterruptedException {
        Optional<ImportFormat> likely = Formats.likely(formats, source);
        return new Found(likely, likely.isPresent() ? likely.get().needs(source) : Set.of());
    }
}
