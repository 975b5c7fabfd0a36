package dev.lockstep.transfer.dotenv;

import dev.lockstep.transfer.export.ExportItem;
import dev.lockstep.transfer.export.Output;
import java.io.IOException;

/** Writes the description of a secret as comments above it. */
final class DotenvRemarks {
    private DotenvRemarks() {}

    static void write(ExportItem item, Output output) throws IOException {
        for (String line : item.details().description().lines().toList()) {
            String shown = line.replaceAll("\\p{Cntrl}", " ").strip();
            output.text(shown.isEmpty() ? "#\n" : "# " + shown + "\n");
        }
    }
}
