package dev.lockstep.format;

import java.util.List;

/** What a vault holds, in plain types. Ids are 32 hexadecimal digits, times milliseconds since 1970. */
public record FormatContents(
        long counter,
        List<Audit> audit,
        List<Secret> secrets,
        List<Collection> collections,
        List<Draft> drafts,
        List<Layout> layouts,
        List<Policy> policies,
        List<Slot> slots,
        List<Remote> remotes,
        List<Sync> sync,
        List<SyncPolicy> syncPolicies,
        List<String> fingerprintKeys) {

    /** An entry of the audit log; the secret is zeros where it is not about one. */
    public record Audit(long when, int event, String secret, int count, String name, String note) {}

    /** A head and its values, the former ones from the oldest. */
    public record Secret(
            String id,
            long version,
            Details details,
            Times times,
            int size,
            int versions,
            int strength,
            List<Value> values) {}

    /** What the user edits. */
    public record Details(
            int flags,
            int kind,
            int rotateBy,
            int leadDays,
            String collection,
            String name,
            String description,
            List<String> tags) {}

    /** When it happened. */
    public record Times(long created, long modified, long valueChanged, long revealed, long trashed) {}

    /** One value: the bytes in hexadecimal digits. */
    public record Value(long written, int origin, String bytes) {}

    public record Collection(String id, String name, String environment, String rule) {}

    /** An unsaved edit; base and value are empty where there are none. */
    public record Draft(String id, String base, long baseVersion, long when, Details details, String value) {}

    /** What the vault knows of a key slot. */
    public record Slot(int number, String digest, long since) {}

    /** How many former values are kept, after how many days in the trash the user is asked, and when that was last answered with keeping. */
    public record Policy(int historyKept, int trashDays, long trashKept) {}

    /** A row about a remote, its bytes in hexadecimal digits. */
    public record Sync(String remote, String row, String bytes) {}

    /** What holds for all remotes. */
    public record SyncPolicy(int flags) {}

    /** A connection to a vendor's vault: ids and texts of settings by turns, ids and bytes of credentials by turns. */
    public record Remote(
            String id,
            int flags,
            String collection,
            long created,
            long changed,
            String vendor,
            String name,
            String place,
            String mapping,
            String prefix,
            List<String> settings,
            List<String> credentials) {}

    public record Layout(List<String> columns, List<Double> widths, String order, boolean descending) {}
}
