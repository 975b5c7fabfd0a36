package dev.lockstep.transfer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Likeness;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Imported;
import dev.lockstep.transfer.formats.Formats;
import dev.lockstep.vault.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pass wrote is imported whole; {@code src/test/peers/pass.sh} had it written. */
class PassFormatTest {
    @TempDir
    private Path folder;

    private static Path example(String name) throws Exception {
        return Path.of(PassFormatTest.class.getResource(name).toURI());
    }

    private static ImportSource read(Path folder) throws Exception {
        return new PassFormat().read(folder, ImportOptions.NONE, Progress.UNTOLD);
    }

    private Imported only(String content) throws Exception {
        Files.writeString(folder.resolve("A"), content);
        return Imported.of(read(folder));
    }

    private static Map<String, String> values(ImportSource source) {
        Map<String, String> values = new TreeMap<>();
        for (ImportEntry entry : source.entries()) {
            values.put(entry.name(), entry.value().use(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        return values;
    }

    @Test
    void whatPassCallsTheFirstLineIsTheValueOfEachSecret() throws Exception {
        try (ImportSource source = read(example("pass"))) {
            Map<String, String> expected = firstLines();
            assertEquals(13, expected.size());
            expected.values().removeIf(String::isEmpty);
            assertTrue(expected.remove("otp/only").startsWith("otpauth://"));
            Map<String, String> values = values(source);
            assertTrue(values.get("servers/tls/key").startsWith(expected.remove("servers/tls/key") + "\nMC4C"));
            values.keySet().retainAll(expected.keySet());
            assertEquals(expected, values);
        }
    }

    private static Map<String, String> firstLines() throws Exception {
        Map<String, String> lines = new TreeMap<>();
        for (String row : Files.readAllLines(example("pass.tsv"))) {
            String[] told = row.split("\t", -1);
            String line = new String(Base64.getDecoder().decode(told[1]), StandardCharsets.ISO_8859_1);
            lines.put(told[0], line.replaceAll("\r?\n$", ""));
        }
        return lines;
    }

    @Test
    void theWholeStoreIsImportedWithTheExpectedCount() throws Exception {
        Imported read = Imported.of(read(example("pass")));
        assertEquals(
                List.of(
                        "Awkward/name with blanks",
                        "STRIPE_API_KEY",
                        "generated/by-pass",
                        "github.com/ci/deploy",
                        "github.com",
                        "github.com/One-time code",
                        "github.com/Notes",
                        "line-ends/windows",
                        "no-line-end",
                        "notes/alone",
                        "otp/only/One-time code",
                        "servers/binary",
                        "servers/tls/key"),
                read.names());
        assertTrue(read.entries().contains("github.com/ci/deploy=deploy-token | User name: ci"));
        assertTrue(
                read.entries()
                        .contains(
                                "github.com=correct horse battery staple | User name: bea\\nAddress: https://github.com/login"));
        assertTrue(read.entries().contains("github.com/Notes=recovery: 1111-2222\\nrecovery: 3333-4444"));
        assertTrue(read.entries().contains("notes/alone=no password, a note alone"));
        assertEquals(
                List.of(
                        "empty.txt NO_VALUE empty",
                        "servers/binary.txt NOT_TEXT servers/binary",
                        "servers/user-alone.txt NO_VALUE servers/user-alone"),
                read.problems());
        assertEquals(
                List.of(
                        "PASSWORD SECRET 9",
                        "PASSWORD EMPTY 3",
                        "USER_NAME DESCRIPTION 3",
                        "USER_NAME LEFT_OUT 1",
                        "ADDRESS DESCRIPTION 1",
                        "NOTE SECRET 2",
                        "ONE_TIME_CODE SECRET 2",
                        "OTHER LEFT_OUT 1"),
                read.holdings());
    }

    @Test
    void aWindowsLineEndIsNoPartOfTheValueAndALoneReturnIs() throws Exception {
        assertEquals(
                List.of("A=pa55 | User name: ada"), only("pa55\r\nlogin: ada").entries());
        assertEquals(List.of("A=pa55\\r"), only("pa55\r").entries());
    }

    @Test
    void linesThatOnlyLookLikeOthersAreNotes() throws Exception {
        assertEquals(
                List.of("A=p", "A/Notes=users: x\\n user: x\\nhttps://example.com\\n\\nuser"),
                only("p\nusers: x\n user: x\nhttps://example.com\n\nuser\n").entries());
        assertEquals(
                List.of("A=p | User name: x\\nUser name: y\\nAddress: a:b"),
                only("p\nUSER:x\nUserName: y \nUrl: a:b\nuri:\n").entries());
    }

    @Test
    void aStoreItselfIsRefusedAndSoIsOneThatIsHalfWrittenOut() throws Exception {
        Path store = example("pass-store");
        for (ImportFormat format : List.of(new PassFormat(), new FolderFormat())) {
            assertEquals(
                    Reason.ENCRYPTED_BY_GPG,
                    assertThrows(ImportException.class, () -> format.read(store, ImportOptions.NONE, Progress.UNTOLD))
                            .reason());
        }
        Files.writeString(folder.resolve(".gpg-id"), "ada@example.invalid\n");
        Files.copy(store.resolve("STRIPE_API_KEY.gpg"), folder.resolve("STRIPE_API_KEY.gpg"));
        assertEquals(
                Reason.ENCRYPTED_BY_GPG,
                assertThrows(ImportException.class, () -> only("plain")).reason());
        assertEquals(
                Reason.ENCRYPTED_BY_GPG,
                assertThrows(ImportException.class, () -> Formats.likely(store.resolve("STRIPE_API_KEY.gpg")))
                        .reason());
    }

    @Test
    void aFolderIsKnownByWhatPassLeavesInItsStore() throws Exception {
        assertEquals(Optional.of("pass"), Formats.likely(example("pass")).map(ImportFormat::id));
        assertEquals(Optional.of("folder"), Formats.likely(folder).map(ImportFormat::id));
        assertEquals(Likeness.MAYBE, new PassFormat().judge(folder, new byte[0]));
        assertEquals(Likeness.NO, new PassFormat().judge(example("pass.tsv"), new byte[0]));
    }
}
