package dev.lockstep.transfer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.words.ImportWords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which format a file is taken for by what is in it. */
class FormatsTest {
    private static final Set<String> FOLDERS = Set.of("folder", "pass");

    @TempDir
    private Path folder;

    private Optional<String> likely(String name, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        return Formats.likely(file).map(ImportFormat::id);
    }

    @ParameterizedTest
    @CsvSource({
        "json/flat.json, json",
        "json/ours.json, json",
        "json/vault-kv1.json, vault-kv",
        "json/vault-kv2.json, vault-kv",
        "json/vault-kv2-deleted.json, vault-kv",
        "json/doppler-download.json, doppler",
        "json/doppler-secrets.json, doppler",
        "json/infisical.json, infisical",
        "bitwarden/plain.json, bitwarden",
        "bitwarden/organisation.json, bitwarden",
        "bitwarden/account-restricted.json, bitwarden",
        "bitwarden/pbkdf2.json, bitwarden",
        "bitwarden/argon2id.json, bitwarden"
    })
    void aFileIsKnownByItsContentWhateverItIsCalled(String example, String id) throws Exception {
        Path file = Path.of(FormatsTest.class
                .getResource("/dev/lockstep/transfer/" + example)
                .toURI());
        assertEquals(id, Formats.likely(file).orElseThrow().id());
        Path renamed = Files.copy(file, folder.resolve("renamed"));
        assertEquals(id, Formats.likely(renamed).orElseThrow().id());
    }

    @Test
    void whatOnlyLooksLikeJsonAtFirstIsDotenv() throws Exception {
        assertEquals(Optional.of("dotenv"), likely("a", "{NAME=value}\n"));
        assertEquals(Optional.of("dotenv"), likely("b", "{\"A\":\"1\"}\nB=2\n"));
        assertEquals(Optional.of("dotenv"), likely("c", ""));
    }

    @Test
    void aLongFileIsKnownByItsBeginningEvenIfThatEndsInsideACharacter() throws Exception {
        assertEquals(Optional.of("json"), likely("a", "{\"A\":\"" + "\u00fc".repeat(5000) + "\"}"));
        assertEquals(Optional.of("json"), likely("b", "{\"A\":\"x" + "\u00fc".repeat(5000) + "\"}"));
        assertEquals(Optional.of("json"), likely("c", "{\"A\":\"1\""));
    }

    @Test
    void onlyWhatIsOfDopplerThroughoutIsTakenForIt() throws Exception {
        assertEquals(Optional.of("doppler"), likely("a", "{\"A\":{\"computed\":\"1\"},\"B\":{\"comp"));
        assertEquals(Optional.of("json"), likely("b", "{\"A\":{\"computed\":\"1\"},\"B\":{\"host\":\"h\"},\"C\":{}}"));
        assertEquals(Optional.of("json"), likely("c", "{}"));
    }

    @Test
    void jsonInUtf16IsKnownByItsNameSinceNothingElseCouldTellOfIt() throws Exception {
        byte[] utf16 = "{\"A\":\"1\"}".getBytes(StandardCharsets.UTF_16);
        Path file = Files.write(folder.resolve("a.json"), utf16);
        assertEquals(Optional.of("json"), Formats.likely(file).map(ImportFormat::id));
    }

    /** {@code page.html} has the layout of KeePassXC 2.7, whose window alone writes it. */
    @Test
    void aPageForReadingIsRefusedWithTheReasonWhateverItIsCalled() throws Exception {
        String page = Files.readString(Path.of(FormatsTest.class
                .getResource("/dev/lockstep/transfer/keepass/page.html")
                .toURI()));
        for (String beginning : List.of("", "\ufeff\r\n ", "<!DOCTYPE html>\n")) {
            ImportException refused = assertThrows(ImportException.class, () -> likely("a.csv", beginning + page));
            assertEquals(ImportException.Reason.HTML, refused.reason());
            assertTrue(ImportWords.of(refused).contains(".kdbx"));
        }
        assertEquals(Optional.of("dotenv"), likely("b", "<htm"));
        assertEquals(Optional.of("dotenv"), likely("c", "A=<html>"));
    }

    @Test
    void onlyAnExportUnderAPasswordNeedsOne() throws Exception {
        ImportFormat bitwarden = Formats.of("bitwarden").orElseThrow();
        for (String name : new String[] {"plain", "account-restricted", "organisation"}) {
            assertEquals(Set.of(), bitwarden.needs(example(name)));
        }
        assertEquals(Set.of(Need.PASSWORD), bitwarden.needs(example("argon2id")));
        assertThrows(ImportException.class, () -> bitwarden.needs(folder.resolve("missing")));
    }

    private static Path example(String name) throws Exception {
        return Path.of(FormatsTest.class
                .getResource("/dev/lockstep/transfer/bitwarden/" + name + ".json")
                .toURI());
    }

    static List<ImportFormat> formats() {
        return Formats.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anInterruptedThreadReadsNothing(ImportFormat format) throws Exception {
        Path file = Files.writeString(folder.resolve("FILE"), "{\"A\":1}");
        Path source = FOLDERS.contains(format.id()) ? folder : file;
        try (Passphrase password = TestVaults.passphrase("a password")) {
            assertCancelled(() -> format.read(source, ImportOptions.password(password), Progress.UNTOLD));
        }
    }

    @Test
    void anInterruptedThreadLooksForNoColumns() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "foo,bar\n");
        assertCancelled(() -> Formats.of("csv").orElseThrow().needs(file));
    }

    private static void assertCancelled(Executable reading) {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, reading);
        assertFalse(Thread.interrupted(), "whoever catches it is told once");
    }

    @Test
    void everyIdStandsForOneFormat() {
        Set<String> ids = new HashSet<>();
        for (ImportFormat format : Formats.all()) {
            assertTrue(format.id().matches("[a-z0-9-]+"), format.id());
            assertTrue(ids.add(format.id()));
            assertEquals(Optional.of(format), Formats.of(format.id()));
        }
    }
}
