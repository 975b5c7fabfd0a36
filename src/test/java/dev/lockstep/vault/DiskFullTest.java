package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.StoreLimit;
import dev.lockstep.store.VaultStore;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room left: said by that name, and everything that was confirmed is there, at once and after space returned. */
class DiskFullTest {
    private static final Failure FULL = new Failure.DiskFull();

    @TempDir
    private Path folder;

    private final Map<String, String> confirmed = new HashMap<>();
    private Sample sample;

    @BeforeEach
    void sample() throws Exception {
        sample = Sample.get();
        confirmed.putAll(Map.of("ALPHA", "alpha value", "BETA", "beta value", "GAMMA", "gamma value"));
    }

    private static VaultStore store(OpenVault vault) throws ReflectiveOperationException {
        Field session = OpenVault.class.getDeclaredField("session");
        session.setAccessible(true);
        Field store = Session.class.getDeclaredField("store");
        store.setAccessible(true);
        return (VaultStore) store.get(session.get(vault));
    }

    /** Adds secrets of growing size until there is no more room. */
    private void fill(OpenVault vault) throws VaultException {
        for (int i = 0; i < 1000; i++) {
            String name = "FILL_" + i;
            String text = "x".repeat(500 * (i + 1));
            try {
                TestVaults.add(vault, name, text);
            } catch (VaultException e) {
                assertEquals(FULL, e.failure());
                return;
            }
            confirmed.put(name, text);
        }
        throw new AssertionError("The disk never got full");
    }

    private void requireConfirmed(OpenVault vault) throws VaultException {
        assertEquals(confirmed.size(), vault.catalog().counts().all());
        for (Map.Entry<String, String> each : confirmed.entrySet()) {
            assertEquals(each.getValue(), Sample.value(vault, each.getKey()), each.getKey());
        }
    }

    @Test
    void aDatabaseThatMayNotGrow() throws Exception {
        Path file = sample.in(folder);
        try (OpenVault vault = sample.open(file)) {
            VaultStore store = store(vault);
            StoreLimit.pages(store, 30);
            fill(vault);
            requireConfirmed(vault);
            StoreLimit.pages(store, 30);
            assertEquals(FULL, failureOf(() -> TestVaults.add(vault, "AGAIN", "y".repeat(40_000))));
            StoreLimit.pages(store, 30);
            assertEquals(
                    "alpha value",
                    TestVaults.text(
                            vault.secrets().reveal(Sample.entry(vault, "ALPHA").id())));
            StoreLimit.pages(store, 1 << 20);
            TestVaults.add(vault, "AGAIN", "y".repeat(40_000));
            confirmed.put("AGAIN", "y".repeat(40_000));
            requireConfirmed(vault);
        }
        try (OpenVault vault = sample.open(file)) {
            requireConfirmed(vault);
        }
    }

    @Test
    void anImportThatDoesNotFitIsUndoneAsAWhole() throws Exception {
        Path file = sample.in(folder);
        try (OpenVault vault = sample.open(file);
                SecretValue large = TestVaults.value("z".repeat(20_000))) {
            StoreLimit.pages(store(vault), 30);
            List<Importing.Item> items = Stream.iterate(0, i -> i + 1)
                    .limit(50)
                    .map(i -> new Importing.Item("IMPORTED_" + i, large, ""))
                    .toList();
            List<Importing.Choice> choices =
                    items.stream().map(item -> Importing.Choice.ADD).toList();
            assertEquals(
                    FULL,
                    failureOf(() -> vault.importing().write(TestVaults.collection(vault), items, choices, done -> {})));
            requireConfirmed(vault);
        }
        try (OpenVault vault = sample.open(file)) {
            requireConfirmed(vault);
        }
    }

    @Test
    void aRealDisk() throws Exception {
        mount("400k");
        try {
            Path file = sample.in(folder);
            try (OpenVault vault = sample.open(file)) {
                fill(vault);
                requireConfirmed(vault);
                assertEquals(
                        "beta value",
                        TestVaults.text(vault.secrets()
                                .reveal(Sample.entry(vault, "BETA").id())));
                assertTrue(UnreadableFileTest.made("mount", "-o", "remount,size=8m", folder.toString()));
                TestVaults.add(vault, "AFTER", "space is back");
                confirmed.put("AFTER", "space is back");
                requireConfirmed(vault);
            }
            try (OpenVault vault = sample.open(file)) {
                requireConfirmed(vault);
            }
        } finally {
            assertTrue(UnreadableFileTest.made("umount", "-l", folder.toString()));
        }
    }

    @Test
    void aVaultThatFillsTheDiskIsClosedAndOpenedThere() throws Exception {
        mount("400k");
        try {
            Path file = sample.in(folder);
            try (OpenVault vault = sample.open(file)) {
                fill(vault);
                eatTheRest();
                assertEquals(FULL, failureOf(() -> TestVaults.add(vault, "NOT", "q".repeat(9000))));
                Entry alpha = editUntilFull(vault);
                assertEquals("alpha value", TestVaults.text(vault.secrets().reveal(alpha.id())));
                assertEquals(alpha, Sample.entry(vault, "ALPHA"));
            }
            try (OpenVault vault = sample.open(file)) {
                requireConfirmed(vault);
            }
        } finally {
            assertTrue(UnreadableFileTest.made("umount", "-l", folder.toString()));
        }
    }

    @Test
    void creatingOnAFullDiskLeavesNothing() throws Exception {
        for (int kib = 0; kib <= 80; kib += 4) {
            mount("80k");
            try {
                Files.write(folder.resolve("ballast"), new byte[kib * 1024]);
                Path file = folder.resolve("new.lockstep");
                try {
                    TestVaults.create(file).close();
                    assertTrue(kib < 60, "with " + kib + " KiB taken");
                } catch (VaultException e) {
                    assertEquals(FULL, e.failure(), "with " + kib + " KiB taken");
                    try (Stream<Path> left = Files.list(folder)) {
                        assertEquals(List.of(folder.resolve("ballast")), left.toList(), "with " + kib + " KiB taken");
                    }
                }
            } finally {
                assertTrue(UnreadableFileTest.made("umount", "-l", folder.toString()));
            }
        }
    }

    private void mount(String size) throws InterruptedException {
        assumeTrue(
                UnreadableFileTest.made("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
                "this user may not mount a small disk");
    }

    /** Small changes, until not even one of these fits; tells the last state that was confirmed. */
    private static Entry editUntilFull(OpenVault vault) throws VaultException {
        for (int i = 0; i < 1000; i++) {
            Entry alpha = Sample.entry(vault, "ALPHA");
            try {
                vault.secrets().favourite(List.of(alpha.id()), !alpha.favourite());
            } catch (VaultException e) {
                assertEquals(FULL, e.failure());
                return alpha;
            }
        }
        throw new AssertionError("The disk never got full");
    }

    private void eatTheRest() throws Exception {
        byte[] page = new byte[4096];
        try (var out = Files.newOutputStream(folder.resolve("ballast"))) {
            while (true) {
                out.write(page);
            }
        } catch (java.io.IOException full) {
            assertTrue(Files.getFileStore(folder).getUsableSpace() < 4096);
        }
    }
}
