package dev.lockstep.transfer.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.SlotHeader;
import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.fuzz.SeededRandom;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Bundles;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A bundle that somebody hands over: read, or refused by name, and left as it is. One whose key would take long is not opened. */
public final class BundleFuzz implements FuzzTarget {
    private static final SecretCollection COLLECTION =
            new SecretCollection(new CollectionId(new RowId(1, 2)), "Personal", "", NamingRules.FREE.id());

    private final Path folder;
    private final Path file;
    private final Passphrase passphrase = TestVaults.passphrase("a passphrase for a friend");

    public BundleFuzz() throws IOException {
        folder = Files.createTempDirectory("bundle");
        file = folder.resolve("bundle");
    }

    /** The key alone takes 19 MiB. */
    @Override
    public long mostMemory(int inputSize) {
        return (64 << 20) + 256L * inputSize;
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        Files.deleteIfExists(file);
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        new Bundles(clock, new SeededRandom(6)).<RuntimeException>write(file, passphrase, TestVaults.CHEAP, sink -> {
            for (String name : List.of("ALPHA", "BETA")) {
                try (SecretValue value = TestVaults.value("value of " + name)) {
                    SecretDetails details = SecretDetails.named(COLLECTION.id(), name);
                    sink.take(COLLECTION, details.withTags(List.of("tag")).withDescription("about it"), value);
                }
            }
        });
        return List.of(Files.readAllBytes(file));
    }

    @Override
    public void accept(byte[] input) throws Exception {
        Files.write(file, input);
        if (isCostly()) {
            return;
        }
        try (ImportSource source = new BundleFormat().read(file, ImportOptions.password(passphrase), Progress.UNTOLD)) {
            Set<String> names = new HashSet<>();
            assertTrue(source.entries().stream().allMatch(entry -> names.add(entry.name())));
        } catch (ImportException e) {
            assertTrue(e.reason() != ImportException.Reason.UNREADABLE, "a reason that says more");
        }
        assertArrayEquals(input, Files.readAllBytes(file));
        try (Stream<Path> beside = Files.list(folder)) {
            assertEquals(List.of(file), beside.toList());
        }
    }

    /** Whether a slot asks for more than that of the seed. */
    private boolean isCostly() {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?immutable=1");
                var read = connection.prepareStatement("SELECT v FROM head WHERE typeof(v) = 'blob'");
                var rows = read.executeQuery()) {
            while (rows.next()) {
                boolean costly = KeySlot.header(rows.getBytes(1))
                        .map(SlotHeader::cost)
                        .filter(cost -> cost.acceptable() && !cost.equals(TestVaults.CHEAP))
                        .isPresent();
                if (costly) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            return false;
        }
    }
}
