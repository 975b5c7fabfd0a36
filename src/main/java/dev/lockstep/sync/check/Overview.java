package dev.lockstep.sync.check;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.plan.LocalSecret;
import dev.lockstep.sync.plan.RemoteNow;
import dev.lockstep.sync.plan.Standings;
import dev.lockstep.sync.plan.Whereabouts;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * How secrets stand, by what is known; nobody is asked and nothing is planned. What is known of a remote is put in order once and kept until it
 * changes; after that the cost of a question is that of the secrets asked about.
 */
public final class Overview implements AutoCloseable {
    private final OpenVault vault;
    private final Plans plans;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<RemoteId, Standings> known = new HashMap<>();

    public Overview(OpenVault vault, Plans plans) {
        this.vault = vault;
        this.plans = plans;
    }

    /**
     * How some secrets stand at each remote; a remote where nothing is known of one and nothing planned is left out.
     *
     * @param secrets those that are gone have no line
     */
    public Map<SecretId, Map<RemoteId, List<Whereabouts>>> of(Collection<SecretId> secrets) throws VaultException {
        vault.sync().mark();
        Map<SecretId, Map<RemoteId, List<Whereabouts>>> all = new HashMap<>();
        Map<SecretId, LocalSecret> here = new HashMap<>();
        for (SecretId id : secrets) {
            local(id).ifPresent(secret -> here.put(id, secret));
        }
        here.keySet().forEach(id -> all.put(id, new LinkedHashMap<>()));
        for (Remote remote : remotes()) {
            Optional<Standings> standings = plans.now(remote).map(this::standings);
            if (standings.isPresent()) {
                for (LocalSecret secret : here.values()) {
                    List<Whereabouts> found = standings.get().of(secret.id(), Optional.of(secret));
                    if (!found.isEmpty()) {
                        all.computeIfAbsent(secret.id(), first -> new LinkedHashMap<>())
                                .put(remote.id(), found);
                    }
                }
            }
        }
        return all;
    }

    /** What is known of each remote that is not paused, in the order to show; costs what there is that is ours. */
    public Map<RemoteId, Concern> concerns() throws VaultException {
        vault.sync().mark();
        Map<RemoteId, Concern> concerns = new LinkedHashMap<>();
        if (vault.sync().policy().pauseAll()) {
            return concerns;
        }
        for (Remote remote : remotes()) {
            Optional<RemoteNow> now = remote.paused() ? Optional.empty() : plans.now(remote);
            if (now.isPresent()) {
                Head head = now.get().ledger().head();
                concerns.put(remote.id(), concern(standings(now.get()), head));
            }
        }
        return concerns;
    }

    /** All remotes; what is in memory of others is forgotten. */
    private List<Remote> remotes() {
        List<Remote> all = vault.remotes().all();
        Set<RemoteId> present = all.stream().map(Remote::id).collect(Collectors.toSet());
        turn.lock();
        try {
            known.keySet().retainAll(present);
        } finally {
            turn.unlock();
        }
        return all;
    }

    /** The remotes of which something is in memory. */
    Set<RemoteId> known() {
        turn.lock();
        try {
            return Set.copyOf(known.keySet());
        } finally {
            turn.unlock();
        }
    }

    private Concern concern(Standings standings, Head head) throws VaultException {
        Optional<Instant> looked = head.failed().map(Head.Failed::when).or(head::complete);
        Concern concern =
                new Concern(0, 0, 0, standings.emptied(), head.failed().map(Head.Failed::why), looked);
        for (SecretId id : standings.bound()) {
            Optional<LocalSecret> secret = local(id);
            boolean present = secret.filter(found -> !found.trashed()).isPresent();
            for (Whereabouts where : standings.of(id, secret)) {
                concern = concern.with(where.state(), present);
            }
        }
        return concern;
    }

    private Optional<LocalSecret> local(SecretId id) {
        return vault.catalog().entry(id).map(LocalSecret::of);
    }

    private Standings standings(RemoteNow now) {
        turn.lock();
        try {
            RemoteId id = now.target().id();
            Standings kept = known.get(id);
            if (kept == null || !kept.isOf(now)) {
                kept = new Standings(now, plans.values());
                known.put(id, kept);
            }
            return kept;
        } finally {
            turn.unlock();
        }
    }

    /** Forgets what is in memory. */
    @Override
    public void close() {
        turn.lock();
        try {
            known.clear();
        } finally {
            turn.unlock();
        }
    }
}
