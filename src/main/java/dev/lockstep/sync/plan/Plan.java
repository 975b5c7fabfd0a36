package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would be done, row by row, as the user decided so far. It never changes; deciding makes another plan. Rows stand by remote, in the order
 * in which these were given: first what is ours by name there, then what is new in the order of the collection, then what is only there by name.
 */
public final class Plan {
    /** The most deletions that need no typed count. */
    private static final int FEW_DELETIONS = 3;

    private final PlanBasis basis;
    private final Choices choices;
    private final List<Row> rows;

    Plan(PlanBasis basis, Choices choices) {
        this.basis = basis;
        this.choices = choices;
        this.rows =
                waiting(basis.rows().stream().map(row -> row.decided(choices)).toList());
    }

    /** A secret that is to get its value from one remote is sent to none by the same plan: that would be the value it has now. */
    private static List<Row> waiting(List<Row> decided) {
        Set<SecretId> pulled = decided.stream()
                .filter(row -> row.ticked() && row.operation() == Operation.PULL_VERSION)
                .flatMap(row -> row.key().secret().stream())
                .collect(Collectors.toSet());
        return decided.stream()
                .map(row -> row.sendsOneOf(pulled) ? row.blocked(new Reason.PulledFirst()) : row)
                .toList();
    }

    public List<Row> rows() {
        return rows;
    }

    public List<Row> rows(Filter filter) {
        return rows.stream().filter(filter::accepts).toList();
    }

    public List<Row> rows(RemoteId remote) {
        return rows.stream().filter(row -> row.key().remote().equals(remote)).toList();
    }

    /** The remotes that it is about, those without rows among them. */
    public Set<RemoteId> remotes() {
        return basis.owned().keySet();
    }

    /** The remotes of which the user said that they were emptied on purpose: what is ours there is planned as missing. */
    public Set<RemoteId> emptied() {
        return basis.emptied();
    }

    /** The rows to apply. */
    public List<Row> ticked() {
        return rows.stream().filter(Row::ticked).toList();
    }

    /** How every secret stands at every remote, also where the remote has no rows. */
    public List<Standing> standings() {
        return basis.standings();
    }

    public List<Banner> banners() {
        return basis.banners();
    }

    /** One for each remote whose last list was whole. */
    public List<Contact> contacts() {
        return basis.contacts();
    }

    public PlanDigest digest() {
        return basis.digest();
    }

    public Choices choices() {
        return choices;
    }

    /** The same plan with everything decided anew. */
    public Plan with(Choices other) {
        return new Plan(basis, other);
    }

    /** Decides one row; a choice that the row does not offer changes nothing. */
    public Plan choose(RowKey row, Choice choice) {
        return with(choices.choosing(List.of(row), choice));
    }

    public Plan tick(RowKey row, boolean ticked) {
        return with(choices.ticking(List.of(row), ticked));
    }

    /** Ticks all rows that a filter shows, or none of them. */
    public Plan tick(Filter filter, boolean ticked) {
        List<RowKey> keys = new ArrayList<>();
        rows(filter).forEach(row -> keys.add(row.key()));
        return with(choices.ticking(keys, ticked));
    }

    /** How many rows come to what: of those with something to do, the ticked ones. */
    public Map<Operation, Integer> summary() {
        Map<Operation, Integer> summary = new EnumMap<>(Operation.class);
        for (Row row : rows) {
            if (row.ticked() || row.operation().action().isEmpty()) {
                summary.merge(row.operation(), 1, Integer::sum);
            }
        }
        return summary;
    }

    /** The number of deletions, if the user has to type it: if there are more than 3, or at a remote more than 10 % of what is ours there. */
    public OptionalInt confirmation() {
        Map<RemoteId, Integer> deletions = new HashMap<>();
        ticked().stream()
                .filter(row -> row.operation() == Operation.DELETE)
                .forEach(row -> deletions.merge(row.key().remote(), 1, Integer::sum));
        int all = deletions.values().stream().mapToInt(Integer::intValue).sum();
        boolean much = deletions.entrySet().stream()
                .anyMatch(remote -> remote.getValue() * 10 > basis.owned().getOrDefault(remote.getKey(), 0));
        return all > FEW_DELETIONS || much ? OptionalInt.of(all) : OptionalInt.empty();
    }

    /**
     * Whether this plan can still be applied: another one, made now, is from the same secrets and remotes and comes to the same rows. These may
     * differ by time alone, where a list was too early to be believed.
     */
    public boolean isFresh(Plan now) {
        return digest().equals(now.digest()) && operations(basis.rows()).equals(operations(now.basis.rows()));
    }

    private static List<Operation> operations(List<Row> rows) {
        return rows.stream().map(Row::operation).toList();
    }

    /** The row about something. */
    public Optional<Row> row(RowKey key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }
}
