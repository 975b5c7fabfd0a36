package dev.lockstep.vault;

import dev.lockstep.crypto.FingerprintKey;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.util.Arrays;

/** What can be asked of an open vault within one moment. */
record Reading(Transaction transaction, Keyring keys, RowCipher cipher, Manifest manifest) {
    /** The content of the value row that a head pins, to be overwritten by the caller. */
    byte[] value(SecretId id, Head.ValueInfo info) throws VaultException {
        return ValueCodec.open(cipher, id, info, sealedValue(id));
    }

    /** The value row of a secret, still sealed. */
    byte[] sealedValue(SecretId id) throws VaultException {
        return transaction
                .value(id.row(), HeadCodec.VALUE_FIELD)
                .orElseThrow(() -> new VaultException(new Failure.SetChanged(Failure.Part.VALUE)));
    }

    /** The content of a key-value row, to be overwritten by the caller. */
    byte[] keyValue(Kind kind, RowId id) throws VaultException {
        return open(kind, id, row(kind, id));
    }

    /**
     * A key-value row, still sealed.
     *
     * @throws VaultException {@code Gone} if there is none
     */
    SealedRow row(Kind kind, RowId id) throws VaultException {
        byte[] wire = transaction
                .keyValue(keys.blindIndex(kind.number(), id))
                .orElseThrow(() -> new VaultException(new Failure.Gone()));
        return SealedRow.of(wire).orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.SETTINGS)));
    }

    /** The content of a key-value row that was read before, to be overwritten by the caller. */
    byte[] open(Kind kind, RowId id, SealedRow row) throws VaultException {
        RowAddress address = RowAddress.keyValue(keys.blindIndex(kind.number(), id), kind.number());
        return cipher.open(address, row, Failure.Part.SETTINGS);
    }

    /** The rows about remotes. */
    SyncWalk sync() {
        return new SyncWalk(transaction, keys, cipher);
    }

    /** The key of fingerprints, to be closed by the caller: the one from before the vault got its present keys, if there is one. */
    FingerprintKey fingerprintKey() throws VaultException {
        RowId single = OpenVault.SINGLE;
        if (transaction
                .keyValue(keys.blindIndex(Kind.FINGERPRINTS.number(), single))
                .isEmpty()) {
            return keys.fingerprintKey();
        }
        byte[] content = keyValue(Kind.FINGERPRINTS, single);
        try {
            return KeyValueCodec.fingerprintKey(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Reads within one moment. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Reading reading) throws VaultException;
    }
}
