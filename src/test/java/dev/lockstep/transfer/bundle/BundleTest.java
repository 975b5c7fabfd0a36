package dev.lockstep.transfer.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.export.AwkwardSecrets;
import dev.lockstep.transfer.export.Export;
import dev.lockstep.transfer.export.ExportFormat.Objection;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Way;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final BundleFormat FORMAT = new BundleFormat();

    @TempDir
    private Path folder;

    private final Passphrase passphrase = TestVaults.passphrase("a passphrase for a friend");
    private Path vaultFile;
    private Path file;
    private OpenVault vault;

    @BeforeEach
    void create() throws Exception {
        vaultFile = folder.resolve("v.lockstep");
        file = Files.createDirectory(folder.resolve("out")).resolve("for-a-friend" + BundleExport.ENDING);
        vault = TestVaults.create(vaultFile);
        CollectionId first = TestVaults.collection(vault);
        add(SecretDetails.named(first, "ALPHA")
                .withDescription("The first\nof two")
                .withTags(List.of("one", "two"))
                .withRotateBy(Optional.of(LocalDate.of(2027, 1, 31))));
        add(SecretDetails.named(first, "BETA"));
    }

    @AfterEach
    void close() {
        vault.close();
        passphrase.close();
    }

    private Entry add(SecretDetails details) throws Exception {
        try (SecretValue value = TestVaults.value("value of " + details.name())) {
            return vault.secrets().add(details, value);
        }
    }

    private void export() throws Exception {
        new Export(vault, new BundleExport(), ExportOptions.sealedWith(passphrase, TestVaults.CHEAP))
                .toFile(AwkwardSecrets.ids(vault), file, true, Progress.UNTOLD);
    }

    private ImportSource read() throws Exception {
        return FORMAT.read(file, ImportOptions.password(passphrase), Progress.UNTOLD);
    }

    private Reason refused(ImportOptions options) {
        return assertThrows(
                        ImportException.class,
                        () -> FORMAT.read(file, options, Progress.UNTOLD).close())
                .reason();
    }

    private List<String> told(ImportSource source) {
        return source.entries().stream()
                .map(entry -> entry.name() + " "
                        + entry.value().<String>use(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        + " " + entry.extras())
                .toList();
    }

    @Test
    void itHoldsAllThatIsKnownOfASecret() throws Exception {
        export();
        try (ImportSource source = read()) {
            assertEquals(
                    List.of(
                            "ALPHA value of ALPHA Extras[description=The first\nof two, tags=[one, two],"
                                    + " rotateBy=Optional[2027-01-31]]",
                            "BETA value of BETA Extras[description=, tags=[], rotateBy=Optional.empty]"),
                    told(source));
            assertEquals(List.of(), source.problems());
        }
    }

    @Test
    void severalCollectionsBecomeTags() throws Exception {
        CollectionId other = vault.collections()
                .add("Shop", "production", NamingRules.FREE.id())
                .id();
        add(SecretDetails.named(other, "GAMMA").withTags(List.of("three")));
        export();
        try (ImportSource source = read()) {
            assertEquals(
                    List.of(
                            List.of("one", "two", "Personal"),
                            List.of("Personal"),
                            List.of("three", "Shop, production")),
                    source.entries().stream()
                            .map(entry -> entry.extras().tags())
                            .toList());
        }
    }

    @Test
    void itIsASoundVaultWithoutAHistory() throws Exception {
        export();
        try (LockedVault locked = TestVaults.VAULTS.open(file)) {
            assertEquals(Set.of(Way.PASSWORD), locked.ways());
            try (OpenVault opened = locked.unlock(passphrase)) {
                assertTrue(opened.check(Progress.UNTOLD).sound());
                assertEquals(1, opened.audit().size(), "that it was unlocked now, and nothing before");
                assertEquals(2, opened.catalog().counts().all());
            }
        }
    }

    @Test
    void readingItLeavesNoTrace() throws Exception {
        export();
        byte[] before = Files.readAllBytes(file);
        read().close();
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertEquals(List.of(file), beside.toList());
        }
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ));
        read().close();
    }

    @Test
    void nothingOfTheVaultIsReadableInIt() throws Exception {
        export();
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String secret : List.of("ALPHA", "value of", "The first", "Personal", "2027")) {
            assertTrue(!raw.contains(secret), secret);
        }
    }

    @Test
    void withoutItsPassphraseItStaysShut() throws Exception {
        export();
        assertEquals(Reason.PASSWORD_NEEDED, refused(ImportOptions.NONE));
        try (Passphrase wrong = TestVaults.passphrase("a passphrase for a fiend")) {
            assertEquals(Reason.WRONG_PASSWORD, refused(ImportOptions.password(wrong)));
        }
        assertEquals(Set.of(Objection.NO_PASSPHRASE), new BundleExport().objections(ExportOptions.NONE));
    }

    @Test
    void aKeyThatCostsTooMuchIsNotDerived() throws Exception {
        export();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var read = connection.prepareStatement("SELECT v FROM head WHERE k = 1");
                var rows = read.executeQuery();
                var write = connection.prepareStatement("UPDATE head SET v = ? WHERE k = 1")) {
            byte[] slot = rows.getBytes(1);
            ByteBuffer.wrap(slot).putInt(24, 1 << 30);
            write.setBytes(1, slot);
            write.executeUpdate();
        }
        assertEquals(Reason.TOO_COSTLY, refused(ImportOptions.password(passphrase)));
    }

    @Test
    void whatWasChangedOrCutOffIsRefusedByNameOrHasNothingToDoWithTheContent() throws Exception {
        for (int i = 0; i < 60; i++) {
            add(SecretDetails.named(TestVaults.collection(vault), "KEY_" + i).withDescription("x".repeat(2000)));
        }
        export();
        byte[] whole = Files.readAllBytes(file);
        List<String> expected;
        try (ImportSource source = read()) {
            expected = told(source);
        }
        Random random = new Random(5);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : changed);
            try (ImportSource source = read()) {
                assertEquals(expected, told(source));
            } catch (ImportException e) {
                reasons.add(e.reason());
            }
        }
        assertTrue(reasons.size() > 50, reasons.size() + " refused, 30 of which are cut off");
        assertTrue(
                Set.of(
                                Reason.DAMAGED,
                                Reason.WRONG_PASSWORD,
                                Reason.OTHER_FORMAT,
                                Reason.UNSUPPORTED,
                                Reason.TOO_COSTLY)
                        .containsAll(reasons),
                reasons.toString());
    }

    @Test
    void anotherVaultFileIsReadAndTellsWhatABundleHasNot() throws Exception {
        Entry binned = add(SecretDetails.named(TestVaults.collection(vault), "BINNED"));
        vault.secrets().trash(List.of(binned.id()));
        Entry changed = add(SecretDetails.named(TestVaults.collection(vault), "CHANGED"));
        try (SecretValue value = TestVaults.value("newer")) {
            vault.secrets().edit(changed, SecretDetails.of(changed), value);
        }
        vault.close();
        file = vaultFile;
        try (Passphrase own = TestVaults.passphrase(TestVaults.PASSWORD);
                ImportSource source = FORMAT.read(file, ImportOptions.password(own), Progress.UNTOLD)) {
            assertEquals(
                    List.of("ALPHA", "BETA", "CHANGED"),
                    source.entries().stream().map(entry -> entry.name()).toList());
            assertEquals(
                    List.of("CHANGED FORMER_VALUE", "BINNED IN_THE_BIN"),
                    source.problems().stream()
                            .map(problem -> problem.name().orElse("") + " " + problem.kind())
                            .toList());
        }
    }

    @Test
    void oneOfAnOlderFormatIsReadFromACopy() throws Exception {
        for (String golden : List.of("1", "2", "2-remotes", "3")) {
            try (var in = TestVaults.class.getResourceAsStream("golden-" + golden + ".lockstep")) {
                Files.write(file, in.readAllBytes());
            }
            byte[] before = Files.readAllBytes(file);
            try (Passphrase own = TestVaults.passphrase(TestVaults.GOLDEN_PASSWORD);
                    ImportSource source = FORMAT.read(file, ImportOptions.password(own), Progress.UNTOLD)) {
                assertTrue(!source.entries().isEmpty());
                boolean remotes = source.problems().stream()
                        .map(ImportProblem::kind)
                        .anyMatch(kind -> kind == ImportProblem.Kind.NO_PLACE_FOR_IT);
                assertEquals(golden.equals("2-remotes") || golden.equals("3"), remotes, golden);
            }
            assertArrayEquals(before, Files.readAllBytes(file));
        }
    }
}
