package dev.lockstep.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.transfer.ExportException.Reason;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.AuditFilter;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditExportTest {
    private static final AuditFilter ALL =
            new AuditFilter("", EnumSet.allOf(AuditEvent.class), Optional.empty(), Instant.EPOCH);

    @TempDir
    private Path folder;

    private Path vaultFile;
    private Path target;
    private OpenVault vault;

    @BeforeEach
    void create() throws Exception {
        vaultFile = folder.resolve("v.lockstep");
        target = Files.createDirectory(folder.resolve("out")).resolve("log.csv");
        vault = TestVaults.create(vaultFile);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private List<List<String>> export(AuditFilter filter) throws Exception {
        new AuditExport(vault.audit(), filter).write(target, false, (done, total) -> {});
        return CsvReader.read(Files.readString(target));
    }

    private Reason refused(boolean replace) {
        AuditExport export = new AuditExport(vault.audit(), ALL);
        return assertThrows(ExportException.class, () -> export.write(target, replace, (done, total) -> {}))
                .reason();
    }

    private List<String> left() throws Exception {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyEntryIsARowAndTheExportItselfIsNoted() throws Exception {
        Entry added = TestVaults.add(vault, "STRIPE_API_KEY", "a value, \"never\" written");
        vault.secrets().reveal(added.id()).close();

        List<List<String>> rows = export(ALL);
        List<AuditEntry> entries = vault.audit().page(1, 100).entries();

        assertEquals(List.of("number", "time", "event", "secret", "secret_id", "count", "note"), rows.getFirst());
        assertEquals(4, rows.size());
        assertEquals(
                List.of(
                        "3",
                        entries.get(2).when().toString(),
                        "REVEALED",
                        "STRIPE_API_KEY",
                        added.id().toString(),
                        "1",
                        ""),
                rows.get(3));
        assertEquals(AuditEvent.EXPORTED, entries.get(3).event());
        assertEquals("log.csv", entries.get(3).note());
        assertFalse(Files.readString(target).contains("never"));
    }

    @Test
    void itIsUtf8WithCrLfAndReadableByItsOwnerOnly() throws Exception {
        TestVaults.add(vault, "Stra\u00dfe-\u9375-\ud83d\udd11", "value");
        export(ALL);
        String text = new String(Files.readAllBytes(target), StandardCharsets.UTF_8);

        assertTrue(text.contains("\"Stra\u00dfe-\u9375-\ud83d\udd11\""));
        assertTrue(text.endsWith("\r\n"));
        assertFalse(text.replace("\r\n", "").contains("\n"));
        assumeTrue(Files.getFileStore(target).supportsFileAttributeView("posix"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void hostileNamesAreNoFormulas() throws Exception {
        List<String> names = List.of("=1+1", "+1", "-1", "@SUM(1)", "a\",=1", "a;=1", "=cmd|' /C calc'!A0");
        for (String name : names) {
            TestVaults.add(vault, name, "value");
        }
        List<List<String>> rows = export(ALL);

        assertEquals(names.size() + 2, rows.size());
        for (List<String> row : rows) {
            assertEquals(7, row.size());
            assertTrue(row.stream().noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*")), row.toString());
        }
        assertEquals(
                names,
                rows.stream()
                        .skip(2)
                        .map(row -> row.get(3).replaceFirst("'(?=[=+\\-@])", ""))
                        .toList());
    }

    @Test
    void onlyWhatTheFilterWantsIsWrittenAndDamageAlways() throws Exception {
        for (int i = 0; i < 6; i++) {
            TestVaults.add(vault, "KEY_" + i, "value");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + vaultFile);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM audit WHERE seq IN (3, 4)");
            statement.executeUpdate("UPDATE audit SET v = zeroblob(60) WHERE seq = 6");
        }
        List<List<String>> rows =
                export(new AuditFilter("key_5", EnumSet.of(AuditEvent.ADDED), Optional.empty(), Instant.EPOCH));

        assertEquals(
                List.of("DAMAGE_MISSING", "DAMAGE_ALTERED", "ADDED"),
                rows.stream().skip(1).map(row -> row.get(2)).toList());
        assertEquals(List.of("3", "", "DAMAGE_MISSING", "", "", "2", "3 to 4"), rows.get(1));
    }

    @Test
    void aFileThatIsThereStaysUnlessItMayBeReplaced() throws Exception {
        Files.writeString(target, "mine");

        assertEquals(Reason.EXISTS, refused(false));
        assertEquals("mine", Files.readString(target));
        assertEquals(List.of("log.csv"), left());
        assertEquals(1, vault.audit().size(), "what was not written is not noted");

        new AuditExport(vault.audit(), ALL).write(target, true, (done, total) -> {});
        assertEquals(2, CsvReader.read(Files.readString(target)).size());
        assertEquals(List.of("log.csv"), left());
    }

    @Test
    void aLinkInItsPlaceIsReplacedAndNotFollowed() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "theirs");
        Files.createSymbolicLink(target, other);

        assertEquals(Reason.EXISTS, refused(false));
        new AuditExport(vault.audit(), ALL).write(target, true, (done, total) -> {});
        assertEquals("theirs", Files.readString(other));
        assertFalse(Files.isSymbolicLink(target));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        target = folder.resolve("nowhere").resolve("log.csv");
        assertEquals(Reason.NO_FOLDER, refused(false));
    }

    @Test
    void whoCancelsItIsLeftWithNoFile() throws Exception {
        AuditExport export = new AuditExport(vault.audit(), ALL);
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> export.write(target, false, (done, total) -> {}));
        assertEquals(List.of(), left());
        assertEquals(1, vault.audit().size());
    }
}
