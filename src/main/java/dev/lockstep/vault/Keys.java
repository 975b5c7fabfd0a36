package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.RecoveryCode;
import dev.lockstep.crypto.SlotType;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways into a vault. Whoever adds or changes one has to prove to know one already: an open vault that nobody watches must not give away
 * a way into it for good. Not for the JavaFX thread: deriving a key takes about a second.
 *
 * <p>A change takes the time of one derivation and one transaction, however large the vault is. The old slot is overwritten in the file and
 * its log; each method tells whether that is so already, or only once no other process has the file open.
 */
public final class Keys {
    private final Path file;
    private final Session session;
    private final Way openedBy;

    Keys(Path file, Session session, Way openedBy) {
        this.file = file;
        this.session = session;
        this.openedBy = openedBy;
    }

    /**
     * One way in.
     *
     * @param since when it was made or last changed; empty where the vault was written before that was kept
     */
    public record WayIn(int slot, Way way, Optional<Instant> since) {}

    /** The identity of the vault. */
    public RowId vault() {
        return session.vault();
    }

    /** The ways into the vault as they were last saved, by the numbers of their slots. */
    public List<WayIn> ways() throws VaultException {
        SlotSet slots = slots();
        SlotLedger ledger = session.keyValues().slots();
        boolean altered = altered();
        return slots.headers().entrySet().stream()
                .filter(entry -> !altered
                        || slots.slot(entry.getKey())
                                .filter(slot -> ledger.holds(entry.getKey(), slot))
                                .isPresent())
                .map(entry -> new WayIn(entry.getKey(), Way.of(entry.getValue().type()), ledger.since(entry.getKey())))
                .toList();
    }

    private SlotSet slots() throws VaultException {
        return session.read(reading -> new SlotSet(reading.transaction().slots()));
    }

    /**
     * Whether key slots are not as they were last saved: damaged, removed or put there by something else. Until {@link #dropAltered} the vault
     * can only be read.
     */
    public boolean altered() {
        return session.heldBack().slotsAltered();
    }

    /** Removes the key slots that are not as they were last saved; the audit log tells of it. */
    public boolean dropAltered() throws VaultException {
        session.heldBack().dropAlteredSlots(session);
        return settle();
    }

    /** Whether {@link #prove} is asked for; not where the vault was opened with the recovery code. */
    public boolean needsProof() {
        return openedBy != Way.RECOVERY_CODE;
    }

    /**
     * Gives leave to who knows the present password.
     *
     * @throws VaultException {@code WrongPassword}, {@code KeyFileMissing}, {@code KeyFileDamaged}, {@code ReadOnly}
     */
    public Permit prove(Password present) throws VaultException {
        SlotSet slots = writableSlots();
        try (Credential credential = present.credential(slots.types())) {
            return new Permit(KeySlot.open(slots.list(), credential).key(), slots.digest());
        }
    }

    /**
     * Gives leave without a password to who opened the vault with its recovery code.
     *
     * @throws VaultException {@code WrongPassword} if it was opened otherwise, {@code ReadOnly}
     */
    public Permit permit() throws VaultException {
        if (needsProof()) {
            throw new VaultException(new Failure.WrongPassword());
        }
        SlotSet slots = writableSlots();
        return new Permit(session.alone(inside -> inside.keys().vaultKey()), slots.digest());
    }

    private SlotSet writableSlots() throws VaultException {
        session.requireOpen();
        if (session.readOnly()) {
            throw new VaultException(new Failure.ReadOnly());
        }
        return slots();
    }

    /**
     * Changes the password, or adds or takes away the key file that belongs to it. Whoever has an older copy of the file and the old password
     * can still open later copies, since the vault key stays; see {@link #rekey}.
     *
     * @param cost that this computer wants; the new slot has at least that of the old one
     * @throws VaultException {@code KeyFileMissing}, {@code KeyFileDamaged}, {@code Busy} if another process changed the ways meanwhile
     */
    public boolean changePassword(Permit permit, Password next, KdfParameters cost) throws VaultException {
        SlotSet slots = writableSlots();
        try (Credential credential = next.credential()) {
            byte[] slot = KeySlot.create(
                    permit.key(), credential, slots.cost(cost), session.around().random());
            SlotSet changed = slots.without(SlotType::byPassword).with(slot);
            return write(permit, changed, event(slots, next));
        }
    }

