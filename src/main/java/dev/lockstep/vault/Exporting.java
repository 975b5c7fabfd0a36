package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens many values one after the other, and notes that they left the vault. */
public final class Exporting {
    /** So many secrets are read within one moment, so that nobody waits for the whole. */
    private static final int STRETCH = 64;

    /** So many bytes of values are open at once, besides one value. */
    private static final int MOST_OPEN = 1 << 20;

    /** So many secrets are noted in one transaction, so that a hundred thousand need no memory of their own. */
    private static final int NOTED_AT_ONCE = 5000;

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
            List<Opened> opened = new ArrayList<>(STRETCH);
            int from = next;
            try {
                session.<Boolean>read(reading -> {
                    open(reading, ids, from, withValues, opened);
                    return true;
                });
                for (Opened each : opened) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    session.requireOpen();
                    sink.take(each.entry(), each.collection(), each.value());
                }
            } finally {
                opened.forEach(each -> each.value().close());
            }
            next += opened.size();
        }
    }

    private record Opened(Entry entry, SecretCollection collection, SecretValue value) {}

    private void open(Reading reading, List<SecretId> ids, int from, boolean withValues, List<Opened> opened)
            throws VaultException {
        int bytes = 0;
        for (int i = from; i < ids.size() && opened.size() < STRETCH && bytes <= MOST_OPEN; i++) {
            SecretId id = ids.get(i);
            Catalog.Versioned present =
                    session.catalog().head(id).orElseThrow(() -> new VaultException(new Failure.Gone()));
            Head head = present.head();
            SecretCollection collection =
                    session.keyValues().collections().get(head.details().collection());
            if (head.trashed() != 0 || collection == null) {
                throw new VaultException(new Failure.Gone());
            }
            SecretValue value =
                    withValues ? ValueCodec.value(reading.value(id, head.value())) : SecretValue.copyOf(new byte[0]);
            opened.add(new Opened(head.entry(id, present.version()), collection, value));
            bytes += value.size();
        }
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
                for (SecretId id : part) {
                    shown(batch, id, ids.size() > AuditTrail.EACH ? null : file);
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

    private static void shown(Batch batch, SecretId id, @Nullable String file) throws VaultException {
        Head head = batch.head(id).head();
        batch.put(id, head.withRevealed(batch.now()));
        if (file != null) {
            batch.audit().note(AuditEvent.EXPORTED, id, head.details().name(), file);
        }
    }
}
