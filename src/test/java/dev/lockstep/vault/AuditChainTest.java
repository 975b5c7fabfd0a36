package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.vault.AuditLog.Damage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of the audit log, and what is told of one that somebody had their hands on. */
class AuditChainTest {
    @TempDir
    private Path folder;

    private Path file;
    private long size;

    @BeforeEach
    void copy() throws Exception {
        file = Sample.get().in(folder);
        try (OpenVault vault = Sample.get().open(file)) {
            size = vault.audit().size();
        }
        assertTrue(size >= 8, size + " entries");
    }

    private void change(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            assertEquals(1, Sample.update(connection, sql, arguments));
        }
    }

    private static byte[] entry(Path from, long number) throws Exception {
        try (Connection connection = Sample.connect(from)) {
            return Sample.blob(connection, "SELECT v FROM audit WHERE seq = ?", number);
        }
    }

    private AuditLog.Page page(long from, int count) throws Exception {
        try (OpenVault vault = Sample.get().open(file)) {
            assertEquals(size, vault.audit().size());
            return vault.audit().page(from, count);
        }
    }

    private void finds(Damage... damage) throws Exception {
        assertEquals(List.of(damage), page(1, 1000).damage());
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void aWholeLogIsReadFromItsFirstEntryToItsLast() throws Exception {
        AuditLog.Page whole = page(1, 1000);
        assertEquals(List.of(), whole.damage());
        assertEquals(
                numbers(1, size),
                whole.entries().stream().map(AuditEntry::number).toList());
        assertEquals(AuditEvent.CREATED, whole.entries().getFirst().event());
        AuditEntry added = whole.entries().stream()
                .filter(entry -> entry.event() == AuditEvent.ADDED)
                .findFirst()
                .orElseThrow();
        assertEquals("ALPHA", added.name());
        assertEquals(1, added.count());
        assertTrue(added.subject().isPresent());
    }

    @Test
    void aPageIsAsLongAsAskedForAndChecksWhatItHolds() throws Exception {
        change("DELETE FROM audit WHERE seq = 5");
        AuditLog.Page before = page(2, 3);
        assertEquals(
                numbers(2, 4), before.entries().stream().map(AuditEntry::number).toList());
        assertEquals(List.of(), before.damage());
        assertEquals(List.of(new Damage(5, 5, Damage.Kind.MISSING)), page(5, 1).damage());
        assertEquals(List.of(), page(6, 1000).damage());
        assertEquals(
                numbers(1, 2),
                page(-7, 2).entries().stream().map(AuditEntry::number).toList());
    }

    @Test
    void missingEntriesAreToldAsOneStretchForEachGap() throws Exception {
        change("DELETE FROM audit WHERE seq = 2");
        change("DELETE FROM audit WHERE seq = 3");
        change("DELETE FROM audit WHERE seq = 6");
        finds(new Damage(2, 3, Damage.Kind.MISSING), new Damage(6, 6, Damage.Kind.MISSING));
    }

    @Test
    void anAlteredEntryIsToldApartFromAMissingOne() throws Exception {
        change("DELETE FROM audit WHERE seq = 4");
        change("UPDATE audit SET v = ? WHERE seq = 5", entry(file, 3));
        change("UPDATE audit SET v = ? WHERE seq = 6", new byte[] {1});
        finds(new Damage(4, 4, Damage.Kind.MISSING), new Damage(5, 6, Damage.Kind.ALTERED));
    }

    @Test
    void theLastEntryCutOffIsMissing() throws Exception {
        change("DELETE FROM audit WHERE seq = ?", size);
        finds(new Damage(size, size, Damage.Kind.MISSING));
    }

    /** Another copy of the vault went another way from the last entry on. */
    @Test
    void entriesFromAnotherCopyDoNotContinueTheChain() throws Exception {
        Path other = folder.resolve("other.lockstep");
        Files.copy(file, other);
        for (Path copy : List.of(file, other)) {
            try (OpenVault vault = Sample.get().open(copy)) {
                TestVaults.add(vault, copy == file ? "HERE" : "THERE", "x");
                TestVaults.add(vault, "LAST", "x");
            }
        }
        size += 2;
        change("UPDATE audit SET v = ? WHERE seq = ?", entry(other, size - 1), size - 1);
        finds(new Damage(size, size, Damage.Kind.REPLACED));
        change("UPDATE audit SET v = ? WHERE seq = ?", entry(other, size), size);
        finds(new Damage(size, size, Damage.Kind.REPLACED));
    }

    @Test
    void entriesThatTheVaultNeverCountedAreSurplus() throws Exception {
        change("INSERT INTO audit (seq, v) VALUES (?, ?)", size + 1, entry(file, 3));
        finds(new Damage(size + 1, size + 1, Damage.Kind.SURPLUS));
    }

    @Test
    void entriesBeforeTheFirstAreSurplus() throws Exception {
        change("INSERT INTO audit (seq, v) VALUES (-3, ?)", entry(file, 3));
        finds(new Damage(-3, 0, Damage.Kind.SURPLUS));
    }
}
