package dev.lockstep.ui.sync;

import dev.lockstep.app.OutsideForTests;
import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.sync.Outside;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A vault with secrets and remotes, with what is known of these, as after earlier runs; nothing is sent anywhere. */
final class SyncDesk implements AutoCloseable {
    final ManualTime time = new ManualTime();
    final OpenVault vault;
    final Discretion discretion = new Discretion();
    final List<Toast> toasts = new ArrayList<>();
    int closed;
    private final Map<SecretId, String> values = new HashMap<>();
    private final List<SyncViewModel> models = new ArrayList<>();
    private final Ledgers ledgers;
    private final Sync sync;

    SyncDesk(Path folder) throws Exception {
        Vaults vaults = new Vaults(time.withZone(ZoneOffset.UTC), new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("Acme.lockstep"), passphrase, code, TestVaults.CHEAP, "Acme");
        }
        Outside outside = OutsideForTests.make(time.withZone(ZoneOffset.UTC));
        ledgers = new Ledgers(vault.sync());
        sync = outside.sync(vault, time.withZone(ZoneOffset.UTC), Runnable::run);
    }

    SecretId secret(String name, String value) throws Exception {
        SecretId id = TestVaults.add(vault, name, value).id();
        values.put(id, value);
        return id;
    }

    Entry inAnotherCollection(String name, String value) throws Exception {
        CollectionId other = vault.collections().add("Other", "staging", "").id();
        try (SecretValue secret = TestVaults.value(value)) {
            return vault.secrets().add(SecretDetails.named(other, name), secret);
        }
    }

    RemoteId remote(String name, VendorContract contract, Direction direction, boolean deletions) throws Exception {
        RemoteDetails details =
                new RemoteDetails(name, "place of " + name, NameMapping.AS_IS, "", Map.of("address", "https://x"));
        CollectionId home = vault.collections().all().getFirst().id();
        Remote added = vault.remotes().add(home, contract.vendor().id(), details, Map.of());
        vault.remotes().conduct(added.id(), new Conduct(false, direction, deletions));
        return added.id();
    }

    /** The last list was whole. */
    void listed(RemoteId remote) throws VaultException {
        head(
                remote,
                Head.NONE.listed(time.instant(), ledgers.load(remote).lines().size() + 1));
    }

    void head(RemoteId remote, Head head) throws VaultException {
        ledgers.change(remote, change -> {
            change.put(head);
            return true;
        });
    }

    /** Ours there: the value that was pushed, what the vendor told then, and what it tells now. */
    void ours(RemoteId remote, SecretId secret, String pushed, Traces then, Optional<Traces> now)
            throws VaultException {
        String name = name(secret);
        LedgerEntry entry = new LedgerEntry(
                secret,
                Claim.CREATED,
                Optional.of(name),
                Optional.of(mark(remote, name, pushed, pushed.equals(values.get(secret)) ? version(secret) : 0)),
                then,
                time.instant().minus(Duration.ofDays(2)),
                Result.DONE);
        Optional<Observed> seen = now.map(traces -> new Observed(Optional.of(name), traces, Optional.empty()));
        put(remote, LedgerLine.of(name).owned(entry).seen(seen));
    }

    /** It was read back. */
    void read(RemoteId remote, SecretId secret, String value) throws VaultException {
        String name = name(secret);
        Fingerprint fingerprint = mark(remote, name, value, 0).fingerprint();
        LedgerLine line = ledgers.line(remote, name);
        put(remote, line.seen(line.observed().map(seen -> seen.verified(fingerprint, time.instant()))));
    }

    void foreign(RemoteId remote, String... names) throws VaultException {
        for (String name : names) {
            Observed seen = new Observed(Optional.of(name), Traces.NONE, Optional.empty());
            put(remote, LedgerLine.of(name).seen(Optional.of(seen)));
        }
    }

    /** An update was sent, and no answer came. */
    void unanswered(RemoteId remote, SecretId secret) throws VaultException {
        String name = name(secret);
        LedgerLine line = ledgers.line(remote, name);
        put(
                remote,
                line.intending(new Intent(
                        Action.UPDATE,
                        new RowId(1, 1),
                        secret,
                        Optional.of(mark(remote, name, "sent", 0)),
                        time.instant().minusSeconds(60),
                        line.observed())));
    }

    private void put(RemoteId remote, LedgerLine line) throws VaultException {
        ledgers.change(remote, change -> {
            change.put(line);
            return true;
        });
    }

    static Traces at(Instant when) {
        return Traces.times(Optional.of(Instant.parse("2026-01-01T00:00:00Z")), Optional.of(when));
    }

    static Traces version(long number) {
        return new Traces(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(number), false);
    }

    private String name(SecretId id) {
        return vault.catalog().entry(id).map(Entry::name).orElseThrow();
    }

    private long version(SecretId id) {
        return vault.catalog().entry(id).map(Entry::valueVersion).orElseThrow();
    }

    private ValueMark mark(RemoteId remote, String name, String value, long version) {
        try (SecretValue secret = TestVaults.value(value)) {
            return new ValueMark(Fingerprint.of(vault.sync().fingerprints().of(remote, name, secret)), version);
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    SyncViewModel model() {
        return model(time.background());
    }

    /** Of some secrets alone. */
    SyncViewModel model(Set<SecretId> only) {
        return model(time.background(), Optional.of(only));
    }

    SyncViewModel model(Background background) {
        return model(background, Optional.empty());
    }

    private SyncViewModel model(Background background, Optional<Set<SecretId>> only) {
        SyncViewModel model = new SyncViewModel(
                new SyncViewModel.Surroundings(
                        vault,
                        sync,
                        background,
                        time.withZone(ZoneOffset.UTC),
                        discretion,
                        Optional.empty(),
                        Optional.empty(),
                        only),
                new SyncViewModel.Exits(toasts::add, () -> closed++));
        models.add(model);
        return model;
    }

    static Stage.Planned planned(SyncViewModel model) {
        return (Stage.Planned) model.stageProperty().get();
    }

    /** Moves a secret to the trash. */
    void trash(SecretId id) throws VaultException {
        vault.secrets().trash(List.of(id));
    }

    @Override
    public void close() {
        models.forEach(SyncViewModel::close);
        sync.close();
        ledgers.close();
        vault.close();
    }
}
