package dev.lockstep.sync.model;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Capability;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.model.Shop.Event;
import dev.lockstep.sync.model.Shop.Kept;
import dev.lockstep.sync.model.Shop.Writer;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Knows what is true, by its own simple books, and says when something is not. */
final class Oracle {
    /** How late lists and writes may be here, and a little more. */
    private static final Duration LATE = Duration.ofSeconds(95);

    private final World world;
    private final Map<SecretId, Mine> mine = new LinkedHashMap<>();
    /** All values that were ever in the vault. */
    private final Set<String> known = new HashSet<>();

    private final Map<RemoteId, Book> books = new HashMap<>();
    private final Set<Allowed> allowed = new HashSet<>();
    private final Set<Allowed> begun = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private boolean applying;

    Oracle(World world) {
        this.world = world;
    }

    /** A secret of the vault, as the user left it. */
    static final class Mine {
        final List<String> values = new ArrayList<>();
        String name = "";
        boolean trashed;

        String value() {
            return values.getLast();
        }
    }

    /** What was done at one remote, and what was seen. */
    static final class Book {
        /** Names that the vault may take for its own. */
        final Set<String> ours = new HashSet<>();

        /** Names of which a write is under way. */
        final Set<String> sent = new HashSet<>();

        /** Names of which a write was ever left without an answer. */
        final Set<String> doubtful = new HashSet<>();

        /** What whole lists handed over, by the times when they began. */
        final TreeMap<Instant, List<Kept>> lists = new TreeMap<>();

        /** What stood there when these were handed over, which may be later ones than they tell of. */
        final Map<Instant, List<Kept>> truths = new HashMap<>();

        /** When the list of a time began: two threads may have let time pass between that and our seeing it. */
        Instant begun(Instant told) {
            Instant near = lists.ceilingKey(told);
            return near != null && near.isBefore(told.plusSeconds(3)) ? near : told;
        }

        @Nullable
        List<Kept> list(Instant told) {
            return lists.get(begun(told));
        }

        /** Names of the last list of which it was asked for more and nothing was told. */
        final Set<String> bare = new HashSet<>();

        /** The last check that came to its end, and that is known to have. */
        Instant checked = Instant.MIN;

        boolean failed;
    }

    /** A row that the user had applied. */
    record Allowed(RemoteId remote, String name, Action action, Optional<SecretId> secret, boolean chosen) {}

    List<String> violations() {
        return violations;
    }

    void violated(String what) {
        world.log("  VIOLATED: " + what);
        violations.add(what);
    }

    void require(boolean holds, String what) {
        if (!holds) {
            violated(what);
        }
    }

    Book book(RemoteId remote) {
        return books.computeIfAbsent(remote, first -> new Book());
    }

    Map<SecretId, Mine> mine() {
        return mine;
    }

    void saved(Entry entry, String value) {
        Mine known = mine.computeIfAbsent(entry.id(), first -> new Mine());
        known.name = entry.name();
        known.values.add(value);
        this.known.add(value);
    }

    /** From now on this may be done. */
    void applying(Plan plan) {
        applying = true;
        allowed.clear();
        for (Row row : plan.ticked()) {
            allowed.add(new Allowed(
                    row.key().remote(),
                    row.key().there(),
                    row.operation().action().orElseThrow(),
                    row.key().secret(),
                    row.choice().filter(choice -> choice != Choice.SKIP).isPresent()));
        }
    }

    /** Deletions of more than a tenth of what is ours somewhere, or of more than three, are never done untyped. */
    void confirmed(Plan plan, OptionalInt typed) {
        Map<RemoteId, Integer> deletions = new HashMap<>();
        plan.ticked().stream()
                .filter(row -> row.operation() == Operation.DELETE)
                .forEach(row -> deletions.merge(row.key().remote(), 1, Integer::sum));
        int all = deletions.values().stream().mapToInt(Integer::intValue).sum();
        boolean many = all > 3
                || deletions.entrySet().stream()
                        .anyMatch(one ->
                                one.getValue() * 10 > book(one.getKey()).ours.size());
        require(!many || typed.equals(OptionalInt.of(all)), all + " deletions need not be confirmed, but " + typed);
    }

