package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.naming.NameMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a vault's contents stands on the disk in any spelling: not in the file, its log, temporary files or what is logged. */
class CanaryTest {
    private static final List<String> CANARIES = List.of(
            "NAMECANARY7Q",
            "renamedcanary7q",
            "tagcanary7q",
            "descriptioncanary7q",
            "collectioncanary7q",
            "environmentcanary7q",
            "valuecanary7q",
            "formercanary7q",
            "importcanary7q",
            "importednamecanary7q",
            "draftcanary7q",
            "draftnamecanary7q",
            "columncanary7q",
            "trashcanary7q",
            "remotecanary7q",
            "placecanary7q",
            "settingcanary7q",
            "credentialcanary7q",
            "synccanary7q",
            "correcthorsecanary7q");

    @TempDir
    private Path folder;

    private final Instant begin = Instant.now().minusSeconds(2);

    @Test
    void noCanaryIsOnTheDiskWhileTheVaultIsOpenNorAfterwards() throws Exception {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        StreamHandler handler = new StreamHandler(logged, new SimpleFormatter());
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(handler);
        root.setLevel(Level.FINEST);
        try {
            use(folder.resolve("canary.lockstep"));
        } finally {
            root.setLevel(before);
            root.removeHandler(handler);
            handler.flush();
        }
        requireNoCanary(Map.of("the log", logged.toByteArray()));
        requireNoCanary(files());
    }

    private void use(Path file) throws Exception {
        try (OpenVault vault = create(file)) {
            Entry entry = add(vault);
            Entry edited = edit(vault, entry);
            importInto(vault);
            try (SecretValue typed = TestVaults.value("draftcanary7q")) {
                vault.drafts()
                        .keep(
                                Optional.of(new Drafts.Base(edited.id(), edited.version())),
                                SecretDetails.named(edited.collection(), "draftnamecanary7q"),
                                typed);
            }
            vault.layout(new Layout(List.of("columncanary7q"), List.of(1.0), Query.Order.NAME, false));
            vault.secrets().reveal(edited.id()).close();
            connect(vault);
            Entry trashed = vault.secrets().duplicate(edited.id());
            vault.secrets().tag(List.of(trashed.id()), Set.of("trashcanary7q"), Set.of());
            vault.secrets().trash(List.of(trashed.id()));
            assertTrue(Files.size(folder.resolve("canary.lockstep-wal")) > 0, "the log has to be there to be searched");
            requireNoCanary(files());
            vault.secrets().deleteForGood(List.of(trashed.id()));
            assertEquals(
                    2,
                    vault.catalog()
                            .find(new Query(new Query.Scope.All(), "canary7q", Query.Order.NAME, false))
                            .size());
        }
    }

    private static OpenVault create(Path file) throws Exception {
        try (var passphrase = TestVaults.passphrase("correcthorsecanary7q");
                SecretValue code = TestVaults.VAULTS.newRecoveryCode()) {
            return TestVaults.VAULTS.create(file, passphrase, code, TestVaults.CHEAP, "collectioncanary7q");
        }
    }

    private static Entry add(OpenVault vault) throws Exception {
        CollectionId collection = vault.collections()
                .add("collectioncanary7q", "environmentcanary7q", "free")
                .id();
        try (SecretValue value = TestVaults.value("formercanary7q".repeat(40))) {
            SecretDetails details = SecretDetails.named(collection, "NAMECANARY7Q")
                    .withDescription("descriptioncanary7q ".repeat(200))
                    .withTags(List.of("tagcanary7q"));
            return vault.secrets().add(details, value);
        }
    }

    private static Entry edit(OpenVault vault, Entry entry) throws Exception {
        try (SecretValue value = TestVaults.value("valuecanary7q".repeat(1000))) {
            return vault.secrets().edit(entry, SecretDetails.of(entry).withName("renamedcanary7q"), value);
        }
    }

