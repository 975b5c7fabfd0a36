package dev.lockstep.transfer.keepass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat.Likeness;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.formats.Formats;
import dev.lockstep.vault.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that KeePassXC wrote are imported whole, and what is not imported is named. */
class KeePassPeersTest {
    @TempDir
    private Path folder;

    private static ImportSource export() throws Exception {
        return new KeePassXmlFormat().read(Peers.file("export.xml"), ImportOptions.NONE, Progress.UNTOLD);
    }

    private static Set<String> told(ImportSource source) {
        return source.problems().stream()
                .map(problem -> problem.kind() + " " + problem.name().orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ImportEntry entry(ImportSource source, String name) {
        return source.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertWhole(ImportSource source, boolean merged) throws Exception {
        assertEquals(Peers.expected(), Peers.values(source));
        assertEquals(
                new TreeSet<>(Set.of(
                        "ATTACHMENT STRIPE_API_KEY/note.txt",
                        "FORMER_VALUE DEEP_TOKEN",
                        "FORMER_VALUE STRIPE_API_KEY",
                        "INTERPOLATION Reference",
                        "IN_THE_BIN THROWN_AWAY",
                        "NO_PLACE_FOR_IT Servers",
                        "RENAMED 00000000",
                        "RENAMED Same title (2)")),
                told(source));
        assertEquals(
                Set.of(
                        new Holding(Thing.PASSWORD, Fate.SECRET, 8),
                        new Holding(Thing.PASSWORD, Fate.EMPTY, 1),
                        new Holding(Thing.PASSWORD, Fate.LEFT_OUT, 1),
                        new Holding(Thing.FIELD, Fate.SECRET, 3),
                        new Holding(Thing.USER_NAME, Fate.DESCRIPTION, 3),
                        new Holding(Thing.ADDRESS, Fate.DESCRIPTION, 2),
                        new Holding(Thing.NOTE, Fate.SECRET, 1),
                        new Holding(Thing.NOTE, Fate.DESCRIPTION, 1),
                        new Holding(Thing.NOTE, Fate.LEFT_OUT, 1),
                        new Holding(Thing.ONE_TIME_CODE, Fate.SECRET, 1),
                        new Holding(Thing.ATTACHMENT, Fate.LEFT_OUT, 1),
                        new Holding(Thing.FORMER_VALUE, Fate.LEFT_OUT, 3),
                        new Holding(Thing.FOLDER, Fate.TAG, 4),
                        new Holding(Thing.FOLDER, Fate.LEFT_OUT, 1),
                        new Holding(Thing.FOLDER, Fate.EMPTY, merged ? 2 : 1),
                        new Holding(Thing.TAG, Fate.TAG, 2),
                        new Holding(Thing.EXPIRY, Fate.ROTATION, 1)),
                Set.copyOf(source.holdings()));
    }

    @ParameterizedTest
    @CsvSource({
        "v31.kdbx,'',false",
        "v4-argon2d.kdbx,peers.keyx,true",
        "v4-argon2id.kdbx,'',true",
        "v4-twofish.kdbx,'',true"
    })
    void everyKindOfFileIsImportedWhole(String name, String keyFile, boolean merged) throws Exception {
        try (ImportSource source = Peers.read(Peers.file(name), Peers.PASSWORD, keyFile)) {
            assertWhole(source, merged);
        }
    }

    @Test
    void theExportIsImportedWhole() throws Exception {
        try (ImportSource source = export()) {
            assertWhole(source, false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v31.kdbx", "v4-argon2id.kdbx"})
    void whatIsKnownOfAnEntryGoesAlong(String name) throws Exception {
        try (ImportSource source = Peers.read(Peers.file(name), Peers.PASSWORD, "")) {
            ImportEntry stripe = entry(source, "STRIPE_API_KEY");
            assertEquals(
                    "User name: billing@example.com\nAddress: https://dashboard.stripe.com/\nRotated by hand.\nSecond line.",
                    stripe.extras()
                            .description()
                            .lines()
                            .sorted(Stripe::inOrder)
                            .collect(Collectors.joining("\n")));
            assertEquals(Set.of("live", "payments"), Set.copyOf(stripe.extras().tags()));
            assertEquals(Optional.of(LocalDate.of(2027, 3, 1)), stripe.extras().rotateBy());
            assertEquals("STRIPE_API_KEY", stripe.place().path());
            ImportEntry deep = entry(source, "DEEP_TOKEN");
            assertEquals(List.of("Servers/GitHub/Deep"), deep.extras().tags());
            assertEquals("Servers/GitHub/Deep/DEEP_TOKEN", deep.place().path());
        }
    }

    /** KeePassXC writes the fields by name. */
    private static final class Stripe {
        private static final List<String> STARTS = List.of("User", "Address", "Rotated", "Second");

        static int inOrder(String one, String other) {
            return Integer.compare(STARTS.indexOf(one.split("[ :]")[0]), STARTS.indexOf(other.split("[ :]")[0]));
        }
    }

    @ParameterizedTest
    @CsvSource({"raw,key", "hex,key", "any,key", "xml1,key", "xml2,keyx"})
    void aKeyFileAloneOpensOfEveryKind(String kind, String ending) throws Exception {
        try (ImportSource source = Peers.read(Peers.file("key-" + kind + ".kdbx"), "", "key-" + kind + "." + ending)) {
            assertEquals(Map.of("ONE", "by-key"), Peers.values(source));
        }
    }

    private static void assertRefused(Reason reason, Path file, String password, String keyFile) {
        assertEquals(
                reason,
                assertThrows(ImportException.class, () -> Peers.read(file, password, keyFile))
                        .reason());
    }

    @Test
    void aWrongKeyIsSaidToBeWrong() {
        Path both = Peers.file("v4-argon2d.kdbx");
        assertRefused(Reason.WRONG_PASSWORD, both, "other", "peers.keyx");
        assertRefused(Reason.WRONG_PASSWORD, both, Peers.PASSWORD, "");
        assertRefused(Reason.WRONG_PASSWORD, both, Peers.PASSWORD, "key-raw.key");
        assertRefused(Reason.WRONG_PASSWORD, both, "", "peers.keyx");
        assertRefused(Reason.WRONG_PASSWORD, Peers.file("v31.kdbx"), "other", "");
        assertRefused(Reason.PASSWORD_NEEDED, both, "", "");
    }

    @Test
    void aKeyFileThatIsNoneIsSaidToBeUnreadable() throws Exception {
        String right = Files.readString(Peers.file("key-xml2.keyx"));
        Path wrong = Files.writeString(folder.resolve("wrong"), right.replaceFirst("Hash=\"....", "Hash=\"0000"));
        Path odd = Files.writeString(folder.resolve("odd"), right.replaceFirst("(?s)>\\s*[0-9A-F]{8} ", ">"));
        for (Path file : List.of(wrong, odd, folder, folder.resolve("missing"))) {
            assertEquals(
                    Reason.KEY_FILE_UNREADABLE,
                    assertThrows(ImportException.class, () -> KeePassKeyFile.read(file))
                            .reason());
        }
    }

    @Test
    void theFormatsAreRecognised() throws Exception {
        assertEquals(
                "keepass", Formats.likely(Peers.file("v31.kdbx")).orElseThrow().id());
        assertEquals(
                "keepass",
                Formats.likely(Peers.file("v4-twofish.kdbx")).orElseThrow().id());
        assertEquals(
                "keepass-xml",
                Formats.likely(Peers.file("export.xml")).orElseThrow().id());
        assertEquals(Likeness.NO, new KeePassXmlFormat().judge(folder, new byte[0]));
        assertTrue(new KeePassFormat().needs(folder).toString().contains("KEY_FILE"));
    }
}