    /** And another plan at the same time. */
    void applyingToo(Plan plan) {
        Set<Allowed> first = Set.copyOf(allowed);
        applying(plan);
        allowed.addAll(first);
    }

    void resuming() {
        applying = true;
        allowed.clear();
        allowed.addAll(begun);
    }

    void applied(boolean cutShort) {
        applying = false;
        if (cutShort) {
            begun.addAll(allowed);
        }
    }

    void abandoned() {
        begun.clear();
    }

    private Optional<Allowed> allowance(RemoteId remote, String name, Action action) {
        return allowed.stream()
                .filter(one -> one.remote().equals(remote) && one.name().equals(name) && one.action() == action)
                .findFirst();
    }

    synchronized void listed(RemoteId remote, Instant begun, List<Kept> handed, List<Kept> truth) {
        book(remote).truths.put(begun, truth);
        book(remote).lists.put(begun, List.copyOf(handed));
        book(remote).bare.clear();
    }

    /** What the last list told of an id, which is all that we can know of it. */
    synchronized Optional<Kept> told(RemoteId remote, String id, Shop shop) {
        return Optional.ofNullable(book(remote).lists.lastEntry()).stream()
                .flatMap(last -> last.getValue().stream())
                .filter(one -> shop.id(one).equals(id))
                .findFirst();
    }

    /** More was told of a name than the list did. */
    synchronized void inspected(RemoteId remote, String name, Optional<Kept> told) {
        Map.Entry<Instant, List<Kept>> last = book(remote).lists.lastEntry();
        if (last != null) {
            List<Kept> now = new ArrayList<>(last.getValue());
            now.removeIf(one -> one.name().equals(name));
            told.ifPresent(now::add);
            book(remote).lists.put(last.getKey(), now);
        }
    }

    /** Of a name that a list had nothing more is told. */
    synchronized void keptBack(RemoteId remote, String name) {
        book(remote).bare.add(name);
    }

    /** A write is about to be sent: from here on a crash leaves it in doubt. */
    synchronized void sending(RemoteId remote, String name) {
        book(remote).sent.add(name);
        require(applying, "a write outside of an apply: " + name);
    }

    /** The call is over. */
    synchronized void answered(RemoteId remote, String name, boolean lost) {
        book(remote).sent.remove(name);
        if (lost) {
            book(remote).doubtful.add(name);
        }
    }

    /** The program came to its end in the middle of something. */
    void crashed() {
        for (Book book : books.values()) {
            book.doubtful.addAll(book.sent);
            book.sent.clear();
        }
        allowed.stream()
                .filter(one -> one.action() == Action.ADOPT || one.action() == Action.PULL_NEW)
                .forEach(one -> book(one.remote()).ours.add(one.name()));
        applied(true);
    }

    /** A write is done now; whether it may be is judged here. */
    void writing(Remote remote, Action action, String name) {
        Shop shop = world.shop(remote);
        Book book = book(remote.id());
        Optional<Kept> there = shop.find(name).filter(one -> !one.deleted());
        boolean now = applying;
        Optional<Allowed> row = now ? allowance(remote.id(), name, action) : Optional.empty();
        if (now) {
            require(row.isPresent(), action + " of " + name + " that no row of the plan says");
        }
        Instant seen = book.lists.isEmpty() ? Instant.MIN : book.lists.lastKey().minus(LATE);
        if (action == Action.CREATE) {
            if (there.isPresent() && shop.hasTwins()) {
                boolean double_ = there.get().writer() == Writer.US
                        || there.get().created().isBefore(seen);
                require(!now || !double_, "a second " + name + " is created");
            }
            return;
        }
        if (there.isEmpty()) {
            return;
        }
        require(book.ours.contains(name), action + " of " + name + ", which is not ours");
        if (action == Action.DELETE) {
            require(!now || remote.conduct().deletions(), "DELETE of " + name + " though deletions are off");
        }
        boolean shows = shop.contract.can(Capability.TIMESTAMPS) || shop.contract.can(Capability.VERSIONS);
        boolean overwritten = there.get().writer() == Writer.OTHERS
                && there.get().modified().isBefore(seen)
                && shows
                && !shop.isJustAfterOurs(there.get())
                && !book.doubtful.contains(name);
        if (now
                && overwritten
                && row.isPresent()
                && !row.get().chosen()
                && !known.contains(there.get().value())) {
            violated(action + " of " + name + " over what others wrote, unasked");
        }
    }

