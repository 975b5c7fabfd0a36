package dev.lockstep.sync.check;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.plan.LocalSecret;
import dev.lockstep.sync.plan.LocalSecrets;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Planner;
import dev.lockstep.sync.plan.RemoteNow;
import dev.lockstep.sync.plan.Target;
import dev.lockstep.sync.plan.ValueShape;
import dev.lockstep.sync.plan.Values;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Plans from what is known, by what every process wrote so far; nobody is asked. Remotes of vendors that only a later version of this program
 * knows are left out.
 */
public final class Plans {
    private final OpenVault vault;
    private final Ledgers ledgers;
    private final Values values;

    public Plans(OpenVault vault, Ledgers ledgers) {
        this.vault = vault;
        this.ledgers = ledgers;
        this.values = new Opened(vault.sync());
    }

    /** A plan over the remotes of a collection, or over all. */
    public Plan plan(Optional<CollectionId> collection) throws VaultException {
        return plan(collection, Map.of());
    }

    /**
     * The same.
     *
     * @param emptied lists that were empty and are right, as the user said: when each was made, by remote
     */
    public Plan plan(Optional<CollectionId> collection, Map<RemoteId, Instant> emptied) throws VaultException {
        vault.sync().mark();
        return planned(
                collection.map(vault.remotes()::of).orElseGet(vault.remotes()::all),
                (remote, ledger) -> ledger.head().complete().equals(Optional.ofNullable(emptied.get(remote))));
    }

    /** A plan over some remotes, in their order, as they are set up now; those that are gone are left out. */
    public Plan plan(List<Remote> remotes) throws VaultException {
        return plan(remotes, Set.of());
    }

    /**
     * The same.
     *
     * @param emptied remotes of which an empty list is right
     */
    public Plan plan(List<Remote> remotes, Set<RemoteId> emptied) throws VaultException {
        vault.sync().mark();
        Map<RemoteId, Remote> present = new HashMap<>();
        vault.remotes().all().forEach(remote -> present.put(remote.id(), remote));
        return planned(
                remotes.stream()
                        .map(remote -> present.get(remote.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                (remote, ledger) -> emptied.contains(remote));
    }

    private Plan planned(List<Remote> remotes, BiPredicate<RemoteId, RemoteLedger> emptied) throws VaultException {
        List<RemoteNow> now = new ArrayList<>();
        for (Remote remote : remotes) {
            Optional<Target> target = target(remote);
            if (target.isPresent()) {
                RemoteLedger ledger = ledgers.load(remote.id());
                now.add(new RemoteNow(target.get(), ledger, emptied.test(remote.id(), ledger)));
            }
        }
        return Planner.plan(now, secrets(), values);
    }

    /** A remote as plans know it: where all are paused, it is. */
    private Optional<Target> target(Remote remote) {
        boolean paused = remote.paused() || vault.sync().policy().pauseAll();
        Conduct conduct = remote.conduct().withPaused(paused);
        return Vendor.of(remote.vendor())
                .map(Plans::contract)
                .map(contract -> Target.of(remote.id(), remote.collection(), contract, remote.details(), conduct));
    }

    private static VendorContract contract(Vendor vendor) {
        return VendorContracts.all().stream()
                .filter(contract -> contract.vendor() == vendor)
                .findFirst()
                .orElseThrow();
    }

    private LocalSecrets secrets() {
        List<LocalSecret> secrets = new ArrayList<>();
        add(secrets, new Query.Scope.All());
        add(secrets, new Query.Scope.Trash());
        return new LocalSecrets(secrets);
    }

    private void add(List<LocalSecret> secrets, Query.Scope scope) {
        Catalog.Hits hits = vault.catalog().find(new Query(scope, "", Query.Order.NAME, false));
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i).map(LocalSecret::of).ifPresent(secrets::add);
        }
    }

    /** The values here, each opened for as long as it is looked at. */
    private record Opened(SyncRows rows) implements Values {
        @Override
        public Fingerprint fingerprint(SecretId secret, RemoteId remote, String there) throws VaultException {
            try (SecretValue value = rows.value(secret)) {
                return Fingerprint.of(rows.fingerprints().of(remote, there, value));
            }
        }

        @Override
        public ValueShape shape(SecretId secret) throws VaultException {
            try (SecretValue value = rows.value(secret)) {
                return ValueShape.of(value);
            }
        }
    }
}
