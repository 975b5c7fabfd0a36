package dev.lockstep.ui.health;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.ManualTime;
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

/** An unlocked vault with health reports on it, where time stands still at 2 May 2026, noon, until a test moves it. */
final class Ward implements AutoCloseable {
    static final String STRONG = "q7Jq0OlI1xPz4mWc2Vt8Nf3Yb6Kd9Rs";

    final ManualTime time = new ManualTime();
    final OpenVault vault;
    final CollectionId production;
    final CollectionId staging;
    final List<Entry> edited = new ArrayList<>();
    final List<Entry> listed = new ArrayList<>();
    private final List<HealthViewModel> models = new ArrayList<>();
    int closed;

    Ward(Path folder) throws VaultException {
        Vaults vaults = new Vaults(time.withZone(ZoneOffset.UTC), new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("Acme.lockstep"), passphrase, code, TestVaults.CHEAP, "Personal");
        }
        production =
                vault.collections().add("Acme", "production", "upper-snake").id();
        staging = vault.collections().add("Acme", "staging", "upper-snake").id();
    }

    HealthViewModel model() {
        return model(time.background());
    }

    HealthViewModel model(Background background) {
        HealthViewModel model = new HealthViewModel(
                vault,
                background,
                time.withZone(ZoneOffset.UTC),
                new HealthViewModel.Exits(edited::add, listed::add, () -> closed++));
        models.add(model);
        return model;
    }

    SecretId add(CollectionId to, String name, String text) throws VaultException {
        return add(to, name, text, Optional.empty());
    }

    /** A strong value of its own that is due so many days from now. */
    SecretId due(String name, int days) throws VaultException {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        return add(production, name, STRONG + name, Optional.of(today.plusDays(days)));
    }

    private SecretId add(CollectionId to, String name, String text, Optional<LocalDate> due) throws VaultException {
        try (SecretValue value = TestVaults.value(text)) {
            SecretDetails details = new SecretDetails(to, name, "", List.of(), Entry.Kind.API_KEY, false, due, 14);
            return vault.secrets().add(details, value).id();
        }
    }

    /** What a team has gathered in three years. */
    void fill() throws VaultException {
        String[] services = {"MAILGUN", "SENTRY", "DATADOG", "PAGERDUTY", "REDIS", "ALGOLIA", "MIXPEEK", "FASTLY"};
        int[] days = {380, 290, 210, 150, 100, 70, 45, 21};
        for (int i = 0; i < services.length; i++) {
            for (int j = 0; j <= i % 4; j++) {
                due(services[i] + "_KEY_" + (j + 1), 1150 + 40 * i - 31 * j);
            }
            time.pass(Duration.ofDays(days[i]));
        }
        add(production, "STRIPE_API_KEY", "sk_" + "test_51MzQk2eZvKYlo2C0O1lI8rTq7Xw");
        add(production, "STRIPE_PUBLISHABLE_KEY", "pk_" + "live_51MzQk2eZvKYlo2C0O1lI8rTq7Xw");
        add(staging, "STRIPE_API_KEY", "sk_" + "live_51MzQk2eZvKYlo2C0O1lI8rTq7Xy");
        add(production, "DATABASE_PASSWORD", "hunter2");
        add(staging, "DATABASE_PASSWORD", "hunter2");
        add(staging, "sentry-dsn", "");
        due("GITHUB_TOKEN", -6);
        due("DEPLOY_KEY", -40);
        due("WEBHOOK_SECRET", 3);
        due("SEARCH_KEY", 0);
        time.pass(Duration.ofHours(5));
    }

    @Override
    public void close() {
        models.forEach(HealthViewModel::close);
        vault.close();
    }
}
