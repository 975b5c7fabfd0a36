package dev.lockstep.ui.secrets;

import dev.lockstep.app.OutsideForTests;
import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.settings.Panes;
import dev.lockstep.settings.Settings;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** An unlocked vault with its screen's view model, where everything happens at once and time stands still until a test moves it. */
final class Desk implements AutoCloseable {
    final ManualTime time = new ManualTime();
    final OpenVault vault;
    final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    final Discretion discretion = new Discretion();
    final List<Toast> toasts = new ArrayList<>();
    final List<Optional<Entry>> edited = new ArrayList<>();
    final List<Entry> histories = new ArrayList<>();
    final List<Optional<Path>> imported = new ArrayList<>();
    final List<RowKey> planned = new ArrayList<>();
    int remotesOpened;
    final SecretClipboard clipboard;
    private final Sync sync;
    private final List<SecretsViewModel> models = new ArrayList<>();

    Desk(Path folder) throws VaultException {
        Vaults vaults = new Vaults(time.withZone(ZoneOffset.UTC), new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("Acme.lockstep"), passphrase, code, TestVaults.CHEAP, "Personal");
        }
        sync = OutsideForTests.make(time.withZone(ZoneOffset.UTC))
                .sync(vault, time.withZone(ZoneOffset.UTC), Runnable::run);
        clipboard = new SecretClipboard(time.background(), () -> Duration.ofSeconds(20), time, new SecureRandom());
    }

    /** A view model of its own for the vault, closed with this desk. */
    SecretsViewModel model() {
        SecretsViewModel model = new SecretsViewModel(
                new SecretsViewModel.Work(vault, sync, time.background(), clipboard),
                new SecretsViewModel.Habits(time.withZone(ZoneOffset.UTC), settings, this::remember, discretion),
                new SecretsViewModel.Exits(
                        edited::add,
                        histories::add,
                        () -> {},
                        imported::add,
                        () -> {},
                        () -> remotesOpened++,
                        planned::add,
                        toasts::add));
        models.add(model);
        return model;
    }

    private void remember(Panes panes) {
        settings.set(settings.get().with(panes));
    }

    CollectionId collection() {
        return TestVaults.collection(vault);
    }

    SecretId add(String name, String value) throws VaultException {
        return add(SecretDetails.named(collection(), name), value);
    }

    SecretId add(SecretDetails details, String text) throws VaultException {
        try (SecretValue value = TestVaults.value(text)) {
            return vault.secrets().add(details, value).id();
        }
    }

    /** A secret with tags, a description and, if not negative, a rotate-by day so many days from now. */
    SecretId add(CollectionId collection, String name, String value, String description, int rotateIn, String... tags)
            throws VaultException {
        Optional<LocalDate> rotateBy = rotateIn == NO_DAY
                ? Optional.empty()
                : Optional.of(
                        LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).plusDays(rotateIn));
        return add(
                new SecretDetails(
                        collection, name, description, List.of(tags), Entry.Kind.API_KEY, false, rotateBy, 14),
                value);
    }

    static final int NO_DAY = Integer.MIN_VALUE;

    Entry entry(SecretId id) {
        return vault.catalog().entry(id).orElseThrow();
    }

    void vaultDo(Step.Edit edit) {
        try {
            edit.run();
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    Toast lastToast() {
        return toasts.getLast();
    }

    void undo() {
        Runnable action = lastToast().onAction();
        if (action == null) {
            throw new AssertionError(
                    "the toast offers no action: " + lastToast().text());
        }
        action.run();
    }

    @Override
    public void close() {
        models.forEach(SecretsViewModel::close);
        sync.close();
        vault.close();
    }
}
