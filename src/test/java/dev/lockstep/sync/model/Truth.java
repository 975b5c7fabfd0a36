package dev.lockstep.sync.model;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.model.Oracle.Book;
import dev.lockstep.sync.model.Oracle.Mine;
import dev.lockstep.sync.model.Shop.Kept;
import dev.lockstep.sync.model.Shop.Writer;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Standing;
import dev.lockstep.sync.plan.State;
import dev.lockstep.vault.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what is shown of secrets at remotes is true, or says that it cannot know. */
final class Truth {
    private final World world;
    private final Oracle oracle;

    Truth(World world) {
        this.world = world;
        this.oracle = world.oracle();
    }

    void judge(Plan plan) {
        Map<RemoteId, Remote> remotes = new HashMap<>();
        world.remotes().forEach(remote -> remotes.put(remote.id(), remote));
        for (Standing standing : plan.standings()) {
            Remote remote = remotes.get(standing.key().remote());
            Shop shop = world.shop(remote);
            Optional<Mine> mine = standing.key()
                    .secret()
                    .flatMap(id -> Optional.ofNullable(oracle.mine().get(id)));
            One one = new One(
                    shop, oracle.book(remote.id()), standing.key().there(), mine.filter(found -> !found.trashed));
            one.judge(standing.state())
                    .ifPresent(lie -> oracle.violated("of " + one.name + " at " + shop.vendor + " it is said: "
                            + standing.state() + ", but " + lie));
        }
    }

    /** One name at one shop. */
    private record One(Shop shop, Book book, String name, Optional<Mine> mine) {
        /** @return what is wrong with it */
        Optional<String> judge(State state) {
            return switch (state) {
                case State.VerifiedEqual equal -> equal(equal.when(), "not equal");
                case State.Differs differs ->
                    differs.proof() == State.Proof.READ_BACK
                            ? lie(
                                    mine.isPresent()
                                            && had(differs.when(), mine.get().value()),
                                    "it is equal")
                            : Optional.empty();
                case State.ProbablyUnchanged same -> unchanged(same.checked(), same.known());
                case State.ChangedElsewhere changed ->
                    lie(foreign(changed.known().orElse(Instant.MIN)) == 0, "nobody else did anything");
                case State.CannotTell untold -> untold(untold.why());
                case State.LocalAhead ahead ->
                    lie(
                            ahead.known().isPresent()
                                    && mine.isPresent()
                                    && had(ahead.known().get(), mine.get().value())
                                    && !book.doubtful.contains(name),
                            "that very value was written");
                case State.MissingThere missing -> missing(missing.checked());
                case State.OnlyThere there -> only(there.checked());
                case State.OutcomeUnknown open -> lie(!book.doubtful.contains(name), "every write was answered");
            };
        }

        private static Optional<String> lie(boolean wrong, String how) {
            return wrong ? Optional.of(how) : Optional.empty();
        }

        private boolean had(Instant when, String value) {
            return shop.values(name, when).contains(value);
        }

        /** At a time, or in the list of that time. */
        private Optional<String> equal(Instant when, String how) {
            if (mine.isEmpty()) {
                return Optional.empty();
            }
            boolean listed = Optional.ofNullable(book.list(when)).orElse(List.of()).stream()
                    .anyMatch(
                            one -> isLive(one) && one.value().equals(mine.get().value()));
            return lie(
                    !listed && !had(when, mine.get().value()),
                    how + " to " + mine.get().value() + " but " + shop.values(name, when));
        }

        private boolean isLive(Kept one) {
            return one.name().equals(name) && !one.deleted();
        }

        private Optional<String> unchanged(Instant checked, Instant known) {
            List<Kept> list = Optional.ofNullable(book.list(checked)).orElse(List.of());
            boolean shown = list.stream()
                    .anyMatch(one -> isLive(one) && one.modified().isAfter(known) && !shop.isJustAfterOurs(one));
            if (shown) {
                return Optional.of("the list of then shows a change");
            }
            boolean close = list.stream().anyMatch(one -> isLive(one) && shop.isJustAfterOurs(one));
            return mine.isPresent() && !close ? equal(known, "what was known was") : Optional.empty();
        }

        /** What others did since a value was known, or the list before it was asked for: they may have acted between that and the reading. */
        private long foreign(Instant known) {
            Instant from = Optional.ofNullable(book.lists.floorKey(known)).orElse(known);
            return shop.events().stream()
                    .filter(event -> event.by() == Writer.OTHERS && event.name().equals(name))
                    .filter(event -> event.when().plusMillis(1500).isAfter(from))
                    .count();
        }

        private Optional<String> untold(State.Why why) {
            return switch (why) {
                case NAME_ALONE, NEVER_READ -> {
                    boolean seen = book.lists.isEmpty()
                            || book.bare.contains(name)
                            || book.lists.lastEntry().getValue().stream().anyMatch(this::isLive);
                    boolean ours = shop.events().stream()
                            .anyMatch(event -> event.name().equals(name)
                                    && (book.lists.isEmpty()
                                            || event.when()
                                                    .isAfter(
                                                            book.lists.lastKey().minus(Duration.ofMinutes(2)))));
                    yield lie(!seen && !ours && !book.failed, "it was not there");
                }
                case NEVER_LISTED -> lie(!book.checked.equals(Instant.MIN), "it was listed");
                case LISTING_EMPTY ->
                    lie(!book.lists.isEmpty() && !book.failed && !isEmptyOrOld(), "the list was not empty");
                case SAME_NAME ->
                    lie(
                            book.lists.lastEntry().getValue().stream()
                                            .filter(this::isLive)
                                            .count()
                                    < 2,
                            "only one has that name");
                case LISTING_FAILED, SETTLING -> Optional.empty();
            };
        }

        private boolean isEmptyOrOld() {
            return book.lists.tailMap(book.checked, true).values().stream().anyMatch(List::isEmpty);
        }

        private Optional<String> missing(Instant checked) {
            List<Kept> list = book.list(checked);
            if (list == null) {
                return lie(!isDeletedByUs(checked), "there was no list then");
            }
            if (checked.isBefore(book.checked)) {
                return Optional.of("there was a later list");
            }
            if (list.stream().anyMatch(this::isLive)) {
                return Optional.of("it is in that list");
            }
            boolean ours = book.ours.contains(name)
                    && book.truths.get(book.begun(checked)).stream()
                            .anyMatch(one -> isLive(one) && one.writer() == Writer.US);
            return lie(ours, "we wrote it before, and it is there");
        }

        private boolean isDeletedByUs(Instant when) {
            return shop.events().stream()
                    .anyMatch(event -> event.by() == Writer.US
                            && event.name().equals(name)
                            && event.value().isEmpty()
                            && !event.when().isAfter(when)
                            && event.when().isAfter(when.minusSeconds(3)));
        }

        private Optional<String> only(Instant checked) {
            List<Kept> list = book.list(checked);
            if (list == null) {
                return Optional.of("there was no list then");
            }
            return lie(list.stream().noneMatch(one -> one.name().equals(name)), "it is not in that list");
        }
    }
}
