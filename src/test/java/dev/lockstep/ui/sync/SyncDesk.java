package dev.lockstep.ui.sync;

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
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.LocalSecret;
import dev.lockstep.sync.plan.LocalSecrets;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Planner;
import dev.lockstep.sync.plan.RemoteNow;
import dev.lockstep.sync.plan.Target;
import dev.lockstep.sync.plan.ValueShape;
import dev.lockstep.sync.plan.Values;
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
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A vault with secrets and remotes, with what is known of these, planned by the real planner; nothing is sent anywhere. */
final class SyncDesk implements AutoCloseable, SyncViewModel.Dealings, Values {
    final ManualTime time = new ManualTime();
    final OpenVault vault;
    final Discretion discretion = new Discretion();
    final List<Toast> toasts = new ArrayList<>();
    final List<Plan> applied = new ArrayList<>();
    final List<OptionalInt> typed = new ArrayList<>();
    Optional<Unfinished> unfinished = Optional.empty();
    Optional<Outcome> outcome = Optional.empty();
    int cancelled;
    int abandoned;
    int closed;
    private final Map<SecretId, String> values = new HashMap<>();
    private final Map<RemoteId, Known> known = new LinkedHashMap<>();
    private final List<SyncViewModel> models = new ArrayList<>();

    /** What is known of a remote. */
    private static final class Known {
        private final Map<String, LedgerLine> lines = new TreeMap<>();
        private final VendorContract contract;
        private Head head = Head.NONE;

        private Known(VendorContract contract) {
            this.contract = contract;
        }
    }

    SyncDesk(Path folder) throws Exception {
        Vaults vaults = new Vaults(time.withZone(ZoneOffset.UTC), new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("Acme.lockstep"), passphrase, code, TestVaults.CHEAP, "Acme");
        }
    }

    SecretId secret(String name, String value) throws Exception {
        SecretId id = TestVaults.add(vault, name, value).id();
        values.put(id, value);
        return id;
    }

    RemoteId remote(String name, VendorContract contract, Direction direction, boolean deletions) throws Exception {
        RemoteDetails details =
                new RemoteDetails(name, "place of " + name, NameMapping.AS_IS, "", Map.of("address", "https://x"));
        CollectionId home = vault.collections().all().getFirst().id();
        Remote added = vault.remotes().add(home, contract.vendor().id(), details, Map.of());
        vault.remotes().conduct(added.id(), new Conduct(false, direction, deletions));
        known.put(added.id(), new Known(contract));
        return added.id();
    }

    /** The last list was whole. */
    void listed(RemoteId remote) {
        Known at = known.get(remote);
        at.head = at.head.listed(time.instant(), at.lines.size() + 1);
    }

    void head(RemoteId remote, Head head) {
        known.get(remote).head = head;
    }

    /** Ours there: the value that was pushed, what the vendor told then, and what it tells now. */
    void ours(RemoteId remote, SecretId secret, String pushed, Traces then, Optional<Traces> now) {
        String name = name(secret);
        LedgerEntry entry = new LedgerEntry(
                secret,
                Claim.CREATED,
                Optional.of(name),
                Optional.of(new ValueMark(hash(name, pushed), pushed.equals(values.get(secret)) ? version(secret) : 0)),
                then,
                time.instant().minus(Duration.ofDays(2)),
                Result.DONE);
        Optional<Observed> seen = now.map(traces -> new Observed(Optional.of(name), traces, Optional.empty()));
        put(remote, LedgerLine.of(name).owned(entry).seen(seen));
    }

    /** It was read back. */
    void read(RemoteId remote, SecretId secret, String value) {
        String name = name(secret);
        LedgerLine line = known.get(remote).lines.get(name);
        put(remote, line.seen(line.observed().map(seen -> seen.verified(hash(name, value), time.instant()))));
    }

    void foreign(RemoteId remote, String... names) {
        for (String name : names) {
            put(
                    remote,
                    LedgerLine.of(name)
                            .seen(Optional.of(new Observed(Optional.of(name), Traces.NONE, Optional.empty()))));
        }
    }

    /** An update was sent, and no answer came. */
    void unanswered(RemoteId remote, SecretId secret) {
        String name = name(secret);
        LedgerLine line = known.get(remote).lines.get(name);
        put(
                remote,
                line.intending(new Intent(
                        Action.UPDATE,
                        new RowId(1, 1),
                        secret,
                        Optional.of(new ValueMark(hash(name, "sent"), 0)),
                        time.instant().minusSeconds(60),
                        line.observed())));
    }

    private void put(RemoteId remote, LedgerLine line) {
        known.get(remote).lines.put(line.name(), line);
    }

    static Traces at(Instant when) {
        return Traces.times(Optional.of(Instant.parse("2026-01-01T00:00:00Z")), Optional.of(when));
    }

    static Traces version(long number) {
        return new Traces(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(number), false);
    }

    private String name(SecretId id) {
        return vault.catalog().entry(id).map(Entry::name).orElseThrow();
    }

    private long version(SecretId id) {
        return vault.catalog().entry(id).map(Entry::valueVersion).orElseThrow();
    }

    @Override
    public Plan plan(Optional<CollectionId> collection) throws VaultException {
        List<RemoteNow> remotes = new ArrayList<>();
        for (Remote remote : vault.remotes().all()) {
            Known at = known.get(remote.id());
            if (collection.isEmpty() || collection.get().equals(remote.collection())) {
                Target target = Target.of(
                        remote.id(), remote.collection(), at.contract, remote.details(), remote.conduct());
                remotes.add(new RemoteNow(target, RemoteLedger.of(at.head, at.lines.values())));
            }
        }
        return Planner.plan(remotes, new LocalSecrets(local()), this);
    }

    private List<LocalSecret> local() {
        return values.keySet().stream()
                .flatMap(id -> vault.catalog().entry(id).stream())
                .map(LocalSecret::of)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    @Override
    public Outcome apply(Plan plan, OptionalInt deletions, Follower follower) {
        applied.add(plan);
        typed.add(deletions);
        return outcome.orElseThrow();
    }

    @Override
    public Optional<Unfinished> unfinished() {
        return unfinished;
    }

    @Override
    public Outcome resume(Follower follower) {
        return outcome.orElseThrow();
    }

    @Override
    public void abandon() {
        abandoned++;
        unfinished = Optional.empty();
    }

    @Override
    public void cancel() {
        cancelled++;
    }

    @Override
    public Fingerprint fingerprint(SecretId secret, RemoteId remote, String there) {
        return hash(there, values.get(secret));
    }

    @Override
    public ValueShape shape(SecretId secret) {
        try (SecretValue value = SecretValue.copyOf(values.get(secret).getBytes(StandardCharsets.UTF_8))) {
            return ValueShape.of(value);
        }
    }

    private static Fingerprint hash(String there, String value) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            sum.update((there + "\n").getBytes(StandardCharsets.UTF_8));
            return Fingerprint.of(sum.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    SyncViewModel model() {
        return model(time.background());
    }

    SyncViewModel model(Background background) {
        SyncViewModel model = new SyncViewModel(
                new SyncViewModel.Surroundings(
                        vault, this, background, time.withZone(ZoneOffset.UTC), discretion, Optional.empty()),
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
        vault.close();
    }
}
