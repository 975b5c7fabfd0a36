package dev.lockstep.transfer.csv;

import dev.lockstep.transfer.Columns;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.vault.Progress;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tables of comma-separated values, also with semicolons or tabs, in UTF-8. What the columns are is known from the headings that KeePassXC,
 * Bitwarden, 1Password, browsers, Doppler, Infisical and Lockstep write, in any order; of other tables it has to be said.
 */
public final class CsvFormat implements ImportFormat {
    /** The largest file that is read, in bytes: 64 MiB. */
    public static final int MAX_SIZE = 64 << 20;

    /** A reader without state. */
    public CsvFormat() {}

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        CsvRows rows = new CsvRows(MemorySegment.ofArray(beginning));
        if (!rows.isUtf16() && rows.next() && CsvHeading.of(rows).isKnown()) {
            return Likeness.SURE;
        }
        String name = source.getFileName() == null ? "" : source.getFileName().toString();
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return beginning.length > 0 && (end.equals("csv") || end.equals("tsv")) ? Likeness.LIKELY : Likeness.NO;
    }

    @Override
    public Set<Need> needs(Path source) throws ImportException, InterruptedException {
        try (SourceFile file = SourceFile.read(source, MAX_SIZE)) {
            CsvRows rows = new CsvRows(file.content());
            boolean told = rows.isUtf16() || !rows.next() || CsvHeading.of(rows).isKnown();
            return told ? Set.of() : Set.of(Need.COLUMNS);
        }
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        try (SourceFile file = SourceFile.read(source, MAX_SIZE)) {
            return read(file.content(), options.columns(), progress);
        }
    }

    static ImportSource read(MemorySegment content, Optional<Columns> columns, Progress progress)
            throws ImportException, InterruptedException {
        return CsvReading.read(new CsvRows(content), columns, progress);
    }
}
