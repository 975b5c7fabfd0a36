package dev.lockstep.sync.model;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.practice.SteppingClock;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.check.Doors;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A vault, its shops, the time, and what befalls them. Everything happens on one thread, so a seed tells all. */
final class World implements AutoCloseable {
    private final SteppingClock clock = new SteppingClock("2027-03-01T09:00:00Z");
    private final Vaults vaults = new Vaults(clock, new SecureRandom(), TestState.NOWHERE);
    private final Path file;
    private final Map<String, Shop> shops = new LinkedHashMap<>();
    private final TreeMap<Instant, Runnable> pending = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    private final Oracle oracle;
    private final CollectionId home;
    private OpenVault vault;
    private Sync sync;
    private Random random = new Random(0);
    private int storm;
    private int meddling;
    private boolean crashed;
    private @Nullable Runnable meddler;

    World(Path folder, List<Vendor> vendors, boolean twins, boolean real) throws Exception {
        file = folder.resolve("a.lockstep");
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(file, passphrase, code, TestVaults.CHEAP, "Personal");
        }
        vault.collections().add("Elsewhere", "", "");
        home = TestVaults.collection(vault);
        for (Vendor vendor : vendors) {
            Optional<Real> there = real ? Optional.of(new Real(vendor, clock)) : Optional.empty();
            shops.put(vendor.id(), new Shop(vendor, clock, twins && !real, there));
        }
        oracle = new Oracle(this);
        sync = SyncGround.through(doors(vault), vault, clock, Runnable::run);
    }

    /** Which step it is, and how often things go wrong or somebody meddles in it, of 1000 calls. */
    void step(long seed, int storm, int meddling) {
        this.random = new Random(seed);
        this.storm = storm;
        this.meddling = meddling;
    }

    OpenVault vault() {
        return vault;
    }

    Sync sync() {
        return sync;
    }

    Oracle oracle() {
        return oracle;
    }

    Random random() {
        return random;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    Instant now() {
        return clock.instant();
    }

    Map<String, Shop> shops() {
        return shops;
    }

    Shop shop(Remote remote) {
        return shops.get(remote.vendor());
    }

    /** Another collection, of which no remote is. */
    CollectionId elsewhere() {
        return vault.collections().all().stream()
                .map(SecretCollection::id)
                .filter(id -> !id.equals(collection()))
                .findFirst()
                .orElseThrow();
    }

    CollectionId collection() {
        return home;
    }

    List<Remote> remotes() {
        return vault.remotes().all();
    }

    void log(String text) {
        log.add(text);
    }

    List<String> log() {
        return log;
    }

    /** Lets time pass; what is late is done in its time. */
    synchronized void pass(Duration by) {
        Instant until = clock.instant().plus(by);
        while (!pending.isEmpty() && !pending.firstKey().isAfter(until)) {
            Map.Entry<Instant, Runnable> next = pending.pollFirstEntry();
            if (next.getKey().isAfter(clock.instant())) {
                clock.step(Duration.between(clock.instant(), next.getKey()));
            }
            next.getValue().run();
        }
        clock.step(Duration.between(clock.instant(), until));
    }

    /** Has something done up to a minute later. */
    void later(Runnable what) {
        pending.put(clock.instant().plusMillis(1 + random.nextInt(60_000)), what);
    }

    /** How late a list may be. */
    Duration lateness() {
        return Duration.ofMillis(random.nextInt(90_000));
    }

    Fault fault(Fault[] possible) {
        pass(Duration.ofMillis(20));
        if (random.nextInt(1000) >= storm) {
            return Fault.NONE;
        }
        Fault fault = possible[random.nextInt(possible.length)];
        log("  ! " + fault);
        return fault;
    }

    Fault.Crash crash() {
        crashed = true;
        return new Fault.Crash();
    }

    boolean isCrashed() {
        return crashed;
    }

    /** What others may do between two calls. */
    void meddler(@Nullable Runnable who) {
        meddler = who;
    }

    /** Gives others a chance, right before a call. */
    void between(Remote remote) {
        Runnable who = meddler;
        if (who != null && random.nextInt(1000) < meddling) {
            meddler = null;
            log("  meanwhile at " + remote.vendor() + ":");
            who.run();
            meddler = who;
        }
    }

    /** Ends the program, in order or not, and starts it again. */
    void restart(boolean inOrder) throws Exception {
        if (inOrder) {
            sync.close();
        }
        vault.close();
        Thread.interrupted();
        crashed = false;
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            vault = vaults.open(file).unlock(passphrase);
        }
        sync = SyncGround.through(doors(vault), vault, clock, Runnable::run);
    }

    private Doors doors(OpenVault of) {
        return new Doors() {
            @Override
            public <T extends @Nullable Object> T visit(Remote remote, Visit<T> visit)
                    throws RemoteException, VaultException, InterruptedException {
                Remote present = of.remotes().get(remote.id());
                if (present.paused() || of.sync().policy().pauseAll()) {
                    throw new RemoteException(new Trouble.Paused());
                }
                try {
                    return visit.run(new ShopVault(World.this, present, shop(present)));
                } catch (RemoteException e) {
                    if (e.trouble() instanceof Trouble.Cancelled && Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    throw e;
                } finally {
                    pass(Duration.ofMillis(5));
                }
            }
        };
    }

    /** The remote to a shop, if there is one. */
    RemoteId idOf(Shop shop) {
        return remotes().stream()
                .filter(remote -> shop(remote) == shop)
                .map(Remote::id)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        vault.close();
        shops.values().forEach(shop -> shop.real().ifPresent(Real::close));
    }
}
