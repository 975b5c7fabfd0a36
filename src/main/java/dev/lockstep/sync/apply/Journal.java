package dev.lockstep.sync.apply;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.LedgerChange;
import dev.lockstep.sync.plan.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what rows write down durable, that of many rows in one change. */
final class Journal {
    private final Site site;

    Journal(Site site) {
        this.site = site;
    }

    /** What a row writes down. */
    interface Entry {
        /** Writes it. Run again if another one that was to become durable with it fails. */
        void write(LedgerChange change) throws VaultException;

        /** It did not become durable. */
        void failed(Failure why);
    }

    /**
     * Makes entries durable; which of them fail is no matter of the others.
     *
     * @return why no entry can be made durable any more; empty if they can
     */
    Optional<Failure> write(List<Entry> entries) {
        // A call that was given up leaves its thread interrupted, and the file is not to be written by such a one.
        boolean givenUp = Thread.interrupted();
        try {
            List<Entry> left = new ArrayList<>(entries);
            while (!left.isEmpty()) {
                Optional<Failed> failed = attempt(left);
                if (failed.isEmpty()) {
                    return Optional.empty();
                }
                Failure why = failed.get().why();
                if (failed.get().alone().isEmpty()) {
                    left.forEach(entry -> entry.failed(why));
                    return Optional.of(why);
                }
                Entry alone = failed.get().alone().get();
                alone.failed(why);
                left.remove(alone);
            }
            return Optional.empty();
        } finally {
            if (givenUp) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @param alone the one entry that failed; empty if it was no matter of one */
    private record Failed(Optional<Entry> alone, Failure why) {}

    private Optional<Failed> attempt(List<Entry> entries) {
        Deque<Entry> begun = new ArrayDeque<>();
        try {
            site.ledgers().<@Nullable Void>change(site.id(), change -> {
                for (Entry entry : entries) {
                    begun.push(entry);
                    entry.write(change);
                }
                begun.clear();
                return null;
            });
            return Optional.empty();
        } catch (VaultException e) {
            Optional<Entry> last = Optional.ofNullable(begun.peek());
            return Optional.of(new Failed(last.filter(entry -> isOfTheRow(e.failure())), e.failure()));
        }
    }

    /** Whether a failure is no matter of other rows. */
    static boolean isOfTheRow(Failure failure) {
        return failure instanceof Failure.ChangedMeanwhile
                || failure instanceof Failure.NameTaken
                || failure instanceof Failure.Gone
                || Values.isOfOne(failure)
                || failure instanceof Failure.TooLarge
                || failure instanceof Failure.HalfCharacter;
    }
}
