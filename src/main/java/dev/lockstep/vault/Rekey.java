package dev.lockstep.vault;

import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.FingerprintKey;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.FileSwap;
import dev.lockstep.store.VaultStore;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Seals a vault again under a new vault key and identity. The new file is written beside the old one, read again as a whole and compared
 * with it; only then it takes its place. At every moment the vault's name stands for one of the two, whole.
 */
final class Rekey {
    private final Path file;
    private final Session session;
    private final Pace pace;
    private final SecureRandom random;

    Rekey(Path file, Session session, Pace pace) {
        this.file = file;
        this.session = session;
        this.pace = pace;
        this.random = session.around().random();
    }

    /** Ends the writing of a file that is not wanted any more. */
    private static final class GivenUp extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private GivenUp(InterruptedException cause) {
            super(cause);
        }
    }

    /** Tells whether it was done; if not, or if it throws, the old file is as it was. */
    boolean run(NewWays next, KdfParameters cost) throws VaultException {
        session.alone(inside -> {
            inside.store().requireAlone();
            return true;
        });
        Path draft = FileSwap.draft(file);
        try (Keyring keys = new Keyring(VaultKey.create(random), random)) {
            SlotSet slots = slots(keys, next, cost);
            return session.alone(inside -> replace(inside, keys, slots, draft));
        } catch (GivenUp asked) {
            return false;
        } finally {
            FileSwap.discard(draft);
        }
    }

    /** The new slots, each of which was opened once. */
    private SlotSet slots(Keyring keys, NewWays next, KdfParameters cost) throws VaultException {
        SlotSet slots = new SlotSet(new TreeMap<>());
        try (VaultKey key = keys.vaultKey();
                Credential password = next.password().credential();
                Credential code = Credential.recoveryCode(next.recoveryCode())) {
            slots = slots.with(KeySlot.create(key, password, cost, random));
            slots = slots.with(KeySlot.create(key, code, cost, random));
            KeySlot.open(slots.list(), password).key().close();
            KeySlot.open(slots.list(), code).key().close();
            return slots;
        }
    }

    private boolean replace(Session.Inside inside, Keyring keys, SlotSet slots, Path draft) throws VaultException {
        byte[][] old = new byte[1][];
        Saved saved = inside.store().<Saved, VaultException>read(transaction -> {
            inside.contents().catchUp(transaction);
            Manifest manifest = inside.contents().manifest();
            pace.expect(2 * WholeVault.steps(manifest));
            old[0] = SealedState.manifestWire(transaction);
            return write(new Reading(transaction, inside.keys(), inside.cipher(), manifest), keys, slots, draft);
        });
        try {
            inside.store()
                    .replace(
                            draft,
                            Optional.empty(),
                            present -> SealedState.requireSame(old[0], SealedState.manifestWire(present)));
        } catch (VaultException e) {
            if (Files.exists(draft)) {
                throw e;
            }
        }
        inside.anchor().remember(saved.manifest(), saved.row());
        new Anchor(session.around().state(), keys).remember(saved.manifest(), saved.row());
        session.end();
        return true;
    }

    private Saved write(Reading old, Keyring keys, SlotSet slots, Path draft) throws VaultException {
        long entries = old.manifest().audit().entries();
        ContentSum before = new ContentSum(entries);
        ContentSum after = new ContentSum(entries);
        @Nullable Saved[] saved = new Saved[1];
        try (RowCipher cipher = keys.cipher()) {
            VaultStore.create(draft, target -> {
                Resealing resealing = new Resealing(target, keys, cipher);
                Both both = new Both(before, resealing);
                walk(old, both);
                if (!resealing.hasFingerprints() && old.manifest().sync().count() > 0) {
                    keepFingerprints(old, both);
                }
                saved[0] = resealing.finish(first(old.manifest(), slots), slots);
            });
            Saved made = Objects.requireNonNull(saved[0]);
            VaultStore.<Boolean, VaultException>readDraft(draft, target -> {
                SealedState.requireSame(made.row().wire(), SealedState.manifestWire(target));
                walk(new Reading(target, keys, cipher, made.manifest()), after);
                return true;
            });
            if (!before.sameAs(after)) {
                throw new VaultException(new Failure.SetChanged(Failure.Part.MANIFEST));
            }
            return made;
        }
    }

    /** What is known of remotes holds fingerprints under a key that the new vault key would not make again. */
    private static void keepFingerprints(Reading old, Both both) throws VaultException {
        try (FingerprintKey key = old.keys().fingerprintKey()) {
            byte[] content = KeyValueCodec.encode(OpenVault.SINGLE, key);
            try {
                var row = new WholeVault.Content(old.manifest().counter(), content);
                both.keyValue(Kind.FINGERPRINTS.number(), OpenVault.SINGLE, row);
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        }
    }

    private Manifest first(Manifest old, SlotSet slots) {
        RowId device = RowId.random(random);
        return Manifest.empty(slots.slots(), device)
                .next(device, session.around().clock().millis(), old.counter());
    }

    private void walk(Reading reading, WholeVault.Visitor visitor) throws VaultException {
        try {
            new WholeVault(reading, visitor, pace).run();
            pace.require();
        } catch (InterruptedException e) {
            throw new GivenUp(e);
        }
    }

    /** Shows everything to one and then to another. */
    private record Both(WholeVault.Visitor one, WholeVault.Visitor other) implements WholeVault.Visitor {
        @Override
        public void secret(WholeVault.Secret secret) throws VaultException {
            one.secret(secret);
            other.secret(secret);
        }

        @Override
        public void keyValue(int kind, RowId id, WholeVault.Content content) throws VaultException {
            one.keyValue(kind, id, content);
            other.keyValue(kind, id, content);
        }

        @Override
        public void sync(RemoteId remote, RowId row, WholeVault.Content content) throws VaultException {
            one.sync(remote, row, content);
            other.sync(remote, row, content);
        }

        @Override
        public void audit(long number, WholeVault.Content content) throws VaultException {
            one.audit(number, content);
            other.audit(number, content);
        }
    }
}
