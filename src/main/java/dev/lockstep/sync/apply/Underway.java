package dev.lockstep.sync.apply;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.LedgerChange;
import dev.lockstep.sync.plan.Row;
import java.util.Optional;
import java.util.function.Consumer;

/** A row that is not waiting any more. For one thread at a time. */
final class Underway {
    private final Row row;
    private final Deed deed;
    private Optional<RowResult> result = Optional.empty();

    Underway(Row row, Deed deed) {
        this.row = row;
        this.deed = deed;
    }

    Row row() {
        return row;
    }

    /** What became of it, as far as it is known. */
    Optional<RowResult> result() {
        return result;
    }

    /** Asks the vendor. Until there is an answer, all is as if none could be kept. */
    RowResult ask() {
        result = Optional.of(deed.unkept(new Failure.InputOutput()));
        RowResult answer = deed.ask();
        result = Optional.of(answer);
        return answer;
    }

    /** What is written down before. */
    Journal.Entry intent() {
        return entry(deed::intend, why -> result = Optional.of(new RowResult.NotKept(why)));
    }

    /** What is written down instead of asking. Where that fails, it looks later as if the vendor had been asked without an answer. */
    Journal.Entry withdrawal() {
        return entry(deed::withdraw, why -> {});
    }

    /** What is written down after. */
    Journal.Entry ending() {
        return entry(deed::keep, why -> result = Optional.of(deed.unkept(why)));
    }

    private static Journal.Entry entry(Writing writing, Consumer<Failure> failing) {
        return new Journal.Entry() {
            @Override
            public void write(LedgerChange change) throws VaultException {
                writing.write(change);
            }

            @Override
            public void failed(Failure why) {
                failing.accept(why);
            }
        };
    }

    private interface Writing {
        void write(LedgerChange change) throws VaultException;
    }

    /** Overwrites values. */
    void close() {
        deed.close();
    }
}
