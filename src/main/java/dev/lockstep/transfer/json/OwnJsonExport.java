package dev.lockstep.transfer.json;

import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportItems;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Refusal.Reason;
import dev.lockstep.transfer.export.Room;
import dev.lockstep.transfer.export.Screening;
import dev.lockstep.transfer.export.SecretOutput;
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
        Room room = new Room(JsonFile.MAX_SIZE - JsonExport.AROUND, JsonExport::measure);
        return item -> room.takes(item) ? Optional.empty() : Optional.of(Reason.NO_ROOM);
    }

    @Override
    public void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException {
        try (SecretOutput output = new SecretOutput(out)) {
            JsonExport json = new JsonExport(output);
            items.<IOException>each(json::add);
            json.finish();
            output.flush();
        }
    }
}
