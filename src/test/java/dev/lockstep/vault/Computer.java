package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A computer of its own: it remembers what it saw of vaults, and its clock goes as a test wants. */
final class Computer {
    final Path folder;
    final Vaults vaults;
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private Optional<Path> chosen = Optional.empty();

    Computer(Path folder) {
        this.folder = folder;
        InstantSource source = () -> now;
        vaults = new Vaults(source.withZone(ZoneOffset.UTC), new SecureRandom(), folder.resolve("state"), () -> chosen);
    }

    Path file() {
        return folder.resolve("work.lockstep");
    }

    /** Where backups are by custom. */
    Path backups() {
        return folder.resolve("work backups");
    }

    void choose(Path place) {
        chosen = Optional.of(place);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A vault with three secrets, of which BETA has a former value. */
    OpenVault create() throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = TestVaults.value(Sample.CODE)) {
            OpenVault vault = vaults.create(file(), passphrase, code, TestVaults.CHEAP, "Personal");
            TestVaults.add(vault, "ALPHA", "alpha value");
            TestVaults.add(vault, "BETA", "beta value, older");
            change(vault, "BETA", "beta value");
            TestVaults.add(vault, "GAMMA", "gamma value");
            return vault;
        }
    }

    OpenVault unlock() throws VaultException {
        return unlock(file());
    }

    OpenVault unlock(Path file) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                LockedVault locked = vaults.open(file)) {
            return locked.unlock(passphrase);
        }
    }

    static Entry change(OpenVault vault, String name, String text) throws VaultException {
        Entry entry = Sample.entry(vault, name);
        try (SecretValue value = TestVaults.value(text)) {
            return vault.secrets().edit(entry, SecretDetails.of(entry), value);
        }
    }

    /** Names of what stands in a folder, sorted. */
    static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
