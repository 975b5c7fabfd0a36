package dev.lockstep.transfer.formats;

import dev.lockstep.transfer.dotenv.DotenvExport;
import dev.lockstep.transfer.dotenv.ExampleExport;
import dev.lockstep.transfer.export.ExportFormat;
import java.util.List;
import java.util.Optional;

/** All formats that are written. */
public final class ExportFormats {
    private static final List<ExportFormat> ALL = List.of(new DotenvExport(), new ExampleExport());

    private ExportFormats() {}

    /** In the order to show. */
    public static List<ExportFormat> all() {
        return ALL;
    }

    /** That of an id. */
    public static Optional<ExportFormat> of(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
