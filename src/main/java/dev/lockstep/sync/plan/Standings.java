package dev.lockstep.sync.plan;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameForm;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How single secrets stand at one remote: what {@link Plan#standings} says of them, without a plan. Asking for one costs the same however many
 * there are, and opens its value only where that may have changed.
 */
public final class Standings {
    private final RemoteNow remote;
    private final Values values;
    private final Listing listing;
    private final NameForm form;
    private final Map<SecretId, List<LedgerLine>> bound = new HashMap<>();

    public Standings(RemoteNow remote, Values values) {
        this.remote = remote;
        this.values = values;
        listing = Listing.of(remote);
        form = remote.target().form();
        for (LedgerLine line : remote.ledger().lines().values()) {
            owner(line)
                    .ifPresent(secret -> bound.computeIfAbsent(secret, first -> new ArrayList<>(1))
                            .add(line));
        }
    }

    private static Optional<SecretId> owner(LedgerLine line) {
        return line.entry().map(LedgerEntry::secret).or(() -> line.intent().map(Intent::secret));
    }

    /** Whether they still tell what is so. */
    public boolean isOf(RemoteNow now) {
        return remote.equals(now);
    }

    /** The secrets that have names there, or may have. */
    public Set<SecretId> bound() {
        return Collections.unmodifiableSet(bound.keySet());
    }

    /** Whether the last list was empty although things there are ours. */
    public boolean emptied() {
        return listing.emptied();
    }

    /**
     * How a secret stands there, once for each name that it has.
     *
     * @param secret as it is now; empty if it is gone
     */
    public List<Whereabouts> of(SecretId id, Optional<LocalSecret> secret) throws VaultException {
        Optional<LocalSecret> untrashed = secret.filter(found -> !found.trashed());
        List<Whereabouts> found = new ArrayList<>(1);
        for (LedgerLine line : bound.getOrDefault(id, List.of())) {
            found.add(ours(id, line, untrashed));
        }
        if (found.isEmpty()) {
            untrashed
                    .filter(here -> here.collection().equals(remote.target().collection()))
                    .flatMap(this::unbound)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Whereabouts ours(SecretId id, LedgerLine line, Optional<LocalSecret> untrashed) throws VaultException {
        if (line.entry().isEmpty()) {
            Intent intent = line.intent().orElseThrow();
            return new Whereabouts(
                    line.name(), new State.OutcomeUnknown(intent.action(), intent.when()), Optional.empty());
        }
        LedgerEntry entry = line.entry().get();
        RowKey key = new RowKey(remote.target().id(), Optional.of(id), line.name());
        LocalValue local = new LocalValue(values, key, untrashed, entry.acknowledged());
        State state = new Evidence(listing, line, entry, local).finding().state();
        return new Whereabouts(line.name(), state, entry.acknowledged().map(value -> entry.when()));
    }

    private Optional<Whereabouts> unbound(LocalSecret secret) {
        String there = form.apply(secret.name());
        Optional<LedgerLine> line = remote.ledger().line(there);
        boolean planned =
                remote.target().isPushed() || line.flatMap(LedgerLine::observed).isPresent();
        return planned
                ? Optional.of(new Whereabouts(there, NewRows.state(listing, line), Optional.empty()))
                : Optional.empty();
    }
}