    private static void connect(OpenVault vault) throws Exception {
        try (SecretValue credential = TestVaults.value("credentialcanary7q".repeat(40))) {
            RemoteDetails details = new RemoteDetails(
                    "remotecanary7q",
                    "placecanary7q",
                    NameMapping.AS_IS,
                    "",
                    Map.of("settingcanary7q", "settingcanary7q"));
            Remote remote = vault.remotes()
                    .add(TestVaults.collection(vault), "vendor", details, Map.of("credentialcanary7q", credential));
            TestSync.put(vault, remote.id(), 1, "synccanary7q".repeat(50));
            vault.remotes().pause(remote.id());
            Remotes.Removed removed = vault.remotes().remove(remote.id());
            vault.remotes().putBack(removed);
            vault.remotes().credentials(remote.id()).values().forEach(SecretValue::close);
        }
    }

    private static void importInto(OpenVault vault) throws Exception {
        try (SecretValue value = TestVaults.value("importcanary7q")) {
            vault.importing()
                    .write(
                            TestVaults.collection(vault),
                            List.of(new Importing.Item("importednamecanary7q", value, "descriptioncanary7q")),
                            List.of(Importing.Choice.ADD),
                            done -> {});
        }
    }

    /** Every byte of the folder, and of what was written to the folder for temporary files meanwhile. */
    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        collect(folder, Instant.MIN, found);
        collect(Path.of(System.getProperty("java.io.tmpdir")), begin, found);
        assertTrue(found.containsKey(folder.resolve("canary.lockstep").toString()));
        return found;
    }

    private static void collect(Path where, Instant since, Map<String, byte[]> found) throws IOException {
        try (Stream<Path> paths = Files.list(where)) {
            for (Path path : paths.toList()) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                    boolean looked = attributes.isRegularFile()
                            && attributes.lastModifiedTime().toInstant().isAfter(since)
                            && attributes.size() < 50_000_000;
                    if (looked) {
                        found.put(path.toString(), Files.readAllBytes(path));
                    }
                } catch (IOException goneOrForeign) {
                    assertTrue(!path.startsWith(where.resolve("canary.lockstep")));
                }
            }
        }
    }

    private static void requireNoCanary(Map<String, byte[]> places) {
        for (String canary : CANARIES) {
            for (byte[] spelling : spellings(canary)) {
                places.forEach((place, bytes) -> assertTrue(
                        indexOf(bytes, spelling) < 0,
                        () -> canary + " stands in " + place + " as " + Arrays.toString(spelling)));
            }
        }
    }

    private static List<byte[]> spellings(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        List<byte[]> spellings = new ArrayList<>(List.of(
                utf8,
                text.getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.ISO_8859_1),
                ascii(HexFormat.of().formatHex(utf8)),
                ascii(HexFormat.of().withUpperCase().formatHex(utf8)),
                new StringBuilder(text).reverse().toString().getBytes(StandardCharsets.UTF_8),
                text.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        for (int offset = 0; offset < 3; offset++) {
            byte[] whole = Arrays.copyOfRange(utf8, offset, offset + (utf8.length - offset) / 3 * 3);
            spellings.add(ascii(Base64.getEncoder().encodeToString(whole)));
        }
        return spellings;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        for (int at = 0; at <= bytes.length - sought.length; at++) {
            if (bytes[at] == sought[0] && Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void theSearchFindsACanaryInEverySpelling() {
        for (byte[] spelling : spellings("valuecanary7q")) {
            byte[] place = new byte[spelling.length + 7];
            System.arraycopy(spelling, 0, place, 3, spelling.length);
            assertEquals(3, indexOf(place, spelling));
        }
        byte[] base64 = Base64.getEncoder().encode(("x" + "valuecanary7q").getBytes(StandardCharsets.UTF_8));
        assertTrue(spellings("valuecanary7q").stream().anyMatch(spelling -> indexOf(base64, spelling) >= 0));
    }
}
