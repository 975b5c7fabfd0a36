package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Capability;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.LedgerLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes plans. The same secrets, ledgers and values make the same plan, whatever the time is; what it costs grows with the number of secrets and
 * names there, and values are opened only where they changed.
 */
public final class Planner {
    private final LocalSecrets secrets;
    private final Values values;
    private final Fitting fitting;
    private final ForeignRows foreign;
    private final List<Row> rows = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final List<Banner> banners = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<RemoteId, Integer> owned = new LinkedHashMap<>();

    private Planner(LocalSecrets secrets, Values values) {
        this.secrets = secrets;
        this.values = values;
        this.fitting = new Fitting(values);
        this.foreign = new ForeignRows(secrets);
    }

    /**
     * A plan in which nothing is chosen yet.
     *
     * @param remotes each at most once, in the order to show
     * @throws VaultException if the vault is locked or cannot be read; a value that cannot be opened blocks its rows alone
     */
    public static Plan plan(List<RemoteNow> remotes, LocalSecrets secrets, Values values) throws VaultException {
        Planner planner = new Planner(secrets, values);
        for (RemoteNow remote : remotes) {
            planner.add(remote);
        }
        PlanBasis basis = new PlanBasis(
                planner.rows,
                planner.standings,
                planner.banners,
                planner.contacts,
                planner.owned,
                remotes.stream()
                        .filter(RemoteNow::emptied)
                        .map(remote -> remote.target().id())
                        .collect(Collectors.toSet()),
                PlanDigest.of(remotes, secrets));
        return new Plan(basis, Choices.NONE);
    }

    private void add(RemoteNow remote) throws VaultException {
        Target target = remote.target();
        Listing listing = Listing.of(remote);
        owned.put(target.id(), listing.owned());
        List<Row> all = rows(remote, listing);
        all.forEach(row -> standings.add(new Standing(row.key(), row.state())));
        Optional<Banner> stop = stop(target, listing);
        if (stop.isPresent()) {
            banners.add(stop.get());
            return;
        }
        unclear(remote).ifPresent(banners::add);
        Optional<State.Why> silence = listing.silence();
        if (silence.isPresent()) {
            banners.add(silent(target.id(), listing.head()));
            all = all.stream().map(row -> stopped(row, silence.get())).toList();
        }
        rows.addAll(all);
    }

    private List<Row> rows(RemoteNow remote, Listing listing) throws VaultException {
        OwnRows own = new OwnRows(remote, secrets, values, fitting);
        List<Row> all = new ArrayList<>();
        Set<SecretId> bound = new HashSet<>();
        for (LedgerLine line : remote.ledger().lines().values()) {
            if (line.entry().isPresent()) {
                all.add(own.row(line, line.entry().get()));
                bound.add(line.entry().get().secret());
            } else if (line.intent().isPresent()) {
                all.add(own.row(line, line.intent().get()));
                bound.add(line.intent().get().secret());
            }
        }
        NewRows unbound = new NewRows(remote, secrets, fitting);
        all.addAll(unbound.rows(secrets.present(remote.target().collection()).stream()
                .filter(secret -> !bound.contains(secret.id()))
                .toList()));
        Set<String> missing = all.stream()
                .filter(row -> row.state() instanceof State.MissingThere)
                .map(row -> row.key().there())
                .collect(Collectors.toSet());
        contact(remote, listing, unbound, missing).ifPresent(contact -> {
            contacts.add(contact);
            if (remote.target().isPulled()) {
                contact.unknown()
                        .forEach(name -> remote.ledger()
                                .line(name)
                                .ifPresent(line -> all.add(foreign.row(remote.target(), listing, line))));
            }
        });
        return all;
    }

    /** What the last list had; nothing if it was not whole. */
    private static Optional<Contact> contact(RemoteNow remote, Listing listing, NewRows unbound, Set<String> absent) {
        if (listing.silence().isPresent()) {
            return Optional.empty();
        }
        List<String> ours = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> clashes = new ArrayList<>();
        for (LedgerLine line : remote.ledger().lines().values()) {
            if (line.entry().isPresent()) {
                (absent.contains(line.name()) ? missing : ours).add(line.name());
            } else if (ForeignRows.isForeign(listing, line)) {
                (unbound.wants(line.name()) ? clashes : unknown).add(line.name());
            }
        }
        boolean first = ours.isEmpty() && missing.isEmpty();
        return Optional.of(new Contact(remote.target().id(), first, ours, missing, unknown, clashes));
    }

    /** What leaves a remote without rows. */
    private static Optional<Banner> stop(Target target, Listing listing) {
        if (target.conduct().paused()) {
            return Optional.of(new Banner.Paused(target.id()));
        }
        if (target.isPulled() && !target.can(Capability.READ_VALUE)) {
            return Optional.of(new Banner.Unreadable(target.id()));
        }
        return listing.emptied()
                ? Optional.of(new Banner.EmptyListing(target.id(), listing.owned(), listing.checked()))
                : Optional.empty();
    }

    private static Optional<Banner> unclear(RemoteNow remote) {
        Head.Unclear unclear = remote.ledger().head().unclear();
        long doubled = unclear.doubled().stream()
                .filter(name ->
                        remote.ledger().line(name).flatMap(LedgerLine::entry).isEmpty())
                .count();
        int all = unclear.strange() + (int) doubled;
        return all == 0
                ? Optional.empty()
                : Optional.of(new Banner.Unclear(remote.target().id(), all));
    }

    private static Banner silent(RemoteId remote, Head head) {
        return head.failed()
                .<Banner>map(failed -> new Banner.ListingFailed(remote, failed.when(), failed.why()))
                .orElse(new Banner.NeverListed(remote));
    }

    /** Without a whole list nothing is done, not even what an earlier one would allow. */
    private static Row stopped(Row row, State.Why why) {
        boolean idle = row.operation().action().isEmpty() && row.options().isEmpty();
        return idle ? row : row.stopped(new Reason.Unknowable(why));
    }
}
