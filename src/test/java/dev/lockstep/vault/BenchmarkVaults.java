package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Vaults of up to 100,000 secrets for benchmarks, made once and kept in {@code target/bench}. All open with one recovery code. */
public final class BenchmarkVaults {
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final String[] VENDORS = {"STRIPE", "GITHUB", "ACME", "MIXPEEK", "AWS", "SENTRY", "TWILIO"};
    private static final String[] PARTS = {"API_KEY", "TOKEN", "WEBHOOK_SECRET", "SIGNING_KEY"};

    private BenchmarkVaults() {}

    /** Prints what 100,000 open secrets cost on the heap, in MiB. */
    public static void main(String[] arguments) throws Exception {
        file(100_000);
        long before = usedHeap();
        try (OpenVault vault = unlock(file(100_000))) {
            vault.catalog().counts();
            long after = usedHeap();
            System.out.printf(
                    "heap of an open vault with %,d secrets: %.1f MiB%n",
                    vault.catalog().find(Query.ALL).size(), (after - before) / 1048576.0);
            System.out.printf("file: %.0f bytes for each secret%n", Files.size(file(100_000)) / 100_000.0);
        }
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static SecretValue recoveryCode() {
        try {
            return SecretValue.copyOf(Files.readAllBytes(FOLDER.resolve("code.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A vault of so many secrets; its password is that of all vaults of tests. */
    public static Path file(int secrets) throws VaultException {
        Path file = FOLDER.resolve(secrets + Vaults.SUFFIX);
        if (!Files.exists(file)) {
            make(file, secrets);
        }
        return file;
    }

    /** An empty vault whose password costs what it costs in a new vault. */
    static Path ordinary() throws VaultException {
        Path file = FOLDER.resolve("ordinary" + Vaults.SUFFIX);
        if (!Files.exists(file)) {
            try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                    SecretValue code = TestVaults.VAULTS.newRecoveryCode()) {
                Files.createDirectories(FOLDER);
                TestVaults.VAULTS
                        .create(file, passphrase, code, KdfParameters.DEFAULT, "Benchmark")
                        .close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    static OpenVault unlockCopy(int secrets) throws VaultException {
        try {
            Path copy = FOLDER.resolve("copy" + Vaults.SUFFIX);
            return unlock(Files.copy(file(secrets), copy, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenVault unlock(Path file) throws VaultException {
        try (SecretValue code = recoveryCode()) {
            return TestVaults.VAULTS.open(file).unlockWithRecoveryCode(code);
        }
    }

    private static void make(Path file, int secrets) throws VaultException {
        Random random = new Random(42);
        List<Importing.Item> items = new ArrayList<>();
        for (int i = 0; i < secrets; i++) {
            String name = VENDORS[random.nextInt(VENDORS.length)] + "_" + PARTS[random.nextInt(PARTS.length)] + "_" + i;
            byte[] value = new byte[24 + random.nextInt(20)];
            random.nextBytes(value);
            items.add(new Importing.Item(name, SecretValue.copyOf(value), "Used by service " + random.nextInt(500)));
        }
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = TestVaults.VAULTS.newRecoveryCode()) {
            Files.createDirectories(FOLDER);
            Path kept = FOLDER.resolve("code.txt");
            if (!Files.exists(kept)) {
                code.use(bytes -> write(kept, bytes));
            }
            try (SecretValue one = recoveryCode();
                    OpenVault vault = TestVaults.VAULTS.create(file, passphrase, one, TestVaults.CHEAP, "Benchmark")) {
                vault.importing()
                        .write(
                                TestVaults.collection(vault),
                                items,
                                Collections.nCopies(secrets, Importing.Choice.ADD),
                                done -> {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
