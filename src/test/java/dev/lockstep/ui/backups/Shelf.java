package dev.lockstep.ui.backups;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Permit;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A vault with backups of some days, whose clock goes as a test wants. */
final class Shelf {
    final Path file;
    final Vaults vaults;
    private Instant now = Instant.parse("2026-05-01T08:30:00Z");

    Shelf(Path folder) {
        file = folder.resolve("Acme.lockstep");
        InstantSource source = () -> now;
        vaults = new Vaults(source.withZone(ZoneOffset.UTC), new SecureRandom(), folder.resolve("state"));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A vault with thirteen backups, and some changes since the newest. */
    OpenVault withBackups() throws VaultException, InterruptedException {
        OpenVault vault = create();
        for (int made = 0; made < 13; made++) {
            TestVaults.add(vault, "SERVICE_" + made + "_TOKEN", "value " + made);
            vault.backups().make(Progress.UNTOLD);
            pass(Duration.ofHours(made < 4 ? 24 : 3));
        }
        change(vault, "SERVICE_3_TOKEN");
        TestVaults.add(vault, "STRIPE_WEBHOOK_SECRET", "new since then");
        TestVaults.add(vault, "SENDGRID_API_KEY", "new since then too");
        return vault;
    }

    OpenVault create() throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            OpenVault vault = vaults.create(file, passphrase, code, TestVaults.CHEAP, "Production");
            TestVaults.add(vault, "DATABASE_URL", "postgres://");
            return vault;
        }
    }

    OpenVault unlock() throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                LockedVault locked = vaults.open(file)) {
            return locked.unlock(passphrase);
        }
    }

    /** Makes the vault need a key file besides the password, and a backup of it; tells where the key file is. */
    Path addKeyFile() throws VaultException, InterruptedException {
        Path made = file.resolveSibling("Acme key file.txt");
        vaults.createKeyFile(made);
        try (OpenVault vault = unlock();
                Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                Permit permit = vault.keys().prove(Password.of(passphrase))) {
            vault.keys().changePassword(permit, new Password(passphrase, Optional.of(made)), TestVaults.CHEAP);
            pass(Duration.ofHours(1));
            vault.backups().make(Progress.UNTOLD);
        }
        return made;
    }

    private static void change(OpenVault vault, String name) throws VaultException {
        Entry entry = entry(vault, name);
        try (SecretValue value = TestVaults.value("changed since")) {
            vault.secrets().edit(entry, SecretDetails.of(entry), value);
        }
    }

    static Entry entry(OpenVault vault, String name) {
        return vault.catalog()
                .entry(vault.secrets().named(TestVaults.collection(vault), name).orElseThrow())
                .orElseThrow();
    }

    /** Alters the file as somebody without the password could. */
    void damage(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.executeUpdate(sql);
            }
        }
    }

    static SecretBuffer typed(String text) {
        SecretBuffer buffer = new SecretBuffer(Passphrase.MAX_LENGTH);
        buffer.insert(0, text);
        return buffer;
    }
}
