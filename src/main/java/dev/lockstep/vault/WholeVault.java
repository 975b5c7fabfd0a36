package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.HistoryRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens everything that a vault holds in one moment, row by row, and refuses what is not exactly as it was last saved. */
final class WholeVault {
    private final Reading reading;
    private final Visitor visitor;
    private final Pace pace;

    WholeVault(Reading reading, Visitor visitor, Pace pace) {
        this.reading = reading;
        this.visitor = visitor;
        this.pace = pace;
    }

    /**
     * What was in a row, overwritten after the visit.
     *
     * @param version of the row
     */
    record Content(long version, byte[] bytes) {}

    /** A secret with its present value and the former ones, the oldest first. */
    record Secret(RowId id, Content head, Content value, List<Content> former) {}

    /** Is shown everything: the secrets, then the key-value rows, the rows about remotes, and the audit log from its beginning. */
    interface Visitor {
        void secret(Secret secret) throws VaultException;

        void keyValue(int kind, RowId id, Content content) throws VaultException;

        void sync(RemoteId remote, RowId row, Content content) throws VaultException;

        void audit(long number, Content content) throws VaultException;
    }

    /** How many steps it will take. */
    static long steps(Manifest manifest) {
        return manifest.items().count()
                + manifest.sync().count()
                + manifest.audit().entries();
    }

    /**
     * Goes through the vault.
     *
     * @throws VaultException {@code PartDamaged} or {@code SetChanged}; what the visitor throws
     * @throws InterruptedException if it is not to go on
     */
    void run() throws VaultException, InterruptedException {
        SealedState state = SealedState.read(reading.transaction());
        require(
                Arrays.equals(reading.manifest().slots(), Manifest.digest(state.slots())),
                new Failure.SetChanged(Failure.Part.KEY_SLOT));
        secrets(state);
        sync(keyValues(state));
        audit();
    }

    private void secrets(SealedState state) throws VaultException, InterruptedException {
        Manifest.Rows items = Manifest.Rows.NONE;
        Manifest.Rows history = Manifest.Rows.NONE;
        for (int head = 0; head < state.heads(); head++) {
            int from = state.offset(head);
            byte[] wire = Arrays.copyOfRange(state.chunk(head), from, from + state.size(head));
            SealedRow row = row(wire, Failure.Part.HEADS);
            items = items.with(reading.cipher().element(row));
            history = secret(state.id(head), row, history);
            pace.step();
        }
        require(items.equals(reading.manifest().items()), new Failure.SetChanged(Failure.Part.HEADS));
        require(history.equals(reading.manifest().history()), new Failure.SetChanged(Failure.Part.HISTORY));
    }

    private Manifest.Rows secret(RowId id, SealedRow row, Manifest.Rows history) throws VaultException {
        List<Content> opened = new ArrayList<>();
        try {
            byte[] head = reading.cipher().open(RowAddress.item(id), row, Failure.Part.HEADS);
            opened.add(new Content(row.version(), head));
            Head.ValueInfo info = HeadCodec.valueInfo(head);
            SecretId secret = new SecretId(id);
            opened.add(new Content(info.version(), reading.value(secret, info)));
            Manifest.Rows found = history;
            for (HistoryRow former : History.rows(reading, secret, info)) {
                opened.add(new Content(former.version(), History.open(reading, secret, former)));
                SetHash element = reading.cipher().element(row(former.sealed(), Failure.Part.HISTORY));
                found = found.with(element);
            }
            visitor.secret(new Secret(id, opened.get(0), opened.get(1), opened.subList(2, opened.size())));
            return found;
        } finally {
            opened.forEach(content -> Arrays.fill(content.bytes(), (byte) 0));
        }
    }

    /** Goes through the key-value rows; returns which remotes there are. */
    private Set<RemoteId> keyValues(SealedState state) throws VaultException {
        Set<RemoteId> remotes = new HashSet<>();
        Manifest.Rows found = Manifest.Rows.NONE;
        for (Map.Entry<RowId, byte[]> entry : state.keyValues().entrySet()) {
            SealedRow row = row(entry.getValue(), Failure.Part.SETTINGS);
            found = found.with(reading.cipher().element(row));
            int kind = reading.keys().kind(entry.getKey());
            byte[] content =
                    reading.cipher().open(RowAddress.keyValue(entry.getKey(), kind), row, Failure.Part.SETTINGS);
            try {
                RowId id = KeyValueCodec.id(content);
                visitor.keyValue(kind, id, new Content(row.version(), content));
                if (kind == Kind.REMOTE.number()) {
                    remotes.add(new RemoteId(id));
                }
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        }
        require(found.equals(reading.manifest().keyValues()), new Failure.SetChanged(Failure.Part.SETTINGS));
        return remotes;
    }

    private void sync(Set<RemoteId> remotes) throws VaultException, InterruptedException {
        Manifest.Rows[] rows = {Manifest.Rows.NONE};
        for (RemoteId remote : remotes) {
            reading.sync().<InterruptedException>each(remote, found -> {
                rows[0] = rows[0].with(reading.cipher().element(found.sealed()));
                Content content = new Content(found.sealed().version(), found.content());
                visitor.sync(remote, found.row(), content);
                pace.step();
            });
        }
        require(rows[0].equals(reading.manifest().sync()), new Failure.SetChanged(Failure.Part.SYNC));
        require(rows[0].equals(reading.sync().sum()), new Failure.SetChanged(Failure.Part.SYNC));
    }

    private void audit() throws VaultException, InterruptedException {
        Failure broken = new Failure.SetChanged(Failure.Part.AUDIT);
        byte[] chain = Manifest.Audit.NONE.head();
        for (long number = 1; number <= reading.manifest().audit().entries(); number++) {
            byte[] wire = reading.transaction().audit(number).orElseThrow(() -> new VaultException(broken));
            SealedRow row = row(wire, Failure.Part.AUDIT);
            byte[] content = reading.cipher().open(RowAddress.audit(number), row, Failure.Part.AUDIT);
            try {
                require(Arrays.equals(chain, AuditCodec.before(content)), broken);
                visitor.audit(number, new Content(row.version(), content));
            } finally {
                Arrays.fill(content, (byte) 0);
            }
            chain = reading.keys().chain(chain, number, row.tag());
            pace.step();
        }
        require(Arrays.equals(chain, reading.manifest().audit().head()), broken);
    }

    private static SealedRow row(byte[] wire, Failure.Part part) throws VaultException {
        return SealedRow.of(wire).orElseThrow(() -> new VaultException(new Failure.PartDamaged(part)));
    }

    private static void require(boolean condition, Failure failure) throws VaultException {
        if (!condition) {
            throw new VaultException(failure);
        }
    }
}