    void written(RemoteId remote, Action action, String name) {
        switch (action) {
            case CREATE -> book(remote).ours.add(name);
            case DELETE -> book(remote).ours.remove(name);
            default -> {}
        }
    }

    void fits(Shop shop, String value) {
        int length = value.codePointCount(0, value.length());
        require(
                length >= shop.contract.values().least()
                        && length <= shop.contract.values().most(),
                "a value is sent that does not fit: " + length);
    }

    /** Compares the vault with what was saved, after something that may only have pulled. */
    void compare(boolean wholly) throws Exception {
        Map<SecretId, Entry> present = new HashMap<>();
        for (Query.Scope scope : List.of(new Query.Scope.All(), new Query.Scope.Trash())) {
            var hits = world.vault().catalog().find(new Query(scope, "", Query.Order.NAME, false));
            for (int i = 0; i < hits.size(); i++) {
                hits.entry(i).ifPresent(entry -> present.put(entry.id(), entry));
            }
        }
        mine.forEach((id, one) -> require(present.containsKey(id), one.name + " is gone"));
        for (Entry entry : present.values()) {
            Mine known = mine.computeIfAbsent(entry.id(), first -> pulled(entry));
            require(known.trashed == entry.trashed().isPresent(), known.name + " was moved to or from the trash");
            require(known.name.equals(entry.name()), known.name + " was renamed " + entry.name());
            if (wholly || entry.versions() != known.values.size()) {
                values(entry, known);
            }
        }
    }

    private Mine pulled(Entry entry) {
        boolean asked = allowed.stream()
                .anyMatch(one -> one.action() == Action.PULL_NEW && one.name().equals(entry.name()));
        require(asked, entry.name() + " came from somewhere unasked");
        Mine made = new Mine();
        made.name = entry.name();
        return made;
    }

    private void values(Entry entry, Mine known) throws Exception {
        List<String> all = new ArrayList<>();
        for (History.Version version :
                world.vault().history().versions(entry.id()).reversed()) {
            all.add(TestVaults.text(world.vault().history().peek(entry.id(), version.version())));
        }
        int had = known.values.size();
        require(
                all.size() >= had && all.subList(0, Math.min(had, all.size())).equals(known.values),
                known.name + " has " + all + " instead of " + known.values);
        for (String value : all.subList(Math.min(had, all.size()), all.size())) {
            boolean true_ = allowed.stream()
                    .filter(one -> one.action() == Action.PULL_NEW && one.name().equals(entry.name())
                            || one.action() == Action.PULL_VERSION
                                    && one.secret().equals(Optional.of(entry.id())))
                    .anyMatch(one -> had(one.remote(), one.name(), value));
            require(true_, known.name + " was given the value " + value + ", which no row took from anywhere");
            known.values.add(value);
            this.known.add(value);
        }
    }

    private boolean had(RemoteId remote, String name, String value) {
        return world.vault().remotes().all().stream()
                .filter(one -> one.id().equals(remote))
                .flatMap(one -> world.shop(one).events().stream())
                .filter(event -> event.name().equals(name))
                .map(Event::value)
                .anyMatch(Optional.of(value)::equals);
    }
}
