package dev.lockstep.sync;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.practice.SteppingClock;
import dev.lockstep.practice.VoximplantQuirk;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.PracticeRemote;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.sync.check.Checks;
import dev.lockstep.sync.check.Doors;
import dev.lockstep.sync.check.Plans;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A vault, vendors' simulators, and what is between them; all go by one clock that a test moves. */
public final class SyncGround implements AutoCloseable {
    private final SteppingClock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Connector connector;
    private final Map<Vendor, PracticeRemote> vendors = new EnumMap<>(Vendor.class);
    private final List<AutoCloseable> others = new ArrayList<>();
    private final Path file;
    private final Vaults vaults;
    private OpenVault vault;
    private Connections connections;
    private Ledgers ledgers;
    private Checks checks;
    private Plans plans;
    private Sync sync;

    public SyncGround(Path folder) throws Exception {
        this(folder.resolve("a.lockstep"), Instant.parse("2027-03-01T09:00:00Z"));
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            wire(vaults.create(file, passphrase, code, TestVaults.CHEAP, "Personal"));
        }
    }

    private SyncGround(Path file, Instant now) {
        this.file = file;
        this.clock = new SteppingClock(now.toString());
        this.connector = new Connector(executor, clock);
        this.vaults = new Vaults(clock, new SecureRandom(), file.resolveSibling("state"));
    }

    /** The vault of another ground, in a process of its own; the simulators stay with the other. */
    public static SyncGround elsewhere(Path file, Instant now) throws Exception {
        SyncGround ground = new SyncGround(file, now);
        ground.unlock();
        return ground;
    }

    private void wire(OpenVault opened) {
        vault = opened;
        connections = new Connections(vault, connector, clock);
        ledgers = new Ledgers(vault.sync());
        checks = new Checks(vault, ledgers, connections, clock, executor);
        plans = new Plans(vault, ledgers);
        sync = new Sync(vault, connections, clock, executor);
    }

    /** Opens the vault again, as the program does that was started anew: nothing of before is in memory. */
    public void reopen() throws Exception {
        vault.close();
        unlock();
    }

    /** Locks the vault. */
    public void lock() {
        vault.close();
    }

    private void unlock() throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            wire(vaults.open(file).unlock(passphrase));
        }
    }

    public Sync sync() {
        return sync;
    }

    /** What is done between a vault and remotes that are reached through other doors than those to vendors. */
    public static Sync through(Doors doors, OpenVault vault, Clock clock, Executor executor) {
        return new Sync(vault, doors, clock, executor);
    }

    /** Suspends without any patience. */
    public static void lock(Sync sync) {
        sync.suspend(Duration.ZERO);
    }

    public OpenVault vault() {
        return vault;
    }

    public Path file() {
        return file;
    }

    public Clock clock() {
        return clock;
    }

    public ExecutorService executor() {
        return executor;
    }

    public Connections connections() {
        return connections;
    }

    public Ledgers ledgers() {
        return ledgers;
    }

    public Checks checks() {
        return checks;
    }

    public Plans plans() {
        return plans;
    }

    /** Lets time pass for everybody. */
    public void pass(Duration time) {
        clock.step(time);
    }

    /** The simulator of a vendor, started when first asked for. */
    public PracticeRemote practice(Vendor vendor) throws Exception {
        PracticeRemote found = vendors.get(vendor);
        if (found == null) {
            found = new PracticeRemote(vendor, clock);
            vendors.put(vendor, found);
        }
        return found;
    }

    /** Has a vendor's simulator take a name that is taken for a second secret, where it has that switch. */
    public void doublingNames() throws Exception {
        Set<VoximplantQuirk> doubling = Set.of(VoximplantQuirk.TAKEN_IS_ALLOWED);
        vendors.put(Vendor.VOXIMPLANT, new PracticeRemote(Vendor.VOXIMPLANT, clock, doubling));
    }

    /** A remote to the simulator of a vendor. */
    public Remote remote(Vendor vendor) throws Exception {
        return remote(vendor, practice(vendor).simulator().address());
    }

    /** A remote to another server that speaks as a vendor does. */
    public Remote remote(Vendor vendor, String address) throws Exception {
        VendorContract contract = VendorContracts.of(vendor);
        try (Connection at = practice(vendor).connection(address)) {
            Map<String, String> settings = Connections.tidy(contract, at.settings());
            RemoteDetails details = new RemoteDetails(
                    vendor.id(),
                    Connections.place(contract, settings),
                    contract.names().mapping(),
                    "",
                    settings);
            return vault.remotes().add(TestVaults.collection(vault), vendor.id(), details, at.credentials());
        }
    }

    /** The name that a secret here has there. */
    public static String there(Vendor vendor, String name) {
        return VendorContracts.of(vendor).names().mapping().apply(name);
    }

    /** Has something closed at the end. */
    public <T extends AutoCloseable> T closing(T thing) {
        others.add(thing);
        return thing;
    }

    public Checked check(Remote remote) throws Exception {
        return checks.check(List.of(remote), CheckProgress.UNTOLD).get(remote.id());
    }

    public Plan plan(Remote remote) throws Exception {
        return plans.plan(List.of(remote));
    }

    public Entry add(String name, String value) throws Exception {
        return TestVaults.add(vault, name, value);
    }

    /** Gives a secret here another value. */
    public Entry edit(SecretId secret, String text) throws Exception {
        Entry entry = vault.catalog().entry(secret).orElseThrow();
        try (SecretValue value = Act.value(text)) {
            return vault.secrets().edit(entry, SecretDetails.of(entry), value);
        }
    }

    /** Somebody else puts a secret there. */
    public RemoteSecret put(Vendor vendor, String name, String text) throws Exception {
        try (RemoteVault open = practice(vendor).open();
                SecretValue value = Act.value(text)) {
            return open.create(NewSecret.of(name, value));
        }
    }

    /** Somebody else gives a secret there another value. */
    public void change(Vendor vendor, String name, String text) throws Exception {
        try (RemoteVault open = practice(vendor).open();
                SecretValue value = Act.value(text)) {
            open.updater().orElseThrow().update(find(open, name), RemoteVault.Change.to(value));
        }
    }

    /** Somebody else deletes a secret there. */
    public void delete(Vendor vendor, String name) throws Exception {
        try (RemoteVault open = practice(vendor).open()) {
            open.deleter().orElseThrow().delete(find(open, name));
        }
    }

    static String find(RemoteVault open, String name) throws Exception {
        return Act.all(open).stream()
                .filter(secret -> secret.name().equals(name))
                .findFirst()
                .flatMap(RemoteSecret::id)
                .orElseThrow();
    }

    /** A secret that is here and was pushed there. */
    public Entry pushed(Remote remote, String name, String text) throws Exception {
        Entry entry = add(name, text);
        own(remote, entry, text);
        return entry;
    }

    /** Pushes a secret that is here, as applying a plan does. */
    public void own(Remote remote, Entry entry, String text) throws Exception {
        Vendor vendor = Vendor.of(remote.vendor()).orElseThrow();
        String there = there(vendor, entry.name());
        try (SecretValue value = Act.value(text)) {
            Observed seen = Observed.of(connections.visit(remote, open -> {
                RemoteSecret told = open.create(NewSecret.of(there, value));
                boolean more =
                        told.traces().equals(Traces.NONE) && open.inspector().isPresent();
                return more ? open.inspector().get().inspect(told.id().orElseThrow()) : told;
            }));
            Fingerprint fingerprint = Fingerprint.of(vault.sync().fingerprints().of(remote.id(), there, value));
            LedgerEntry ours = new LedgerEntry(
                    entry.id(),
                    Claim.CREATED,
                    seen.vendorId(),
                    Optional.of(new ValueMark(fingerprint, entry.valueVersion())),
                    seen.traces(),
                    clock.instant(),
                    Result.DONE);
            ledgers.<Object>change(remote.id(), change -> {
                change.put(change.line(there).owned(ours).seen(Optional.of(seen)));
                return "";
            });
        }
    }

    @Override
    public void close() throws Exception {
        vault.close();
        connector.close();
        for (AutoCloseable other : others) {
            other.close();
        }
        vendors.values().forEach(PracticeRemote::close);
        executor.shutdownNow();
    }
}
