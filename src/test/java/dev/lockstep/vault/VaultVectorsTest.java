package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.format.FormatKeys;
import dev.lockstep.format.FormatReader;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small vault files, each good or broken in one way: the program tells which, and so does a second reader that shares no code with it. */
class VaultVectorsTest {
    private static final String PASSWORD = "one password for all";
    private static final String SECOND_PASSWORD = "one with a key file";
    private static final String KEPT = "what the operating system keeps.";
    private static final String KEY_FILE =
            "lockstep key file\nversion 1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n630dcd29\n";
    private static final String CODE = "C4G6-PSBS-41QP-C83M-D1MQ-4X3S-5NT7-EVS0-C9WQ-8SBK-5GG6-CTBR-CNJ2-YF10";

    @TempDir
    private Path folder;

    private record Vector(String name, String outcome, String reason, String way) {}

    private static List<Vector> vectors() throws Exception {
        try (InputStream index = VaultVectorsTest.class.getResourceAsStream("vectors/index.tsv")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(fields -> new Vector(fields[0], fields[1], fields[2], fields[3]))
                    .toList();
        }
    }

    private Path unpacked(Vector vector) throws Exception {
        Path file = folder.resolve(vector.name() + ".lockstep");
        try (InputStream packed = new GZIPInputStream(
                VaultVectorsTest.class.getResourceAsStream("vectors/" + vector.name() + ".lockstep.gz"))) {
            Files.write(file, packed.readAllBytes());
        }
        return file;
    }

    @Test
    void thereAreAtLeastAHundredAndTwentyOfBothKinds() throws Exception {
        assertTrue(vectors().size() >= 120, vectors().size() + " vectors");
        assertTrue(vectors().stream()
                        .filter(vector -> vector.outcome().equals("good"))
                        .count()
                >= 20);
    }

    @Test
    void theProgramTellsEachForWhatItIs() throws Exception {
        List<String> otherwise = new ArrayList<>();
        for (Vector vector : vectors()) {
            String found = judged(unpacked(vector), vector.way());
            if (!found.equals(vector.outcome())) {
                otherwise.add(vector.name() + " (" + vector.reason() + "): " + found + ", not " + vector.outcome());
            }
        }
        assertEquals("", String.join("\n", otherwise));
    }

    /** Asks for everything in a vault; tells what is wrong first. */
    private String judged(Path file, String way) {
        try (LockedVault locked = TestVaults.VAULTS.open(file);
                OpenVault vault = unlock(locked, way)) {
            if (vault.keys().altered()) {
                return "held back " + new Failure.SetChanged(Failure.Part.KEY_SLOT);
            }
            for (Query.Scope scope : List.of(new Query.Scope.All(), new Query.Scope.Trash())) {
                Catalog.Hits hits = vault.catalog().find(new Query(scope, "", Query.Order.NAME, false));
                for (int i = 0; i < hits.size(); i++) {
                    vault.secrets().peek(hits.id(i)).close();
                    for (History.Version version : vault.history().versions(hits.id(i))) {
                        vault.history().peek(hits.id(i), version.version()).close();
                    }
                }
            }
            for (Drafts.Draft draft : vault.drafts().all()) {
                vault.drafts().value(draft.id()).ifPresent(SecretValue::close);
            }
            for (Remote remote : vault.remotes().all()) {
                vault.remotes().credentials(remote.id()).values().forEach(SecretValue::close);
                vault.sync().each(remote.id(), (id, bytes) -> {});
                try (SecretValue value = TestVaults.value("any")) {
                    vault.sync().fingerprints().of(remote.id(), "any", value);
                }
            }
            AuditLog.Page log = vault.audit().page(1, 1000);
            String found = Stream.concat(
                            log.damage().stream().map(part -> part.kind() + " " + part.from() + ".." + part.to()),
                            log.entries().stream()
                                    .filter(entry -> entry.event() == AuditEvent.FOREIGN_ENTRIES_REMOVED)
                                    .map(entry -> entry.event() + " " + entry.count()))
                    .collect(Collectors.joining(", "));
            return found.isEmpty() ? "good" : "audit " + found;
        } catch (VaultException e) {
            return e.failure().toString();
        }
    }

    private OpenVault unlock(LockedVault locked, String way) throws VaultException {
        try (Passphrase one = TestVaults.passphrase(PASSWORD);
                Passphrase second = TestVaults.passphrase(SECOND_PASSWORD);
                SecretValue code = TestVaults.value(CODE);
                SecretValue kept = TestVaults.value(KEPT)) {
            return switch (way) {
                case "password" -> locked.unlock(one);
                case "key file" ->
                    locked.unlock(
                            new Password(second, Optional.of(Files.writeString(folder.resolve("key"), KEY_FILE))));
                case "keystore" -> locked.unlockWithKeystore(kept);
                default -> locked.unlockWithRecoveryCode(code);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSecondReaderTakesTheGoodOnesAndNoOther() throws Exception {
        List<String> otherwise = new ArrayList<>();
        for (Vector vector : vectors()) {
            Path file = unpacked(vector);
            String refusal = "good";
            try {
                read(file, vector.way());
            } catch (SQLException | GeneralSecurityException | RuntimeException e) {
                refusal = e.toString();
            }
            if (refusal.equals("good") != vector.outcome().equals("good")) {
                otherwise.add(vector.name() + " (" + vector.reason() + "): " + refusal);
            }
        }
        assertEquals("", String.join("\n", otherwise));
    }

    private static void read(Path file, String way) throws SQLException, GeneralSecurityException {
        try (FormatReader reader = new FormatReader(file)) {
            FormatKeys keys = switch (way) {
                case "password" -> FormatKeys.byPassword(reader.slot(1), Sample.utf8(PASSWORD));
                case "key file" ->
                    FormatKeys.byKeyFile(reader.slot(3), Sample.utf8(KEY_FILE), Sample.utf8(SECOND_PASSWORD));
                case "keystore" -> FormatKeys.byKeystore(reader.slot(4), Sample.utf8(KEPT));
                default -> FormatKeys.byRecoveryCode(reader.slot(2), CODE);
            };
            reader.read(keys);
        }
    }
}
