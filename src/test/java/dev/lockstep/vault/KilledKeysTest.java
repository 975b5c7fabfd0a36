package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it changes the password or the key of a vault leaves it opening with the old one or with the new one. */
class KilledKeysTest {
    private static final String CHANGE = "change";
    private static final String REKEY = "rekey";

    @TempDir
    private Path folder;

    private Path file;

    /** Gives a vault one new password after another and says the number of each once it is confirmed, until it is killed. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        for (int step = Integer.parseInt(arguments[2]); ; ) {
            try (OpenVault vault = Doors.byCode(file, Doors.CODE);
                    Permit permit = vault.keys().permit()) {
                if (arguments[1].equals(REKEY)) {
                    Doors.rekey(vault, permit, password(step), Doors.CODE);
                    System.out.println(step++);
                } else {
                    for (int i = 0; i < 5; i++) {
                        Doors.change(vault, permit, password(step));
                        System.out.println(step++);
                    }
                }
            }
        }
    }

    private static String password(int step) {
        return "password " + step;
    }

    @BeforeEach
    void create() throws Exception {
        file = folder.resolve("vault.lockstep");
        try (OpenVault vault = Doors.create(file);
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            Doors.change(vault, permit, password(0));
            for (int i = 0; i < 30; i++) {
                TestVaults.add(vault, "S" + i, "value " + i);
            }
        }
    }

    private void kill(String what, int times, long seed) throws Exception {
        Random random = new Random(seed);
        int state = 0;
        for (int i = 0; i < times; i++) {
            List<String> said = KilledProcess.run(
                    KilledKeysTest.class, random.nextInt(400), file.toString(), what, Integer.toString(state + 1));
            int confirmed = Integer.parseInt(said.getLast());
            boolean one = opens(confirmed);
            boolean next = opens(confirmed + 1);
            assertTrue(one ^ next, "confirmed " + confirmed + ", opens " + one + ", the next opens " + next);
            state = next ? confirmed + 1 : confirmed;
            requireWhole();
        }
        assertTrue(state > 0);
    }

    private boolean opens(int step) throws VaultException {
        try (OpenVault vault = Doors.byPassword(file, password(step))) {
            return !vault.readOnly();
        } catch (VaultException e) {
            assertEquals(new Failure.WrongPassword(), e.failure());
            return false;
        }
    }

    /** Everything opens with the recovery code, and beside the vault is nothing but drafts that were given up, and no journal that counts. */
    private void requireWhole() throws Exception {
        try (OpenVault vault = Doors.byCode(file, Doors.CODE)) {
            for (int i = 0; i < 30; i++) {
                assertEquals("value " + i, Sample.value(vault, "S" + i));
            }
            assertEquals(List.of(Way.PASSWORD, Way.RECOVERY_CODE), Doors.ways(vault));
            assertEquals(AuditEvent.CREATED, Doors.events(vault).getFirst());
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(path -> !path.equals(file)).toList()) {
                String name = path.getFileName().toString();
                if (name.equals("vault.lockstep-journal")) {
                    byte[] journal = Files.readAllBytes(path);
                    assertTrue(journal.length == 0 || journal[0] == 0, "a journal that SQLite would play back");
                } else {
                    assertTrue(
                            name.startsWith(".") && name.contains(".vault.lockstep.") && name.contains(".new"), name);
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void twoKillsDuringChangesOfThePassword() throws Exception {
        kill(CHANGE, 2, 4);
    }

    @Test
    void twoKillsDuringChangesOfTheKey() throws Exception {
        kill(REKEY, 2, 4);
    }

    @Test
    @Tag("proof")
    void aHundredAndFiftyKillsDuringChangesOfThePassword() throws Exception {
        kill(CHANGE, 150, System.nanoTime());
    }

    @Test
    @Tag("proof")
    void aHundredAndFiftyKillsDuringChangesOfTheKey() throws Exception {
        kill(REKEY, 150, System.nanoTime());
    }
}
