package dev.lockstep.transfer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.export.ExportFormat.Detail;
import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.transfer.formats.Formats;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written comes back with every byte, or was refused before with the reason. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private final Passphrase passphrase = TestVaults.passphrase("a passphrase for a friend");

    @AfterEach
    void close() {
        passphrase.close();
    }

    @ParameterizedTest
    @CsvSource({"bundle, 0", "json, 0", "csv, 100", "dotenv, 200"})
    void aThousandAwkwardSecrets(String id, int leastRefused) throws Exception {
        for (long seed : new long[] {20261122, 7}) {
            trip(id, leastRefused, seed);
        }
    }

    private void trip(String id, int leastRefused, long seed) throws Exception {
        ExportFormat format = ExportFormats.of(id).orElseThrow();
        Map<String, Importing.Item> items = AwkwardSecrets.make(1000, seed);
        Path file = folder.resolve("secrets-" + seed + format.ending());
        Set<String> refused;
        try (OpenVault vault = TestVaults.create(folder.resolve(seed + ".lockstep"))) {
            AwkwardSecrets.put(items, vault);
            Export export = new Export(vault, format, ExportOptions.sealedWith(passphrase, TestVaults.CHEAP));
            List<SecretId> chosen = new ArrayList<>(AwkwardSecrets.ids(vault));
            List<Refusal> refusals = export.refusals(chosen, Progress.UNTOLD);
            refusals.forEach(refusal -> assertTrue(
                    isFounded(refusal, items.get(refusal.name())),
                    () -> refusal.reason() + " of a secret of which it is not true"));
            refused = refusals.stream().map(Refusal::name).collect(Collectors.toSet());
            refusals.forEach(refusal -> chosen.remove(refusal.secret()));
            assertInstanceOf(Export.Outcome.Written.class, export.toFile(chosen, file, false, Progress.UNTOLD));
        }
        assertTrue(refused.size() >= leastRefused && refused.size() < 900, refused.size() + " refused");
        compare(format, file, items, refused);
        items.values().forEach(item -> item.value().close());
    }

    private void compare(ExportFormat format, Path file, Map<String, Importing.Item> items, Set<String> refused)
            throws Exception {
        var reader = Formats.likely(file).orElseThrow();
        assertEquals(format.id(), reader.id());
        try (ImportSource source = reader.read(file, ImportOptions.password(passphrase), Progress.UNTOLD)) {
            assertEquals(
                    List.of(),
                    source.problems().stream()
                            .map(ImportProblem::kind)
                            .filter(kind -> kind.isLost() || kind == ImportProblem.Kind.RENAMED)
                            .toList());
            assertEquals(items.size() - refused.size(), source.entries().size());
            for (ImportEntry entry : source.entries()) {
                Importing.Item item = items.get(entry.name());
                assertTrue(item != null && !refused.contains(entry.name()), "a name that nobody exported");
                assertTrue(item.value().sameAs(entry.value()), () -> "another value of " + entry.name());
                details(format, item, entry);
            }
        }
    }

    private static void details(ExportFormat format, Importing.Item item, ImportEntry entry) {
        if (format.keeps().contains(Detail.DESCRIPTION)) {
            assertEquals(item.description(), entry.extras().description());
        }
        if (format.keeps().contains(Detail.TAGS)) {
            assertEquals(item.tags(), entry.extras().tags());
        }
        if (format.keeps().contains(Detail.ROTATE_BY)) {
            assertEquals(item.rotateBy(), entry.extras().rotateBy());
        }
    }

    private static boolean isFounded(Refusal refusal, Importing.Item item) {
        return switch (refusal.reason()) {
            case NAME_NOT_A_VARIABLE -> !item.name().matches("[A-Za-z_][A-Za-z0-9_]*");
            case ZERO_BYTE -> item.value().use(RoundTripTest::hasZero);
            case NOT_TEXT -> !item.value().<Boolean>use(Encoding::isUtf8);
            case TAG_WITH_LINE_END -> item.tags().toString().contains("\n");
            case NAME_NOT_A_KEY, NAME_TWICE, NO_ROOM -> false;
        };
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet == 0) {
                return true;
            }
        }
        return false;
    }
}
