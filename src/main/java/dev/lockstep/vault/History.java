package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.HistoryRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The former values of secrets. Not for the JavaFX thread. */
public final class History {
    private final Session session;

    History(Session session) {
        this.session = session;
    }

    /**
     * One value of a secret, present or former.
     *
     * @param version the counter of the transaction that wrote it; unique in the vault
     * @param size in bytes
     * @param present whether it is the value of today
     */
    public record Version(long version, Instant written, Origin origin, int size, boolean present) {}

    /** How two values compare, without showing either. */
    public record Comparison(boolean same, int size, int otherSize) {}

    /**
     * All values that are kept, the newest first.
     *
     * @throws VaultException {@code SetChanged} if the history is not what was last saved, {@code Gone}
     */
    public List<Version> versions(SecretId id) throws VaultException {
        return session.read(reading -> {
            Head.ValueInfo info = session.head(id).value();
            List<Version> found = new ArrayList<>();
            found.add(version(info.version(), reading.value(id, info), true));
            for (HistoryRow row : rows(reading, id, info).reversed()) {
                found.add(version(row.version(), open(reading, id, row), false));
            }
            return found;
        });
    }

    private static Version version(long version, byte[] content, boolean present) throws VaultException {
        try {
            ValueCodec.About about = ValueCodec.about(content);
            return new Version(version, about.written(), about.origin(), about.size(), present);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** The rows of a secret, oldest first, once it is sure that none is missing, added or put back. */
    static List<HistoryRow> rows(Reading reading, SecretId id, Head.ValueInfo info) throws VaultException {
        List<HistoryRow> rows = reading.transaction().history(id.row(), HeadCodec.VALUE_FIELD);
        SetHash sum = SetHash.EMPTY;
        for (HistoryRow row : rows) {
            sum = sum.plus(reading.cipher().element(sealed(row)));
        }
        if (rows.size() != info.versions() - 1 || !sum.equals(info.history())) {
            throw new VaultException(new Failure.SetChanged(Failure.Part.HISTORY));
        }
        return rows;
    }

    private static SealedRow sealed(HistoryRow row) throws VaultException {
        return SealedRow.of(row.sealed())
                .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.HISTORY)));
    }

    static byte[] open(Reading reading, SecretId id, HistoryRow row) throws VaultException {
        SealedRow sealed = sealed(row);
        if (sealed.version() != row.version()) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.HISTORY));
        }
        RowAddress address = RowAddress.history(id.row(), HeadCodec.VALUE_FIELD);
        return reading.cipher().open(address, sealed, Failure.Part.HISTORY);
    }

    /** What can be told of the present value alone, as where the history is damaged. */
    public Version present(SecretId id) throws VaultException {
        return session.read(reading -> {
            Head.ValueInfo info = session.head(id).value();
            return version(info.version(), reading.value(id, info), true);
        });
    }

    /** Opens one value, to be closed by the caller, and notes in the audit log that it was shown, where the vault can be written. */
    public SecretValue reveal(SecretId id, long version) throws VaultException {
        return noted(id, version, AuditEvent.REVEALED, AuditEvent.FORMER_REVEALED);
    }

    /** Opens one value for the clipboard, to be closed by the caller; noted like {@link #reveal}, as a copy. */
    public SecretValue copy(SecretId id, long version) throws VaultException {
        return noted(id, version, AuditEvent.COPIED, AuditEvent.COPIED);
    }

    private SecretValue noted(SecretId id, long version, AuditEvent ofPresent, AuditEvent ofFormer)
            throws VaultException {
        Opened opened = open(id, version);
        try {
            session.note(batch -> {
                if (opened.present()) {
                    Secrets.used(batch, id, ofPresent);
                } else {
                    String name = batch.head(id).head().details().name();
                    batch.audit().note(ofFormer, id, name, opened.written().toString());
                }
            });
            return opened.value();
        } catch (VaultException e) {
            opened.value().close();
            throw e;
        }
    }

    /**
     * Opens one value, to be closed by the caller, without noting it: for comparisons.
     *
     * @throws VaultException {@code FormerValueGone} if that version is not kept any more, {@code Gone} if the secret is not
     */
    public SecretValue peek(SecretId id, long version) throws VaultException {
        return open(id, version).value();
    }

    private record Opened(SecretValue value, Instant written, boolean present) {
        private static Opened of(byte[] content, boolean present) throws VaultException {
            Instant written = ValueCodec.about(content).written();
            return new Opened(ValueCodec.value(content), written, present);
        }
    }

    private Opened open(SecretId id, long version) throws VaultException {
        return session.read(reading -> {
            Head.ValueInfo info = session.head(id).value();
            if (info.version() == version) {
                return Opened.of(reading.value(id, info), true);
            }
            for (HistoryRow row : rows(reading, id, info)) {
                if (row.version() == version) {
                    return Opened.of(open(reading, id, row), false);
                }
            }
            throw new VaultException(new Failure.FormerValueGone());
        });
    }

    /** Compares two values in memory; neither leaves this method. */
    public Comparison compare(SecretId id, long version, long other) throws VaultException {
        try (SecretValue one = peek(id, version);
                SecretValue two = peek(id, other)) {
            return new Comparison(one.sameAs(two), one.size(), two.size());
        }
    }

    /**
     * Makes a former value the present one, as a new version; the present one goes to the history.
     *
     * @param present the version that the caller takes for the present one
     * @return the secret, whose version is that of its new value too
     * @throws VaultException {@code ChangedMeanwhile} if another version is present by now, {@code FormerValueGone} if that former one is not
     *     kept any more
     */
    public Entry restore(SecretId id, long present, long version) throws VaultException {
        Opened former = open(id, version);
        try (SecretValue value = former.value()) {
            return session.<Entry, VaultException>change(batch -> {
                Head head = batch.head(id).head();
                if (head.value().version() != present) {
                    throw new VaultException(new Failure.ChangedMeanwhile());
                }
                Head.ValueInfo info = batch.putValue(id, value, Origin.RESTORED, head.value());
                Head restored = head.withValue(info, batch.now());
                batch.put(id, restored);
                String name = head.details().name();
                batch.audit()
                        .note(
                                AuditEvent.FORMER_RESTORED,
                                id,
                                name,
                                former.written().toString());
                return restored.entry(id, batch.version());
            });
        }
    }

    /**
     * The same, changing the details with it.
     *
     * @throws VaultException {@code ChangedMeanwhile} if the secret is not as {@code base} says any more, {@code FormerValueGone}
     */
    public Entry restore(Entry base, SecretDetails details, long version) throws VaultException {
        try (SecretValue value = peek(base.id(), version)) {
            return new Secrets(session).change(base, details, value, Origin.RESTORED);
        }
    }

    /** How many former values of each secret this vault keeps. */
    public Policy policy() {
        return session.keyValues().policy();
    }

    /** Changes how many former values are kept; what is beyond goes when a secret next gets a new value. */
    public void keep(int number) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            Policy policy = policy();
            if (number != policy.historyKept()) {
                policy.withHistoryKept(number).write(batch);
                batch.audit().note(AuditEvent.POLICY_CHANGED, 1, "history: " + policy.historyKept() + " -> " + number);
            }
            return null;
        });
    }
}
