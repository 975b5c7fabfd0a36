package dev.lockstep.sync.rotation;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.check.Plans;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SyncChange;
import dev.lockstep.vault.SyncRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Begins rotations, gives their secrets new values, and tells how far they are. Nobody is asked and nothing is written at a vendor: that is for plans.
 * What is changed is durable when a method returns, and noted in the audit log. Not for the JavaFX thread.
 */
public final class Rotations {
    /** So many finished rotations are kept. */
    static final int FINISHED_KEPT = 20;

    private final OpenVault vault;
    private final SyncRows rows;
    private final Ledgers ledgers;
    private final Plans plans;

    public Rotations(OpenVault vault, Ledgers ledgers, Plans plans) {
        this.vault = vault;
        this.rows = vault.sync();
        this.ledgers = ledgers;
        this.plans = plans;
    }

    /**
     * All that are kept, the open ones first, then the newest first. Those that only a later version of this program can read are left out.
     *
     * @throws VaultException {@code PartDamaged}
     */
    public List<Rotation> all() throws VaultException {
        List<Rotation> all = new ArrayList<>();
        for (Map.Entry<RowId, byte[]> row : rows.rotations().entrySet()) {
            if (!RotationCodec.isLater(row.getValue())) {
                all.add(RotationCodec.decode(row.getKey(), row.getValue()));
            }
        }
        all.sort(Comparator.comparing(Rotation::isOpen)
                .thenComparing(Rotation::begun)
                .reversed()
                .thenComparing(rotation -> rotation.id().toString()));
        return all;
    }

    private Rotation get(RowId id) throws VaultException {
        return all().stream()
                .filter(rotation -> rotation.id().equals(id))
                .findFirst()
                .orElseThrow(Rotations::gone);
    }

    /** How far all of them are, in the order of {@link #all}. Those in which nothing is left to do are finished by that. */
    public List<Survey> surveys() throws VaultException {
        rows.mark();
        List<Rotation> all = all();
        if (all.isEmpty()) {
            return List.of();
        }
        Surveyor surveyor = new Surveyor(vault, ledgers, plans.plan(Optional.empty()));
        List<Survey> surveys = new ArrayList<>();
        for (Rotation rotation : all) {
            surveys.add(finished(surveyor.survey(rotation)));
        }
        return surveys;
    }

    /**
     * How far one is; it is finished by that if nothing is left to do and nobody else is at it.
     *
     * @throws VaultException {@code Gone} if it was given up
     */
    public Survey survey(RowId id) throws VaultException {
        rows.mark();
        return finished(new Surveyor(vault, ledgers, plans.plan(Optional.empty())).survey(get(id)));
    }

    /** A rotation as it is in a change, whatever other threads and processes did to it since it was last read; empty if it was given up. */
    private static Optional<Rotation> present(SyncChange change, RowId id) throws VaultException {
        Optional<byte[]> bytes = change.rotation(id);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(RotationCodec.decode(id, bytes.get()));
    }

    private static VaultException gone() {
        return new VaultException(new Failure.Gone());
    }

    private Survey finished(Survey survey) throws VaultException {
        Rotation rotation = survey.rotation();
        if (!rotation.isOpen() || !survey.isDone() || vault.readOnly()) {
            return survey;
        }
        List<Rotation> former = all().stream()
                .filter(one -> !one.isOpen())
                .skip(FINISHED_KEPT - 1)
                .toList();
        return rows.change(change -> {
            if (!present(change, rotation.id()).equals(Optional.of(rotation))) {
                return survey;
            }
            Rotation done = rotation.finishedAt(change.now());
            change.rotation(done.id(), RotationCodec.encode(done));
            note(change, AuditEvent.ROTATION_FINISHED, done);
            for (Rotation old : former) {
                change.forgetRotation(old.id());
            }
            return survey.of(done);
        });
    }

