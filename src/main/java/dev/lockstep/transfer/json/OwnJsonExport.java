package dev.lockstep.transfer.json;

import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportItems;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Screening;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Our own JSON format, as the package tells it; it holds every name and every byte. */
public final class OwnJsonExport implements ExportFormat {
    /** A writer without state. */
    public OwnJsonExport() {}

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String ending() {
        return ".json";
    }

    @Override
    public boolean holdsValues() {
        return true;
    }

    @Override
    public Set<Detail> keeps() {
        return EnumSet.allOf(Detail.class);
    }

    @Override
    public Screening screening() {
        return item -> Optional.empty();
    }

    @Override
    public void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException {
        try (JsonExport json = new JsonExport(out)) {
            items.<IOException>each(item -> json.add(item.collection().title(), item.details(), item.value()));
            json.finish();
        }
    }
}
