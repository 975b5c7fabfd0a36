package dev.lockstep.ui.remotes;

import dev.lockstep.app.OutsideForTests;
import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.Outside;
import dev.lockstep.sync.Practice;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vault with a few secrets, practice vaults, and view models of its remotes, where everything happens at once. */
final class RemotesDesk implements AutoCloseable {
    final ManualTime time = new ManualTime();
    final Clock clock;
    final Outside outside;
    final Discretion discretion = new Discretion();
    final List<Toast> toasts = new ArrayList<>();
    final OpenVault vault;
    final Connections connections;
    int closed;
    private final SecretClipboard clipboard;
    private final List<RemotesViewModel> models = new ArrayList<>();

    RemotesDesk(Path folder) throws Exception {
        this(folder, ZoneOffset.UTC);
    }

    RemotesDesk(Path folder, ZoneId zone) throws Exception {
        clock = time.withZone(zone);
        outside = OutsideForTests.make(clock);
        Vaults vaults = new Vaults(clock, new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("Acme.lockstep"), passphrase, code, TestVaults.CHEAP, "Acme");
        }
        for (String name : List.of("STRIPE_API_KEY", "stripe-api-key", "GITHUB_TOKEN", "2FA_KEY", "WEBHOOK_SECRET")) {
            TestVaults.add(vault, name, "value of " + name);
        }
        connections = outside.connections(vault, clock);
        clipboard = new SecretClipboard(time.background(), () -> Duration.ofSeconds(20), clock, new SecureRandom());
    }

    RemotesViewModel model() {
        return model(outside.practice(), time.background());
    }

    RemotesViewModel model(Background background) {
        return model(outside.practice(), background);
    }

    /** As in a later run of the program, which knows of no practice vault yet. */
    RemotesViewModel later() {
        return model(OutsideForTests.make(clock).practice(), time.background());
    }

    private RemotesViewModel model(Practice practice, Background background) {
        var around = new RemotesViewModel.Surroundings(
                vault,
                connections,
                practice,
                background,
                clock,
                clipboard,
                Duration.ofSeconds(20),
                discretion,
                Optional.empty());
        RemotesViewModel model = new RemotesViewModel(around, new RemotesViewModel.Exits(toasts::add, () -> closed++));
        models.add(model);
        return model;
    }

    /** Adds a remote to a practice vault, with other settings where they are given. */
    Remote add(String name, Vendor vendor, Map<String, String> other) throws Exception {
        VendorContract contract = VendorContracts.of(vendor);
        try (Connection at = outside.practice().start(vendor)) {
            Map<String, String> typed = new HashMap<>(at.settings());
            typed.putAll(other);
            Map<String, String> settings = Connections.tidy(contract, typed);
            RemoteDetails details = new RemoteDetails(
                    name,
                    Connections.place(contract, settings),
                    contract.names().mapping(),
                    "",
                    settings);
            return vault.remotes()
                    .add(vault.collections().all().getFirst().id(), vendor.id(), details, at.credentials());
        }
    }

    /** Puts secrets where a remote leads, a hundred each in a folder. */
    void fill(Remote remote, int count) throws Exception {
        Connector connector = outside.connector();
        try (Connection at = new Connection(
                        Vendor.of(remote.vendor()).orElseThrow(),
                        remote.details().settings(),
                        vault.remotes().credentials(remote.id()));
                RemoteVault open = connector.open(at)) {
            for (int i = 0; i < count; i++) {
                try (SecretValue value = value("v")) {
                    open.create(NewSecret.of("folder-" + i / 100 + "/name-" + i, value));
                }
            }
        }
    }

    RemoteRow row(RemotesViewModel model, Remote remote) {
        return model.rows().stream()
                .filter(row -> row.remote().id().equals(remote.id()))
                .findFirst()
                .orElseThrow();
    }

    /** A field without a screen, in which a credential is typed. */
    static SecretBuffer type(Credential credential, String text) {
        SecretBuffer buffer = new SecretBuffer(1 << 16);
        credential.attach(new CredentialField(buffer, buffer::load, buffer::clear));
        if (!text.isEmpty()) {
            credential.keptProperty().set(false);
            buffer.clear();
            buffer.insert(0, text);
            credential.edited();
        }
        return buffer;
    }

    static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        models.forEach(RemotesViewModel::close);
        clipboard.close();
        vault.close();
    }
}
