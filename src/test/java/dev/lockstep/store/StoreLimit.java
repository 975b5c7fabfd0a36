package dev.lockstep.store;

import dev.lockstep.model.VaultException;
import java.lang.reflect.Field;

/** Lets SQLite itself refuse to grow a file, as it does when the disk is full. */
public final class StoreLimit {
    private StoreLimit() {}

    /** The most pages that the open file may have. */
    public static void pages(VaultStore store, int pages) throws VaultException {
        try {
            Field rows = VaultStore.class.getDeclaredField("rows");
            rows.setAccessible(true);
            ((Rows) rows.get(store)).execute("PRAGMA max_page_count=" + pages);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
