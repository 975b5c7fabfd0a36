package dev.lockstep.sync.check;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Vendor;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Plans from what is known, by what every process wrote so far; nobody is asked. Remotes of vendors that only a later version of this program
 * knows are left out.
 */
public final class Plans implements AutoCloseable {
    private final OpenVault vault;
    private final Ledgers ledgers;
    private final Map<SecretId, Known> shapes = new ConcurrentHashMap<>();

    public Plans(OpenVault vault, Ledgers ledgers) {
        this.vault = vault;
        this.ledgers = ledgers;
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
            now(remote, emptied).ifPresent(now::add);
        }
        LocalSecrets secrets = secrets();
        shapes.keySet().removeIf(id -> secrets.find(id).isEmpty());
        return Planner.plan(now, secrets, new Opened(secrets::find));
    }

    /** What is known of a remote now; empty if nothing can be planned for its vendor. */
    Optional<RemoteNow> now(Remote remote) throws VaultException {
        return now(remote, (id, ledger) -> false);
    }

    private Optional<RemoteNow> now(Remote remote, BiPredicate<RemoteId, RemoteLedger> emptied) throws VaultException {
        Optional<Target> target = target(remote);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        RemoteLedger ledger = ledgers.load(remote.id());
        return Optional.of(new RemoteNow(target.get(), ledger, emptied.test(remote.id(), ledger)));
    }

    /** The values of the secrets as they are when they are asked for. */
    Values values() {
        return new Opened(id -> vault.catalog().entry(id).map(LocalSecret::of));
    }

    /** A remote as plans know it: where all are paused, it is. */
    private Optional<Target> target(Remote remote) {
        boolean paused = remote.paused() || vault.sync().policy().pauseAll();
        Conduct conduct = remote.conduct().withPaused(paused);
        return Vendor.of(remote.vendor())
                .map(VendorContracts::of)
                .map(contract -> Target.of(remote.id(), remote.collection(), contract, remote.details(), conduct));
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

    /** Forgets what is in memory. */
    @Override
    public void close() {
        shapes.clear();
    }

    /** The shape of a value that was opened for a plan, and which of the values of its secret that was. */
    private record Known(long version, ValueShape shape) {}

    /** The values here, each opened for as long as it is looked at, and for its shape once. */
    private final class Opened implements Values {
        private final Function<SecretId, Optional<LocalSecret>> secrets;

        private Opened(Function<SecretId, Optional<LocalSecret>> secrets) {
            this.secrets = secrets;
        }

        @Override
        public Fingerprint fingerprint(SecretId secret, RemoteId remote, String there) throws VaultException {
            try (SecretValue value = vault.sync().value(secret)) {
                return Fingerprint.of(vault.sync().fingerprints().of(remote, there, value));
            }
        }

        @Override
        public ValueShape shape(SecretId secret) throws VaultException {
            Optional<ValueShape> known = known(secret);
            if (known.isPresent()) {
                return known.get();
            }
            try (SecretValue value = vault.sync().value(secret)) {
                return remember(secret, value);
            }
        }

        @Override
        public void prepare(Collection<SecretId> wanted) throws VaultException {
            List<SecretId> unknown =
                    wanted.stream().filter(id -> known(id).isEmpty()).toList();
            for (int from = 0; from < unknown.size(); from += SyncRows.MOST_VALUES) {
                int to = Math.min(from + SyncRows.MOST_VALUES, unknown.size());
                Map<SecretId, SecretValue> opened = vault.sync().values(unknown.subList(from, to));
                try {
                    opened.forEach(this::remember);
                } finally {
                    opened.values().forEach(SecretValue::close);
                }
            }
        }

        private Optional<ValueShape> known(SecretId secret) {
            return Optional.ofNullable(shapes.get(secret))
                    .filter(known -> known.version() == version(secret))
                    .map(Known::shape);
        }

        private ValueShape remember(SecretId secret, SecretValue value) {
            ValueShape shape = ValueShape.of(value);
            shapes.put(secret, new Known(version(secret), shape));
            return shape;
        }

        private long version(SecretId secret) {
            return secrets.apply(secret).map(LocalSecret::valueVersion).orElse(0L);
        }
    }
}
