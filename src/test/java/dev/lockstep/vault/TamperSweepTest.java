package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits flipped anywhere in a whole vault file: what opens is right, and what does not open says why. */
class TamperSweepTest {
    private static final int SAMPLE = 1200;
    private static final int BYTES = 4000;

    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;
    private byte[] whole;
    private List<Object> expected;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
        whole = sample.present();
        expected = contents();
    }

    /** Everything that can be asked of the vault; values that are refused with a name count as such. */
    private List<Object> contents() throws VaultException {
        try (OpenVault vault = sample.open(file)) {
            Drafts.Draft draft = vault.drafts().all().getFirst();
            AuditLog.Page audit = vault.audit().page(1, 1000);
            if (!audit.damage().isEmpty()) {
                throw new VaultException(new Failure.PartDamaged(Failure.Part.AUDIT));
            }
            Remote remote = vault.remotes().all().getFirst();
            return List.of(
                    remote,
                    TestRemotes.credentials(vault, remote),
                    TestSync.rows(vault, remote),
                    audit.entries(),
                    history(vault, "ALPHA"),
                    history(vault, "BETA"),
                    history(vault, "GAMMA"),
                    Sample.value(vault, "ALPHA"),
                    Sample.value(vault, "BETA"),
                    Sample.value(vault, "GAMMA"),
                    vault.catalog().counts(),
                    vault.collections().all(),
                    vault.layout(),
                    draft.details(),
                    TestVaults.text(vault.drafts().value(draft.id()).orElseThrow()),
                    Sample.entry(vault, "BETA"));
        }
    }

    private static List<Object> history(OpenVault vault, String name) throws VaultException {
        SecretId id = Sample.entry(vault, name).id();
        List<Object> found = new ArrayList<>();
        for (History.Version version : vault.history().versions(id)) {
            found.add(version);
            found.add(TestVaults.text(vault.history().peek(id, version.version())));
        }
        return found;
    }

    private void flip(int bit) throws IOException {
        byte[] damaged = whole.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        for (String ending : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
        Files.write(file, damaged);
        String outcome;
        try {
            assertEquals(expected, contents(), "bit " + bit + " was flipped and nobody noticed");
            outcome = "identical";
        } catch (VaultException e) {
            outcome = e.failure().getClass().getSimpleName();
            assertTrue(named(e.failure()), "bit " + bit + ": " + e.failure());
        } catch (RuntimeException e) {
            throw new AssertionError("bit " + bit + " of byte " + bit / 8, e);
        }
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** What damage may be called; nothing that would send the user looking elsewhere. */
    private static boolean named(Failure failure) {
        return switch (failure) {
            case Failure.NotAVault ok -> true;
            case Failure.FileDamaged ok -> true;
            case Failure.PartDamaged ok -> true;
            case Failure.SetChanged ok -> true;
            case Failure.NewerFormat ok -> true;
            case Failure.KdfRefused ok -> true;
            default -> false;
        };
    }

    @Test
    void aSampleOfSingleBits() throws Exception {
        Random random = new Random(2026);
        for (int bit = 0; bit < 100 * 8; bit++) {
            flip(bit);
        }
        for (int i = 0; i < SAMPLE; i++) {
            flip(random.nextInt(whole.length * 8));
        }
        assertTrue(
                outcomes.keySet().containsAll(List.of("identical", "PartDamaged", "FileDamaged", "NotAVault")),
                outcomes.toString());
    }

    @Test
    @Tag("proof")
    void oneBitOfEveryByteAndEveryBitOfASample() throws Exception {
        Random random = new Random(2026);
        for (int at = 0; at < whole.length; at++) {
            flip(at * 8 + random.nextInt(8));
        }
        for (int i = 0; i < BYTES; i++) {
            int at = random.nextInt(whole.length);
            for (int bit = 0; bit < 8; bit++) {
                flip(at * 8 + bit);
            }
        }
        assertEquals(
                whole.length + 8 * BYTES,
                outcomes.values().stream().mapToInt(count -> count).sum(),
                outcomes.toString());
        System.out.println("flipped " + outcomes);
    }
}
