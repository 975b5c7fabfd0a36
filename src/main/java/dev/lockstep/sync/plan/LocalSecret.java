package dev.lockstep.sync.plan;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Entry;

/**
 * A secret of this vault as far as a plan has to know it.
 *
 * @param trashed whether it is in the trash
 * @param size of the value, in bytes
 * @param valueVersion tells the value from all others that the secret had
 */
public record LocalSecret(
        SecretId id, CollectionId collection, String name, boolean trashed, int size, long valueVersion) {
    public static LocalSecret of(Entry entry) {
        return new LocalSecret(
                entry.id(),
                entry.collection(),
                entry.name(),
                entry.trashed().isPresent(),
                entry.size(),
                entry.valueVersion());
    }
}
