package dev.lockstep.transfer.dotenv;

import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportItems;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Refusal.Reason;
import dev.lockstep.transfer.export.Screening;
import dev.lockstep.transfer.export.SecretOutput;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The {@code .env} format with names and descriptions, and nothing behind the equals signs: for a repository. */
public final class ExampleExport implements ExportFormat {
    /** A writer without state. */
    public ExampleExport() {}

    @Override
    public String id() {
        return "env-example";
    }

    @Override
    public String ending() {
        return ".env.example";
    }

    @Override
    public boolean holdsValues() {
        return false;
    }

    @Override
    public Set<Detail> keeps() {
        return Set.of();
    }

    @Override
    public Screening screening() {
        Set<String> names = new HashSet<>();
        return item -> {
            if (!NamingRules.ENVIRONMENT_VARIABLE.accepts(item.name())) {
                return Optional.of(Reason.NAME_NOT_A_VARIABLE);
            }
            return names.add(item.name()) ? Optional.empty() : Optional.of(Reason.NAME_TWICE);
        };
    }

    @Override
    public void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException {
        try (SecretOutput output = new SecretOutput(out)) {
            items.<IOException>each(item -> {
                DotenvRemarks.write(item, output);
                output.text(item.name() + "=\n");
            });
            output.flush();
        }
    }
}