    private static AuditEvent event(SlotSet slots, Password next) {
        boolean had = slots.types().contains(SlotType.PASSWORD_AND_KEY_FILE);
        if (had == next.keyFile().isPresent()) {
            return AuditEvent.PASSWORD_CHANGED;
        }
        return had ? AuditEvent.KEY_FILE_REMOVED : AuditEvent.KEY_FILE_ADDED;
    }

    /** A new recovery code as text, to be shown before {@link #renewRecoveryCode}; to be closed by the caller. */
    public SecretValue newRecoveryCode() {
        return RecoveryCode.generate(session.around().random());
    }

    /** Lets a new recovery code open the vault; an old one does not any more. */
    public boolean renewRecoveryCode(Permit permit, SecretValue code) throws VaultException {
        try (Credential credential = Credential.recoveryCode(code)) {
            return put(permit, credential, AuditEvent.RECOVERY_RENEWED);
        }
    }

    /** A new key for the operating system to keep, to be closed by the caller. */
    public SecretValue newKeystoreKey() {
        byte[] key = new byte[KeySlot.KEYSTORE_KEY];
        session.around().random().nextBytes(key);
        return SecretValue.taking(key);
    }

    /** Lets what the operating system keeps open the vault, in place of what it kept before. */
    public boolean allowKeystore(Permit permit, SecretValue kept) throws VaultException {
        try (Credential credential = Credential.keystore(kept)) {
            return put(permit, credential, AuditEvent.QUICK_UNLOCK_ON);
        }
    }

    private boolean put(Permit permit, Credential credential, AuditEvent event) throws VaultException {
        SlotSet slots = writableSlots();
        byte[] slot = KeySlot.create(
                permit.key(),
                credential,
                KdfParameters.DEFAULT,
                session.around().random());
        SlotSet changed = slots.without(type -> type == credential.type()).with(slot);
        return write(permit, changed, event);
    }

    /**
     * Removes a way.
     *
     * @throws VaultException {@code LastWay} if no password or recovery code would be left, {@code Gone} if there is no such way
     */
    public boolean remove(Way way) throws VaultException {
        SlotSet slots = writableSlots();
        SlotSet rest = slots.without(type -> Way.of(type) == way);
        if (rest.slots().size() == slots.slots().size()) {
            throw new VaultException(new Failure.Gone());
        }
        AuditEvent event = way == Way.KEYSTORE ? AuditEvent.QUICK_UNLOCK_OFF : AuditEvent.WAY_REMOVED;
        write(slots.digest(), rest, new Event(event, way.name()));
        return settle();
    }

    private boolean write(Permit permit, SlotSet wanted, AuditEvent event) throws VaultException {
        write(permit.slots(), wanted, new Event(event, ""));
        permit.follow(wanted.digest());
        return settle();
    }

    private record Event(AuditEvent event, String note) {}

    private void write(byte[] expected, SlotSet wanted, Event event) throws VaultException {
        wanted.requireLasting();
        session.<@Nullable Void, VaultException>change(batch -> {
            SealedState.requireSame(expected, batch.manifest().slots());
            batch.slots().become(wanted.slots());
            batch.audit().note(event.event(), 1, event.note());
            return null;
        });
    }

    /** The change is saved, whatever comes of this. */
    private boolean settle() {
        try {
            return session.alone(inside -> inside.store().checkpoint());
        } catch (VaultException e) {
            return false;
        }
    }

    /**
     * Seals everything again under a new vault key and identity, into a new file that takes the place of this one: nothing that ever opened
     * an older copy opens it. Afterwards this vault has to be closed and the file unlocked anew.
     *
     * @param cost that this computer wants
     * @param goOn asked now and then; with a no everything stays as it is
     * @return whether it was done
     * @throws VaultException {@code Busy} if another process has the vault open; {@code DiskFull}; {@code PartDamaged} or {@code SetChanged} if
     *     anything in the vault is not as it was last saved. Nothing is changed then
     */
    public boolean rekey(Permit permit, NewWays next, KdfParameters cost, Progress progress, BooleanSupplier goOn)
            throws VaultException {
        SlotSet slots = writableSlots();
        SealedState.requireSame(permit.slots(), slots.digest());
        return new Rekey(file, session, new Pace(progress, () -> goOn.getAsBoolean() && session.isOpen()))
                .run(next, slots.cost(cost));
    }
}
