package dev.lockstep.ui.audit;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A vault with a past, and view models of its audit log, where everything happens at once. */
final class AuditDesk implements AutoCloseable {
    final ManualTime time = new ManualTime();
    final Path file;
    final OpenVault vault;
    final List<Toast> toasts = new ArrayList<>();
    final Discretion discretion = new Discretion();
    int closed;
    private final List<AuditViewModel> models = new ArrayList<>();

    AuditDesk(Path folder) throws VaultException {
        file = folder.resolve("Acme.lockstep");
        Vaults vaults = new Vaults(time.withZone(ZoneOffset.UTC), new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(file, passphrase, code, TestVaults.CHEAP, "Personal");
        }
    }

    /** Adds a secret, shows it once, and lets a day pass. */
    SecretId use(String name) throws VaultException {
        SecretId id = TestVaults.add(vault, name, "the value of " + name).id();
        vault.secrets().reveal(id).close();
        time.pass(Duration.ofDays(1));
        return id;
    }

    /** Shows a secret so many times. */
    void reveal(SecretId id, int times) throws VaultException {
        for (int i = 0; i < times; i++) {
            vault.secrets().reveal(id).close();
        }
    }

    /** Changes the file as somebody who has no key could. */
    void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    AuditViewModel model() {
        AuditViewModel model = new AuditViewModel(
                vault,
                time.background(),
                time.withZone(ZoneOffset.UTC),
                discretion,
                new AuditViewModel.Exits(toasts::add, () -> closed++));
        models.add(model);
        return model;
    }

    @Override
    public void close() {
        models.forEach(AuditViewModel::close);
        vault.close();
    }
}
