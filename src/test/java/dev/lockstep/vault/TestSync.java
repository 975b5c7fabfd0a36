package dev.lockstep.vault;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows about remotes for tests, whose bytes are texts. */
final class TestSync {
    private TestSync() {}

    static RowId row(int number) {
        return new RowId(7, number);
    }

    static void put(OpenVault vault, RemoteId remote, int row, String text) throws VaultException {
        vault.sync().<Object>change(change -> {
            change.put(remote, row(row), text.getBytes(StandardCharsets.UTF_8));
            return "";
        });
    }

    /** The rows about a remote, by their numbers. */
    static SortedMap<Long, String> rows(OpenVault vault, Remote remote) throws VaultException {
        SortedMap<Long, String> rows = new TreeMap<>();
        vault.sync().each(remote.id(), (id, bytes) -> rows.put(id.low(), new String(bytes, StandardCharsets.UTF_8)));
        return rows;
    }
}
