package dev.lockstep.sync.ledger;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.SyncChange;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One durable change of what is known of a remote, while it is being made. Of use only inside of {@link Ledgers#change}. */
public final class LedgerChange {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RemoteId remote;
    private final HeldLedger held;
    private final SyncChange vault;
    private final SortedMap<String, Intent> begun = new TreeMap<>();
    private final Set<RowId> touched = new HashSet<>();

    LedgerChange(RemoteId remote, HeldLedger held, SyncChange vault) {
        this.remote = remote;
        this.held = held;
        this.vault = vault;
    }

    /** Makes a change. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** What it throws undoes the change. It takes no time, and calls neither the vault nor the ledgers. */
        T run(LedgerChange change) throws VaultException;
    }

    /** Everything that is known, as this change leaves it so far. */
    public RemoteLedger ledger() {
        return held.whole();
    }

    /** What is known of a name; {@link LedgerLine#of} if nothing is. */
    public LedgerLine line(String name) {
        return held.line(name).orElseGet(() -> LedgerLine.of(name));
    }

    /** Remembers a line in the place of the one of that name; forgets it if it is blank. Writes nothing if it is the same. */
    public void put(LedgerLine line) throws VaultException {
        String name = line.name();
        LedgerLine before = line(name);
        if (before.equals(line)) {
            return;
        }
        LedgerLine former = isApart(name) ? before.reverting(Optional.empty()) : before;
        if (!before.intent().equals(line.intent())) {
            begun.remove(name);
            held.writes().release(name).ifPresent(touched::add);
            line.intent().ifPresent(write -> begun.put(name, write));
        }
        LedgerLine stored = isApart(name) ? line.reverting(Optional.empty()) : line;
        held.put(line);
        if (!stored.equals(former)) {
            store(stored);
        }
    }

    /** Whether the open write of a name stands apart from its line in the file. */
    private boolean isApart(String name) {
        return begun.containsKey(name) || held.writes().write(name).isPresent();
    }

    private void store(LedgerLine line) throws VaultException {
        if (line.isBlank()) {
            vault.delete(remote, Places.line(line.name()));
        } else {
            vault.put(remote, Places.of(line), LedgerCodec.encode(line));
        }
    }

    /** Writes which writes were begun and which came to their end; the last thing in a change. */
    void finish() throws VaultException {
        for (RowId group : touched) {
            Optional<OpenWrites> left = held.writes().left(group);
            if (left.isPresent()) {
                vault.put(remote, Places.of(left.get()), LedgerCodec.encode(left.get()));
            } else {
                vault.delete(remote, Places.writes(group));
            }
        }
        for (OpenWrites writes : OpenWrites.of(begun, () -> RowId.random(RANDOM))) {
            held.writes().keep(writes);
            vault.put(remote, Places.of(writes), LedgerCodec.encode(writes));
        }
    }

    /** Remembers when the remote was listed. */
    public void put(Head head) throws VaultException {
        if (!held.head().equals(head)) {
            write(head);
        }
    }

    /** Remembers that a run begins here. */
    public void begin(Run run, List<RunPart> parts) throws VaultException {
        write(run);
        for (RunPart part : parts) {
            write(part);
        }
    }

    /** Forgets a run that came to its end, or that nobody wants to resume; does nothing if it is not known. */
    public void end(RowId run) throws VaultException {
        int parts = held.forgetRun(run);
        vault.delete(remote, Places.run(run));
        for (int number = 0; number < parts; number++) {
            vault.delete(remote, Places.part(run, number));
        }
    }

    /** Has the audit log tell what befell a secret here, by the name that it has there. */
    public void note(AuditEvent event, SecretId secret, String name) throws VaultException {
        vault.note(event, remote, secret, name);
    }

    /** Adds a secret whose value came from here, as {@link SyncChange#create}. */
    public Entry create(SecretDetails details, SecretValue value) throws VaultException {
        return vault.create(remote, details, value);
    }

    /** Gives a secret a value that came from here, as {@link SyncChange#replace}. */
    public Entry replace(Entry base, SecretValue value) throws VaultException {
        return vault.replace(remote, base, value);
    }

    private void write(LedgerItem item) throws VaultException {
        held.keep(item);
        vault.put(remote, Places.of(item), LedgerCodec.encode(item));
    }
}
