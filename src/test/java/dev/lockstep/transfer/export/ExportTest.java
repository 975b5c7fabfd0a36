package dev.lockstep.transfer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.rotation.Exposure;
import dev.lockstep.sync.rotation.Offboarding;
import dev.lockstep.transfer.ExportException;
import dev.lockstep.transfer.dotenv.DotenvExport;
import dev.lockstep.transfer.dotenv.ExampleExport;
import dev.lockstep.transfer.json.OwnJsonExport;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir
    private Path folder;

    private Path target;
    private OpenVault vault;
    private final List<SecretId> chosen = new ArrayList<>();

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("v.lockstep"));
        target = Files.createDirectory(folder.resolve("out")).resolve("secrets.env");
        add("ALPHA", "alpha value");
        add("BETA", "beta");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void add(String name, String value) throws Exception {
        chosen.add(TestVaults.add(vault, name, value).id());
    }

    private Export export() {
        return new Export(vault, new DotenvExport(), ExportOptions.NONE);
    }

    private ExportException.Reason failed(boolean replace) {
        return assertThrows(ExportException.class, () -> export().toFile(chosen, target, replace, Progress.UNTOLD))
                .reason();
    }

    private List<String> left() throws Exception {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<AuditEntry> exported() throws Exception {
        return vault.audit().page(1, 1000).entries().stream()
                .filter(entry -> entry.event() == AuditEvent.EXPORTED)
                .toList();
    }

    private List<Exposure> exposed() throws Exception {
        return Offboarding.of(vault, Progress.UNTOLD).all();
    }

    @Test
    void aFileHasTheChosenSecretsInTheirOrderAndOnlyItsOwnerReadsIt() throws Exception {
        assertEquals(new Export.Outcome.Written(2), export().toFile(chosen.reversed(), target, false, Progress.UNTOLD));
        assertEquals("BETA=beta\nALPHA='alpha value'\n", Files.readString(target));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        assertEquals(List.of("secrets.env"), left());
    }

    @Test
    void theAuditLogTellsOfEachAndWhoLeavesKnowsThem() throws Exception {
        assertEquals(List.of(), exposed());
        export().toFile(chosen, target, false, Progress.UNTOLD);
        assertEquals(
                List.of("ALPHA", "BETA"),
                exported().stream().map(AuditEntry::name).toList());
        assertEquals(
                List.of("secrets.env", "secrets.env"),
                exported().stream().map(AuditEntry::note).toList());
        assertEquals(List.of(1, 1), exposed().stream().map(Exposure::exported).toList());
    }

    @Test
    void ofManyTheLogTellsTheNumberAndWhoLeavesKnowsThemAll() throws Exception {
        for (int i = 0; i < 60; i++) {
            add("MANY_" + i, "value " + i);
        }
        export().toFile(chosen, target, false, Progress.UNTOLD);
        assertEquals(List.of(62), exported().stream().map(AuditEntry::count).toList());
        assertEquals(62, exposed().size());
        assertEquals(1, Offboarding.of(vault, Progress.UNTOLD).unnamed());
    }

    @Test
    void manyAreNotedAsShownInAVaultThatIsAsItWasSaved() throws Exception {
        for (int i = 0; i < 500; i++) {
            add("MANY_" + i, "value " + i);
        }
        chosen.remove(3);
        export().toFile(chosen, target, false, Progress.UNTOLD);
        assertShown();
        vault.close();
        vault = TestVaults.unlock(folder.resolve("v.lockstep"));
        assertShown();
        assertTrue(vault.check(Progress.UNTOLD).sound());
    }

    /** All but one of 502 were exported, and those come last where they are ordered by that. */
    private void assertShown() {
        Catalog.Hits hits =
                vault.catalog().find(new Query(new Query.Scope.All(), "", Query.Order.LAST_REVEALED, false));
        assertEquals(502, hits.size());
        for (int i = 0; i < hits.size(); i++) {
            assertEquals(i > 0, hits.entry(i).orElseThrow().lastRevealed().isPresent(), "at " + i);
            assertEquals(i > 0, chosen.contains(hits.id(i)));
        }
    }

    @Test
    void moreThanIsHeldInMemoryGoesOutAllTheSame() throws Exception {
        String most = "x".repeat(SecretValue.MAX_SIZE);
        int secrets = Held.MOST / SecretValue.MAX_SIZE + 2;
        for (int i = chosen.size(); i < secrets; i++) {
            add("LARGE_" + i, most);
        }
        Export json = new Export(vault, new OwnJsonExport(), ExportOptions.NONE);
        assertEquals(new Export.Outcome.Written(secrets), json.toFile(chosen, target, false, Progress.UNTOLD));
        assertTrue(Files.size(target) > Held.MOST);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.toStream(chosen, out, "-", Progress.UNTOLD);
        assertArrayEquals(Files.readAllBytes(target), out.toByteArray());
        assertEquals(
                secrets,
                new ObjectMapper()
                        .readTree(out.toByteArray())
                        .findValues("value")
                        .size());
    }

    @Test
    void anExampleHasNoValuesAndExposesNone() throws Exception {
        new Export(vault, new ExampleExport(), ExportOptions.NONE).toFile(chosen, target, false, Progress.UNTOLD);
        assertEquals("ALPHA=\nBETA=\n", Files.readString(target));
        assertEquals(List.of(), exposed());
        assertEquals(List.of(0), exported().stream().map(AuditEntry::count).toList());
    }

    @Test
    void whatTheFormatCannotHoldIsNamedAndNothingIsWritten() throws Exception {
        add("no variable", "value");
        add("ZERO", "a\0b");
        List<Refusal> expected = List.of(
                new Refusal(chosen.get(2), "no variable", Refusal.Reason.NAME_NOT_A_VARIABLE),
                new Refusal(chosen.get(3), "ZERO", Refusal.Reason.ZERO_BYTE));

        assertEquals(expected, export().refusals(chosen, Progress.UNTOLD));
        Export.Outcome.Refused refused =
                assertInstanceOf(Export.Outcome.Refused.class, export().toFile(chosen, target, false, Progress.UNTOLD));
        assertEquals(expected, refused.refusals());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(refused, export().toStream(chosen, out, "-", Progress.UNTOLD));
        assertEquals(0, out.size());
        assertEquals(List.of(), left());
        assertEquals(List.of(), exported());
    }

    @Test
    void aStreamGetsTheSame() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export().toStream(chosen, out, "-", Progress.UNTOLD);
        assertEquals("ALPHA='alpha value'\nBETA=beta\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(2, exported().size());
    }

    @Test
    void whatIsThereStaysUnlessItMayBeReplaced() throws Exception {
        Files.writeString(target, "mine");
        assertEquals(ExportException.Reason.EXISTS, failed(false));
        assertEquals("mine", Files.readString(target));
        assertEquals(List.of(), exported());
        export().toFile(chosen, target, true, Progress.UNTOLD);
        assertEquals(2, Files.readAllLines(target).size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        assertEquals(List.of("secrets.env"), left());
    }

    @Test
    void aFolderIsNeverReplaced() throws Exception {
        Files.createDirectory(target);
        assertEquals(ExportException.Reason.EXISTS, failed(false));
        assertEquals(ExportException.Reason.UNWRITABLE, failed(true));
        assertEquals(List.of("secrets.env"), left());
        target = target.resolve("nowhere").resolve("x.env");
        assertEquals(ExportException.Reason.NO_FOLDER, failed(true));
        assertEquals(List.of(), exported());
    }

    @Test
    void whoCancelsItIsLeftWithNothing() throws Exception {
        for (int i = 0; i < 200; i++) {
            add("MANY_" + i, "value " + i);
        }
        for (long when : new long[] {1, 150, 203, 390}) {
            Progress cancelling = (done, total) -> {
                if (done >= when) {
                    Thread.currentThread().interrupt();
                }
            };
            assertThrows(
                    InterruptedException.class, () -> export().toFile(chosen, target, false, cancelling), "at " + when);
            assertEquals(List.of(), left());
        }
        assertEquals(List.of(), exported());
    }
}
