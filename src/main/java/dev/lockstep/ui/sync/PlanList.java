package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A plan as lines, grouped by remote; what is chosen, ticked and decided. */
final class PlanList {
    private final ReadOnlyObjectWrapper<Plan> plan;
    private final Sites sites;
    private final Only only;
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.TO_DO);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Line>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private Map<RemoteId, Group> groups = Map.of();

    PlanList(Plan plan, Sites sites, Only only) {
        this.plan = new ReadOnlyObjectWrapper<>(only.of(plan));
        this.sites = sites;
        this.only = only;
        if (count(Show.TO_DO) == 0) {
            show.set(Show.ALL);
        }
        count();
        lay();
        show.subscribe((before, now) -> lay());
        search.subscribe((before, now) -> lay());
    }

    /** What the rows of a remote come to, whatever is shown. */
    record Group(Map<Operation, Integer> counts, int ticked) {}

    /** The plan as it was decided so far. */
    ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    Plan plan() {
        return plan.get();
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    /** What names have to contain, here or there. */
    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<Optional<Line>> chosenProperty() {
        return chosen;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    Row row(Line.Planned line) {
        return plan().rows().get(line.row());
    }

    Group group(RemoteId remote) {
        return groups.getOrDefault(remote, new Group(Map.of(), 0));
    }

    /** How many lines a filter would show, without headings. */
    int count(Show filter) {
        int rows = (int) plan().rows().stream()
                .filter(only::accepts)
                .filter(filter::accepts)
                .count();
        boolean foreign = only.secrets().isEmpty() && (filter == Show.FOREIGN || filter == Show.ALL);
        return foreign ? rows + foreign() : rows;
    }

    private int foreign() {
        Set<RowKey> planned = foreignRows();
        return plan().contacts().stream()
                .mapToInt(contact -> (int) contact.unknown().stream()
                        .filter(name -> !planned.contains(key(contact.remote(), name)))
                        .count())
                .sum();
    }

    /** Takes over what was shown and decided before. */
    void as(PlanList before) {
        plan.set(only.of(plan().with(before.plan().choices())));
        count();
        search.set(before.search.get());
        show.set(before.show.get());
        lay();
        before.chosen.get().ifPresent(line -> same(before, line).ifPresent(now -> chosen.set(Optional.of(now))));
    }

    private Optional<Line> same(PlanList before, Line line) {
        return switch (line) {
            case Line.Planned planned -> at(before.row(planned).key());
            case Line.Heading heading -> Optional.of(line).filter(lines::contains);
            case Line.Foreign foreign -> Optional.of(line).filter(lines::contains);
        };
    }

    private Optional<Line> at(RowKey key) {
        return lines.stream()
                .filter(line -> line instanceof Line.Planned planned
                        && row(planned).key().equals(key))
                .findFirst();
    }

    /** Chooses the line of a row, and shows all lines if it is not among those shown. */
    void find(RowKey key) {
        if (at(key).isEmpty()) {
            search.set("");
            show.set(Show.ALL);
        }
        chosen.set(at(key));
    }

    /** What is applied: the ticked rows, and those that are only remembered. */
    List<Row> work() {
        return plan().rows().stream()
                .filter(row -> row.ticked() || row.isSettled())
                .toList();
    }

    boolean hasWork() {
        return plan().rows().stream().anyMatch(row -> row.ticked() || row.isSettled());
    }

    /** Ticks a row or takes the tick away; a heading does so for all rows shown under it. */
    void tick(Line line) {
        List<Row> rows = switch (line) {
            case Line.Planned planned -> List.of(row(planned));
            case Line.Heading heading -> shownUnder(heading);
            case Line.Foreign foreign -> List.of();
        };
        List<Row> able = rows.stream()
                .filter(row -> row.operation().action().isPresent())
                .toList();
        if (!able.isEmpty()) {
            boolean on = !able.stream().allMatch(Row::ticked);
            decide(plan().with(
                            plan().choices().ticking(able.stream().map(Row::key).toList(), on)));
        }
    }

    private List<Row> shownUnder(Line.Heading heading) {
        return lines.stream()
                .filter(line -> line.remote().equals(heading.remote()))
                .filter(Line.Planned.class::isInstance)
                .map(line -> row((Line.Planned) line))
                .toList();
    }

    /** Adds a row to what is applied. */
    void add(RowKey key) {
        decide(plan().tick(key, true));
    }

    void choose(RowKey key, Choice choice) {
        decide(plan().choose(key, choice));
    }

    /** Adopts every name at a remote that a secret here would have. */
    void adoptAll(RemoteId remote) {
        List<RowKey> adoptable = plan().rows(remote).stream()
                .filter(row -> row.options().containsKey(Choice.ADOPT))
                .map(Row::key)
                .toList();
        decide(plan().with(plan().choices().choosing(adoptable, Choice.ADOPT)));
    }

    /** The row in which a name there can be adopted. */
    Optional<Row> adoptable(RemoteId remote, String there) {
        return plan().rows().stream()
                .filter(row -> row.options().containsKey(Choice.ADOPT))
                .filter(row ->
                        row.key().remote().equals(remote) && row.key().there().equals(there))
                .findFirst();
    }

    private void decide(Plan next) {
        plan.set(next);
        count();
        chosen.set(chosen.get());
    }

    private void count() {
        Map<RemoteId, Map<Operation, Integer>> counts = new LinkedHashMap<>();
        Map<RemoteId, Integer> ticked = new HashMap<>();
        for (Row row : plan().rows()) {
            RemoteId remote = row.key().remote();
            counts.computeIfAbsent(remote, first -> new EnumMap<>(Operation.class))
                    .merge(row.operation(), 1, Integer::sum);
            ticked.merge(remote, row.ticked() ? 1 : 0, Integer::sum);
        }
        Map<RemoteId, Group> made = new LinkedHashMap<>();
        counts.forEach((remote, count) -> made.put(remote, new Group(count, ticked.getOrDefault(remote, 0))));
        groups = made;
    }

    private void lay() {
        Optional<Line> before = chosen.get();
        Map<RemoteId, List<Line>> found = new LinkedHashMap<>();
        List<Row> rows = plan().rows();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (only.accepts(row)
                    && show.get().accepts(row)
                    && (contains(row.name()) || contains(row.key().there()))) {
                found.computeIfAbsent(row.key().remote(), first -> new ArrayList<>())
                        .add(new Line.Planned(row.key().remote(), i));
            }
        }
        if (only.secrets().isEmpty() && (show.get() == Show.FOREIGN || show.get() == Show.ALL)) {
            strangers(found);
        }
        List<Line> all = new ArrayList<>();
        sites.ordered(found.keySet()).forEach(remote -> {
            all.add(new Line.Heading(remote));
            all.addAll(found.getOrDefault(remote, List.of()));
        });
        lines.setAll(all);
        chosen.set(before.filter(all::contains).or(() -> first(all)));
    }

    private static Optional<Line> first(List<Line> all) {
        return all.stream()
                .filter(line -> !(line instanceof Line.Heading))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private void strangers(Map<RemoteId, List<Line>> found) {
        Set<RowKey> planned = foreignRows();
        for (Contact contact : plan().contacts()) {
            for (String name : contact.unknown()) {
                if (contains(name) && !planned.contains(key(contact.remote(), name))) {
                    found.computeIfAbsent(contact.remote(), first -> new ArrayList<>())
                            .add(new Line.Foreign(contact.remote(), name));
                }
            }
        }
    }

    private Set<RowKey> foreignRows() {
        Set<RowKey> planned = new HashSet<>();
        plan().rows().stream()
                .map(Row::key)
                .filter(key -> key.secret().isEmpty())
                .forEach(planned::add);
        return planned;
    }

    private static RowKey key(RemoteId remote, String there) {
        return new RowKey(remote, Optional.empty(), there);
    }

    /** Letters of either case are the same. */
    private boolean contains(String name) {
        String wanted = search.get();
        for (int i = 0; i + wanted.length() <= name.length(); i++) {
            if (name.regionMatches(true, i, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
