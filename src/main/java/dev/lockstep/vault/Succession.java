package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** Makes a copy of an earlier state of a vault its newest state, above every counter that was seen, and says so in its audit log. */
final class Succession {
    private final Keyring keys;
    private final Surroundings around;

    Succession(Keyring keys, Surroundings around) {
        this.keys = keys;
        this.around = around;
    }

    /** What the audit log is to tell. */
    record Note(AuditEvent event, String text) {}

    /**
     * Writes the next state into a copy, and leaves it closed and without a log.
     *
     * @param above the counter that it has to surpass
     * @param slots the ways in from now on, by their numbers
     */
    void write(Path copy, long above, SortedMap<Integer, byte[]> slots, Note note) throws VaultException {
        try (VaultStore store = VaultStore.open(copy);
                RowCipher cipher = keys.cipher()) {
            store.<Boolean, VaultException>write(transaction -> {
                Contents former = new Contents(keys, cipher, around.clock(), SealedState.read(transaction));
                try {
                    Batch batch = new Batch(
                            transaction,
                            keys,
                            cipher,
                            new Batch.Present(
                                    former.catalog(), former.keyValues().policy()),
                            former.manifest()
                                    .next(
                                            RowId.random(around.random()),
                                            around.clock().millis(),
                                            above));
                    replaceSlots(transaction, batch, slots);
                    batch.audit().note(note.event(), 1, note.text());
                    return batch.finish();
                } finally {
                    former.wipe();
                }
            });
        }
    }

    private static void replaceSlots(Transaction transaction, Batch batch, SortedMap<Integer, byte[]> slots)
            throws VaultException {
        SortedMap<Integer, byte[]> former = transaction.slots();
        for (Integer number : former.keySet()) {
            if (!slots.containsKey(number)) {
                batch.putSlot(number, null);
            }
        }
        for (Map.Entry<Integer, byte[]> slot : slots.entrySet()) {
            if (!Arrays.equals(slot.getValue(), former.get(slot.getKey()))) {
                batch.putSlot(slot.getKey(), slot.getValue());
            }
        }
    }
}
