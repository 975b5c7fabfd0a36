package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Opens many values one after the other, and notes that they left the vault. */
public final class Exporting {
    /** So many secrets are read within one moment, so that nobody waits for the whole, and are opened side by side. */
    private static final int STRETCH = 512;

    /** So many bytes of values are open at once, besides one value. */
    private static final int MOST_OPEN = 1 << 20;

    /** So many secrets are noted in one transaction, so that a hundred thousand need no memory of their own. */
    private static final int NOTED_AT_ONCE = 5000;

    private static final byte[] NONE = {};

    private final Session session;

    Exporting(Session session) {
        this.session = session;
    }

    /** Takes one secret. */
    @FunctionalInterface
    public interface Sink<E extends Exception> {
        /**
         * Takes it.
         *
         * @param value closed afterwards; of no bytes where values are not wanted
         */
        void take(Entry entry, SecretCollection collection, SecretValue value)
                throws E, VaultException, InterruptedException;
    }

    /**
     * Hands out secrets with their present values in the order of the ids. Nothing is noted. Others can go on with the vault meanwhile.
     *
     * @throws VaultException {@code Gone} if one is not there any more, or is in the trash
     * @throws InterruptedException if the thread was interrupted
     */
    public <E extends Exception> void each(List<SecretId> ids, boolean withValues, Sink<E> sink)
            throws E, VaultException, InterruptedException {
        int next = 0;
        while (next < ids.size()) {
            int from = next;
            try (Stretch stretch = session.read(reading -> open(reading, ids, from, withValues))) {
                for (int i = 0; i < stretch.heads().size(); i++) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    session.requireOpen();
                    Present each = stretch.heads().get(i);
                    sink.take(each.head().entry(each.id(), each.version()), each.collection(), stretch.values()[i]);
                }
                next += stretch.heads().size();
            }
        }
    }

    private record Present(SecretId id, Head head, long version, SecretCollection collection) {}

    /** Some secrets with their values. */
    private record Stretch(List<Present> heads, SecretValue[] values) implements AutoCloseable {
        @Override
        public void close() {
            Arrays.stream(values).filter(Objects::nonNull).forEach(SecretValue::close);
        }
    }

    private Stretch open(Reading reading, List<SecretId> ids, int from, boolean withValues) throws VaultException {
        List<Present> heads = new ArrayList<>(STRETCH);
        List<byte[]> wires = new ArrayList<>(STRETCH);
        int bytes = 0;
        for (int i = from; i < ids.size() && heads.size() < STRETCH && bytes <= MOST_OPEN; i++) {
            Present present = present(ids.get(i));
            heads.add(present);
            wires.add(withValues ? reading.sealedValue(present.id()) : NONE);
            bytes += withValues ? present.head().value().size() : 0;
        }
        Stretch stretch = new Stretch(heads, new SecretValue[heads.size()]);
        try {
            Shares.each(reading.keys(), heads.size(), (cipher, i) -> {
                Present each = heads.get(i);
                stretch.values()[i] = withValues
                        ? ValueCodec.value(
                                ValueCodec.open(cipher, each.id(), each.head().value(), wires.get(i)))
                        : SecretValue.copyOf(NONE);
            });
            return stretch;
        } catch (VaultException | RuntimeException e) {
            stretch.close();
            throw e;
        }
    }

    private Present present(SecretId id) throws VaultException {
        Catalog.Versioned present =
                session.catalog().head(id).orElseThrow(() -> new VaultException(new Failure.Gone()));
        SecretCollection collection =
                session.keyValues().collections().get(present.head().details().collection());
        if (present.head().trashed() != 0 || collection == null) {
            throw new VaultException(new Failure.Gone());
        }
        return new Present(id, present.head(), present.version(), collection);
    }

    /**
     * Notes in the audit log that secrets were exported, and in each that its value was shown, where the vault can be written. Up to fifty are
     * named one by one in the log; of more it tells the number.
     *
     * @param ids none if only names went out
     * @param file the name of what they were written to, without its folder
     */
    public void note(List<SecretId> ids, String file) throws VaultException {
        if (ids.isEmpty() || ids.size() > AuditTrail.EACH) {
            session.note(batch -> batch.audit().note(AuditEvent.EXPORTED, ids.size(), file));
        }
        List<SecretId> inOrder = ids.size() > AuditTrail.EACH ? asInTheFile(ids) : ids;
        for (int from = 0; from < inOrder.size(); from += NOTED_AT_ONCE) {
            List<SecretId> part = inOrder.subList(from, Math.min(inOrder.size(), from + NOTED_AT_ONCE));
            session.note(batch -> {
                if (ids.size() > AuditTrail.EACH) {
                    batch.putShown(part);
                    return;
                }
                for (SecretId id : part) {
                    shown(batch, id, file);
                }
            });
        }
    }

    /** Then each transaction changes pages that lie together, and not nearly all there are. */
    private static List<SecretId> asInTheFile(List<SecretId> ids) {
        return ids.stream()
                .sorted(Comparator.comparing(id -> id.row().bytes(), Arrays::compareUnsigned))
                .toList();
    }

    private static void shown(Batch batch, SecretId id, String file) throws VaultException {
        Head head = batch.head(id).head();
        batch.put(id, head.withRevealed(batch.now()));
        batch.audit().note(AuditEvent.EXPORTED, id, head.details().name(), file);
    }
}
