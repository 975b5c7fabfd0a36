package dev.lockstep.vault;

import dev.lockstep.crypto.Kdf;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Goes through an unlock with made-up secrets in memory, so that the compiler has made fast code of it before the first password is typed. */
final class WarmUp {
    private static final int HEADS = 2000;
    private static final int ROUNDS = 12;

    private WarmUp() {}

    static void run(SecureRandom random, Clock clock) throws VaultException {
        Kdf.warmUp();
        try (Keyring keys = new Keyring(VaultKey.create(random), random);
                RowCipher cipher = keys.cipher()) {
            SealedState sealed = new SealedState(SealedState.NEWEST_FORMAT, new TreeMap<>(), new byte[0]);
            Manifest.Rows rows = fill(sealed, cipher, random);
            for (int round = 0; round < ROUNDS; round++) {
                Catalog catalog = new Catalog(clock);
                catalog.replace(HeadLoader.load(sealed, keys, rows), Map.of());
                catalog.find(Query.ALL);
                catalog.find(new Query(new Query.Scope.All(), "made up", Query.Order.NAME, false));
                catalog.counts();
                catalog.wipe();
            }
        }
    }

    private static Manifest.Rows fill(SealedState sealed, RowCipher cipher, SecureRandom random) {
        Manifest.Rows rows = Manifest.Rows.NONE;
        CollectionId collection = new CollectionId(RowId.random(random));
        for (int i = 0; i < HEADS; i++) {
            RowId id = RowId.random(random);
            SecretDetails details =
                    SecretDetails.named(collection, "MADE_UP_" + id).withDescription("A head that nobody sees");
            byte[] content = HeadCodec.encode(new Head(details, 0, 0, 0, 0, 0, KeyValueCodec.NO_VALUE));
            SealedRow row = cipher.seal(RowAddress.item(id), 1, 0, content);
            sealed.add(id.bytes(), row.wire());
            rows = rows.with(cipher.element(row));
        }
        return rows;
    }
}
