package dev.lockstep.transfer.bundle;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportItem;
import dev.lockstep.transfer.export.ExportItems;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Output;
import dev.lockstep.transfer.export.Refusal.Reason;
import dev.lockstep.transfer.export.Room;
import dev.lockstep.transfer.export.Screening;
import dev.lockstep.vault.Bundles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Writes bundles. */
public final class BundleExport implements ExportFormat {
    /** Ending of a bundle's name. */
    public static final String ENDING = ".lockstep-bundle";

    /** How many bytes of names, descriptions, tags and values it may hold together: 128 MiB. */
    static final long MOST_BYTES = 128L << 20;

    /** A writer without state. */
    public BundleExport() {}

    @Override
    public String id() {
        return "bundle";
    }

    @Override
    public String ending() {
        return ENDING;
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
    public Set<Need> needs() {
        return Set.of(Need.PASSPHRASE);
    }

    @Override
    public Set<Objection> objections(ExportOptions options) {
        boolean given = options.passphrase().filter(some -> !some.isEmpty()).isPresent();
        return given ? Set.of() : Set.of(Objection.NO_PASSPHRASE);
    }

    @Override
    public Screening screening() {
        Room room = new Room(MOST_BYTES, BundleExport::content);
        return item -> room.takes(item) ? Optional.empty() : Optional.of(Reason.NO_ROOM);
    }

    private static void content(ExportItem item, Output output) throws IOException {
        output.text(item.name());
        output.text(item.details().description());
        for (String tag : item.details().tags()) {
            output.text(tag);
        }
        output.value(item.value());
    }

    /** The file is made in a folder of its own, sealed as it is, and then handed over. */
    @Override
    public void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException {
        Passphrase passphrase = options.passphrase().orElseThrow();
        Path folder = Files.createTempDirectory("lockstep-");
        Path file = folder.resolve("bundle");
        try {
            Bundles bundles = new Bundles(Clock.systemUTC(), new SecureRandom());
            bundles.<InterruptedException>write(
                    file,
                    passphrase,
                    options.cost(),
                    sink -> items.<RuntimeException>each(
                            item -> sink.take(item.collection(), item.details(), item.value())));
            try (FileChannel made = FileChannel.open(file)) {
                for (long at = 0; at < made.size(); ) {
                    at += made.transferTo(at, made.size() - at, out);
                }
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
