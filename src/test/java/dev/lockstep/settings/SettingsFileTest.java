package dev.lockstep.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.settings.SettingsFile.Loaded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final Settings CHOSEN = new Settings(
                    new Look(ThemeChoice.DARK, 125, true, true),
                    new Protection(Protection.NEVER, 60, Protection.NEVER, true, false),
                    new Panes(900, 600, true, false, 300, false, 400),
                    new Checks(240),
                    Settings.DEFAULT.recentVaults(),
                    Settings.DEFAULT.keyFiles())
            .opened(Path.of("/Ünï/vault \"quoted\".lockstep").toAbsolutePath())
            .with(
                    Path.of("/Ünï/vault \"quoted\".lockstep").toAbsolutePath(),
                    Optional.of(Path.of("/stick/key file.txt").toAbsolutePath()));

    @TempDir
    Path folder;

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void noFileYet() {
        path = folder.resolve("lockstep/settings.json");
        file = new SettingsFile(path);
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertEquals(new Loaded.Fresh(Settings.DEFAULT), file.load());
    }

    @Test
    void whatWasSavedIsReadBack() throws IOException {
        file.save(CHOSEN);

        assertEquals(new Loaded.Read(CHOSEN), file.load());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("lockstep"))));
    }

    @Test
    void whatAFileLeavesOutHasItsDefault() throws IOException {
        write("{\"protection\": {\"idleLockMinutes\": 5}}");

        Protection expected = new Protection(20, 20, 5, false, true);
        assertEquals(new Loaded.Read(Settings.DEFAULT.with(expected)), file.load());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{\"look\": ",
                "{} {}",
                "{\"colour\": 1}",
                "{\"look\": {\"colour\": 1}}",
                "{\"look\": null}",
                "{\"look\": []}",
                "{\"look\": {\"theme\": null}}",
                "{\"look\": {\"theme\": \"PINK\"}}",
                "{\"look\": {\"theme\": 1}}",
                "{\"look\": {\"compactRows\": \"true\"}}",
                "{\"look\": {\"compactRows\": 1}}",
                "{\"look\": {\"zoomPercent\": null}}",
                "{\"protection\": {\"clipboardSeconds\": 21}}",
                "{\"protection\": {\"clipboardSeconds\": \"20\"}}",
                "{\"protection\": {\"clipboardSeconds\": 20.5}}",
                "{\"protection\": {\"clipboardSeconds\": 4294967316}}",
                "{\"protection\": {\"clipboardSeconds\": 1e999999999}}",
                "{\"protection\": {\"clipboardSeconds\": 20, \"clipboardSeconds\": 0}}",
                "{\"recentVaults\": null}",
                "{\"recentVaults\": [null]}",
                "{\"recentVaults\": [7]}",
                "{\"recentVaults\": [\"relative\"]}",
                "{\"recentVaults\": [\"/a\\u0000b\"]}",
                "{\"recentVaults\": \"/a\"}",
            })
    void aBrokenFileIsKeptAsideAndTheDefaultsAreUsed(String content) throws IOException {
        write(content);
        Path aside = path.resolveSibling("settings.json.broken");

        assertEquals(new Loaded.Broken(Settings.DEFAULT, Optional.of(aside)), file.load());

        assertEquals(content, Files.readString(aside));
        assertFalse(Files.exists(path));
        assertEquals(new Loaded.Fresh(Settings.DEFAULT), file.load());
    }

    @Test
    void whatIsTooLargeOrTooDeepIsBroken() throws IOException {
        write("{}" + " ".repeat(SettingsFile.MAX_SIZE));
        assertInstanceOf(Loaded.Broken.class, file.load());

        write("{\"look\":" + "[".repeat(30_000));
        assertInstanceOf(Loaded.Broken.class, file.load());
    }

    @Test
    void whatIsNoFileIsBroken() throws IOException {
        Files.createDirectories(path.resolve("below"));
        assertInstanceOf(Loaded.Broken.class, file.load());

        Files.createSymbolicLink(path, folder.resolve("nowhere"));
        assertInstanceOf(Loaded.Broken.class, file.load());
    }

    @Test
    void aBrokenFileThatCannotBeMovedIsSaidSo() throws IOException {
        write("[]");
        Files.createDirectories(path.resolveSibling("settings.json.broken").resolve("in the way"));

        assertEquals(new Loaded.Broken(Settings.DEFAULT, Optional.empty()), file.load());
    }

    @Test
    void aSaveThatFailsSaysSo() throws IOException {
        Files.createFile(folder.resolve("lockstep"));

        assertThrows(IOException.class, () -> file.save(CHOSEN));
    }

    @Test
    void noDamageDoesMoreThanBreakTheFile() throws IOException {
        file.save(CHOSEN);
        byte[] good = Files.readAllBytes(path);
        Random random = new Random(20261121);
        int broken = 0;
        for (int i = 0; i < 5_000; i++) {
            Files.write(path, damaged(good, random));
            broken += file.load() instanceof Loaded.Broken ? 1 : 0;
        }
        assertTrue(broken > 3_000, broken + " of 5000");
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        byte[] tokens = "{}[]\",:0189-.eEtrufalsn\\u \0".getBytes(StandardCharsets.US_ASCII);
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? tokens[random.nextInt(tokens.length)] : (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private void write(String content) throws IOException {
        Files.createDirectories(folder.resolve("lockstep"));
        Files.writeString(path, content);
    }
}
