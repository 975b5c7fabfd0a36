package dev.lockstep.ui.history;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A vault with one secret of several values, and view models of its history, where everything happens at once. */
final class HistoryDesk implements AutoCloseable {
    final ManualTime time = new ManualTime();
    final Path file;
    final OpenVault vault;
    final SecretClipboard clipboard;
    final Discretion discretion = new Discretion();
    final List<Toast> toasts = new ArrayList<>();
    final SecretId id;
    int closed;
    private final List<HistoryViewModel> models = new ArrayList<>();

    HistoryDesk(Path folder, String name, String... values) throws VaultException {
        file = folder.resolve("Acme.lockstep");
        Vaults vaults = new Vaults(time.withZone(ZoneOffset.UTC), new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(file, passphrase, code, TestVaults.CHEAP, "Personal");
        }
        clipboard = new SecretClipboard(time.background(), () -> Duration.ofSeconds(20), time, new SecureRandom());
        id = TestVaults.add(vault, name, values[0]).id();
        for (int i = 1; i < values.length; i++) {
            time.pass(Duration.ofDays(30));
            change(values[i]);
        }
        time.pass(Duration.ofDays(2));
    }

    HistoryViewModel model() {
        HistoryViewModel model = new HistoryViewModel(
                new HistoryViewModel.Surroundings(
                        vault,
                        time.background(),
                        time.withZone(ZoneOffset.UTC),
                        clipboard,
                        Duration.ofSeconds(20),
                        discretion),
                id,
                new HistoryViewModel.Exits(toasts::add, () -> closed++));
        models.add(model);
        return model;
    }

    Entry entry() {
        return vault.catalog().entry(id).orElseThrow();
    }

    void change(String text) throws VaultException {
        try (SecretValue value = TestVaults.value(text)) {
            vault.secrets().edit(entry(), SecretDetails.of(entry()), value);
        }
    }

    String present() throws VaultException {
        return TestVaults.text(vault.secrets().peek(id));
    }

    /** The last events of the audit log, the oldest first. */
    List<AuditEvent> told(int last) throws VaultException {
        long size = vault.audit().size();
        return vault.audit().page(size - last + 1, last).entries().stream()
                .map(entry -> entry.event())
                .toList();
    }

    @Override
    public void close() {
        models.forEach(HistoryViewModel::close);
        vault.close();
    }
}
