package dev.lockstep.sync.apply;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.LedgerChange;
import java.util.Optional;

/** Something taken over from a vendor. As nothing is written there, nothing is written down before. */
final class Take implements Deed {
    private final Action action;
    private final Asking asking;
    private Optional<Taken> taken = Optional.empty();

    Take(Action action, Asking asking) {
        this.action = action;
        this.asking = asking;
    }

    /** Asks for it. */
    interface Asking {
        Taken take() throws RemoteException, VaultException;
    }

    /** Writes it down. */
    interface Keeping {
        void keep(LedgerChange change) throws VaultException;
    }

    /**
     * What was taken.
     *
     * @param value to be closed once it is kept
     */
    record Taken(Optional<SecretValue> value, Keeping keeping) {}

    @Override
    public void intend(LedgerChange change) {}

    @Override
    public void withdraw(LedgerChange change) {}

    @Override
    public RowResult ask() {
        try {
            taken = Optional.of(asking.take());
            return new RowResult.Done(action);
        } catch (RemoteException e) {
            return Verdict.of(e.trouble()) == Verdict.REFUSED || e.trouble() instanceof Trouble.ProtocolError
                    ? new RowResult.Refused(e.trouble())
                    : new RowResult.NotSent(e.trouble());
        } catch (VaultException e) {
            return new RowResult.NotKept(e.failure());
        }
    }

    @Override
    public void keep(LedgerChange change) throws VaultException {
        if (taken.isPresent()) {
            taken.get().keeping().keep(change);
        }
    }

    @Override
    public RowResult unkept(Failure why) {
        return new RowResult.NotKept(why);
    }

    @Override
    public void close() {
        taken.flatMap(Taken::value).ifPresent(SecretValue::close);
    }
}
