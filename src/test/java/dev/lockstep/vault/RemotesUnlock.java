package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** Prints how long a vault takes to open at best once its key is there, without remotes and with as many as it can have. */
final class RemotesUnlock {
    private static final int TIMES = 100;

    private RemotesUnlock() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("remotes");
        Path none = Sample.get().in(folder);
        Path many = Files.copy(none, folder.resolve("many.lockstep"));
        try (OpenVault vault = Sample.get().open(many);
                SecretValue key = TestVaults.value("k".repeat(2000))) {
            for (int i = vault.remotes().all().size(); i < Remote.MAX_NUMBER; i++) {
                vault.remotes()
                        .add(
                                TestVaults.collection(vault),
                                TestRemotes.VENDOR,
                                TestRemotes.details("Remote " + i, "place " + i),
                                Map.of("api-key", key));
            }
        }
        long without = Long.MAX_VALUE;
        long with = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            without = Math.min(without, nanos(none));
            with = Math.min(with, nanos(many));
        }
        System.out.printf("without: %.2f ms, with %d: %.2f ms%n", without / 1e6, Remote.MAX_NUMBER, with / 1e6);
    }

    private static long nanos(Path file) throws Exception {
        LockedVault locked = TestVaults.VAULTS.open(file);
        Keyring keys = TestKeys.of(Sample.get().key(), new SecureRandom());
        long start = System.nanoTime();
        OpenVault vault = locked.unlock(Way.PASSWORD, keys);
        long took = System.nanoTime() - start;
        vault.close();
        return took;
    }
}