    /**
     * Begins a rotation; the values stay as they are until {@link #renew}.
     *
     * @param secrets 1 to {@link Rotation#MAX_SECRETS}, outside the trash
     * @throws VaultException {@code ChangedMeanwhile} or {@code Gone} if one is not as it was a moment ago
     */
    public Rotation begin(Collection<SecretId> secrets) throws VaultException {
        List<Rotation.Chosen> chosen = new ArrayList<>();
        for (SecretId secret : new LinkedHashSet<>(secrets)) {
            Entry entry = vault.catalog().entry(secret).orElseThrow(Rotations::gone);
            chosen.add(new Rotation.Chosen(secret, entry.valueVersion(), fingerprint(rows, secret)));
        }
        return rows.change(change -> {
            for (Rotation.Chosen one : chosen) {
                requireAsItWas(change, one);
            }
            Rotation begun = new Rotation(change.newId(), change.now(), Optional.empty(), chosen, List.of());
            change.rotation(begun.id(), RotationCodec.encode(begun));
            note(change, AuditEvent.ROTATION_BEGUN, begun);
            return begun;
        });
    }

    private static void requireAsItWas(SyncChange change, Rotation.Chosen chosen) throws VaultException {
        Entry now = change.entry(chosen.secret()).orElseThrow(Rotations::gone);
        if (now.valueVersion() != chosen.replaced() || now.trashed().isPresent()) {
            throw new VaultException(new Failure.ChangedMeanwhile());
        }
    }

    private static void note(SyncChange change, AuditEvent event, Rotation rotation) throws VaultException {
        for (Rotation.Chosen one : rotation.chosen()) {
            change.note(event, one.secret(), "");
        }
    }

    /**
     * Gives secrets of a rotation their new values, all or none; the former ones go to the history.
     *
     * @param values stay the caller's
     * @return those that had that very value already, and were left alone
     * @throws VaultException {@code Gone} if the rotation or a secret is, {@code ChangedMeanwhile} if one is in the trash, {@code TooLarge}
     */
    public Set<SecretId> renew(RowId id, Map<SecretId, SecretValue> values) throws VaultException {
        if (!get(id).secrets().containsAll(values.keySet())) {
            throw new IllegalArgumentException("A secret that was not chosen");
        }
        return rows.change(change -> {
            if (present(change, id).isEmpty()) {
                throw gone();
            }
            Set<SecretId> same = new HashSet<>();
            for (Map.Entry<SecretId, SecretValue> value : values.entrySet()) {
                if (!change.renew(value.getKey(), value.getValue())) {
                    same.add(value.getKey());
                }
            }
            return Set.copyOf(same);
        });
    }

    /**
     * Takes it on trust that remotes have no former value any more. Cells where that is not for the user to say are left as they are.
     *
     * @param cells as they were shown
     * @return how far the rotation is now
     * @throws VaultException {@code Gone} if it was given up
     */
    public Survey accept(RowId id, Collection<Cell> cells) throws VaultException {
        Survey now = survey(id);
        List<Cell> accepted = now.open().stream()
                .filter(Cell::acceptable)
                .filter(cell -> cells.stream().anyMatch(cell::isAs))
                .toList();
        if (accepted.isEmpty()) {
            return now;
        }
        rows.<@Nullable Void>change(change -> {
            Rotation accepting = present(change, id)
                    .orElseThrow(Rotations::gone)
                    .accepting(accepted.stream().map(Cell::acceptance).toList());
            for (Cell cell : accepted) {
                change.note(AuditEvent.ROTATION_ACCEPTED, cell.remote(), cell.secret(), cell.there());
            }
            change.rotation(id, RotationCodec.encode(accepting));
            return null;
        });
        return survey(id);
    }

    /**
     * Leaves everything as it is and forgets the rotation.
     *
     * @throws VaultException {@code Gone} if it was given up
     */
    public void giveUp(RowId id) throws VaultException {
        rows.<@Nullable Void>change(change -> {
            Rotation rotation = present(change, id).orElseThrow(Rotations::gone);
            change.forgetRotation(id);
            if (rotation.isOpen()) {
                note(change, AuditEvent.ROTATION_GIVEN_UP, rotation);
            }
            return null;
        });
    }

    /** Tells the present value of a secret from its others. */
    static Fingerprint fingerprint(SyncRows rows, SecretId secret) throws VaultException {
        try (SecretValue value = rows.value(secret)) {
            return Fingerprint.of(rows.fingerprints().of(new RemoteId(secret.row()), "", value));
        }
    }
}
