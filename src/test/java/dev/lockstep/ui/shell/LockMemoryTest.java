package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After the vault was locked through the window, nothing that can still be reached holds the password, a value or a name. The markers are
 * made by a seeded generator whenever they are needed, so that the test itself keeps none.
 */
class LockMemoryTest extends ToolkitTest {
    private static final int LENGTH = 24;

    @TempDir
    private Path folder;

    @Test
    void lockingLeavesNoPasswordValueOrNameReachable() throws Exception {
        Path file = folder.resolve("memory.lockstep");
        prepare(file, NAME);
        try (Window window = new Window(folder)) {
            runOnFx(() -> window.model().open(file));
            window.awaitFocus(SecretField.class);
            typeMarker(window, PASSWORD);
            window.press(KeyCode.ENTER);
            window.await("the vault", () -> window.model().open().isPresent());
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.CONTROL, KeyCode.R);
            Path opened = dump("opened.hprof");
            assertTrue(count(opened, NAME) > 0, "the scan has to find what is there: the name is on the screen");
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the lock", () -> window.model().open().isEmpty());
            window.await("the wiped screen", () -> !window.has(".table-view"));
            Path locked = dump("locked.hprof");
            assertEquals(0, count(locked, PASSWORD), "copies of the password");
            assertEquals(0, count(locked, VALUE), "copies of the value");
            assertEquals(0, count(locked, NAME), "copies of the name");
        }
    }

    @Test
    void takingAValueBackKeepsNeitherOfTheTwoOnTheHeap() throws Exception {
        Path file = folder.resolve("undo.lockstep");
        prepare(file, OTHER_NAME);
        try (Window window = new Window(folder)) {
            runOnFx(() -> window.model().open(file));
            window.awaitFocus(SecretField.class);
            typeMarker(window, PASSWORD);
            window.press(KeyCode.ENTER);
            window.await("the vault", () -> window.model().open().isPresent());
            window.await("the row", () -> window.has(".secret-table") && window.rows() == 1);
            window.clickOn(".table-row-cell:filled");
            runOnFx(() -> edit(window));
            window.await(
                    "a change to take back",
                    () -> ((Screen.Secrets) window.model().screenProperty().get())
                            .model()
                            .enabled(SecretsViewModel.Action.UNDO)
                            .get());
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.await("the former value", () -> versions(window) == 3);
            Path opened = dump("undone.hprof");
            assertTrue(count(opened, OTHER_NAME) > 0, "the scan has to find what is there: the name is on the screen");
            assertEquals(0, count(opened, VALUE), "copies of the value that came back");
            assertEquals(0, count(opened, OTHER_VALUE), "copies of the value that was taken back");
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the lock", () -> window.model().open().isEmpty());
            window.await("the wiped screen", () -> !window.has(".table-view"));
            assertEquals(0, count(dump("relocked.hprof"), OTHER_NAME), "copies of the name");
        }
    }

    private static final int OTHER_VALUE = 44;
    private static final int OTHER_NAME = 55;

    private static void edit(Window window) {
        OpenVault vault = window.model().open().orElseThrow().vault();
        Entry before = only(vault);
        char[] marker = marker(OTHER_VALUE);
        try (var buffer = new dev.lockstep.cleartext.SecretBuffer(LENGTH)) {
            buffer.insert(0, java.nio.CharBuffer.wrap(marker));
            try (SecretValue value = buffer.toValue()) {
                Entry after = vault.secrets().edit(before, SecretDetails.of(before), value);
                ((Screen.Secrets) window.model().screenProperty().get()).model().saved(Optional.of(before), after);
            }
        } catch (VaultException | CharacterCodingException e) {
            throw new AssertionError(e);
        }
        Arrays.fill(marker, '\0');
    }

    private static int versions(Window window) {
        return only(window.model().open().orElseThrow().vault()).versions();
    }

    private static Entry only(OpenVault vault) {
        Query all = new Query(new Query.Scope.All(), "", Query.Order.NAME, false);
        return vault.catalog().entry(vault.catalog().find(all).id(0)).orElseThrow();
    }

    private static final int PASSWORD = 11;
    private static final int VALUE = 22;
    private static final int NAME = 33;

    private static void prepare(Path file, int nameSeed) throws Exception {
        char[] password = marker(PASSWORD);
        char[] value = marker(VALUE);
        char[] name = marker(nameSeed);
        try (var buffer = new dev.lockstep.cleartext.SecretBuffer(LENGTH)) {
            buffer.insert(0, java.nio.CharBuffer.wrap(password));
            try (var passphrase = dev.lockstep.cleartext.Passphrase.of(buffer);
                    SecretValue code = TestVaults.VAULTS.newRecoveryCode();
                    OpenVault vault = TestVaults.VAULTS.create(file, passphrase, code, TestVaults.CHEAP, "General")) {
                buffer.clear();
                buffer.insert(0, java.nio.CharBuffer.wrap(value));
                try (SecretValue secret = buffer.toValue()) {
                    vault.secrets().add(SecretDetails.named(TestVaults.collection(vault), new String(name)), secret);
                }
            }
        }
        Arrays.fill(password, '\0');
        Arrays.fill(value, '\0');
        Arrays.fill(name, '\0');
    }

    private static void typeMarker(Window window, int seed) {
        char[] marker = marker(seed);
        for (char unit : marker) {
            window.robot().type(KeyCode.valueOf(String.valueOf(Character.toUpperCase(unit))));
        }
        Arrays.fill(marker, '\0');
    }

    private static char[] marker(int seed) {
        Random random = new Random(seed);
        char[] marker = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            marker[i] = (char) ('a' + random.nextInt(26));
        }
        return marker;
    }

    private Path dump(String name) throws IOException {
        System.gc();
        Path file = folder.resolve(name);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return file;
    }

    /** How often a marker occurs in a file in UTF-8 or in UTF-16 of either byte order. */
    private static int count(Path dump, int seed) throws IOException {
        char[] marker = marker(seed);
        int found = 0;
        int[] matched = new int[3];
        int[] half = new int[3];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                matched[0] = next == marker[matched[0]] ? matched[0] + 1 : next == marker[0] ? 1 : 0;
                for (int order = 1; order <= 2; order++) {
                    boolean zeroTurn = (half[order] + order) % 2 == 0;
                    boolean fits = zeroTurn ? next == 0 : next == marker[matched[order]];
                    if (!fits) {
                        matched[order] = 0;
                        half[order] = 0;
                        continue;
                    }
                    half[order]++;
                    matched[order] += zeroTurn ? 0 : 1;
                }
                for (int form = 0; form < 3; form++) {
                    if (matched[form] == LENGTH) {
                        found++;
                        matched[form] = 0;
                        half[form] = 0;
                    }
                }
            }
        }
        return found;
    }
}
