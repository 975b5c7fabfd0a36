package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The key slots that one transaction writes. */
final class SlotRows {
    private final Transaction transaction;
    private final byte[] saved;
    private final SlotLedger ledger;
    private boolean changed;

    /** @param saved digest of the slots last saved */
    SlotRows(Transaction transaction, byte[] saved, SlotLedger ledger) {
        this.transaction = transaction;
        this.saved = saved;
        this.ledger = ledger;
    }

    /**
     * Writes a slot; without bytes it is removed.
     *
     * @throws VaultException {@code SetChanged} if the slots in the file are not those last saved: they must not become so unnoticed
     */
    void put(int number, byte @Nullable [] slot) throws VaultException {
        if (!changed && !Arrays.equals(saved, Manifest.digest(transaction.slots()))) {
            throw new VaultException(new Failure.SetChanged(Failure.Part.KEY_SLOT));
        }
        if (slot == null) {
            transaction.deleteSlot(number);
        } else {
            transaction.putSlot(number, slot);
        }
        changed = true;
    }

    /**
     * Writes those of these slots that are not there yet, and removes all others.
     *
     * @throws VaultException as {@link #put}
     */
    void become(SortedMap<Integer, byte[]> wanted) throws VaultException {
        SortedMap<Integer, byte[]> former = transaction.slots();
        SortedSet<Integer> numbers = new TreeSet<>(former.keySet());
        numbers.addAll(wanted.keySet());
        for (int number : numbers) {
            byte[] slot = wanted.get(number);
            if (!Arrays.equals(slot, former.get(number))) {
                put(number, slot);
            }
        }
    }

    /**
     * Removes the slots that are not among those last saved, and goes on without those that are missing; tells how many were removed.
     *
     * @throws VaultException {@code LastWay} if no password or recovery code would be left
     */
    int dropForeign() throws VaultException {
        int dropped = 0;
        for (Map.Entry<Integer, byte[]> slot : transaction.slots().entrySet()) {
            if (!ledger.holds(slot.getKey(), slot.getValue())) {
                transaction.deleteSlot(slot.getKey());
                dropped++;
            }
        }
        changed = true;
        new SlotSet(transaction.slots()).requireLasting();
        return dropped;
    }

    boolean changed() {
        return changed;
    }

    /** The ledger of the slots as they are now. */
    SlotLedger ledger(long now) throws VaultException {
        return ledger.of(transaction.slots(), now);
    }
}
