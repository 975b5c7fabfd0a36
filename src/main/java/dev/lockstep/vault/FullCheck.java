package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads everything that a vault holds, and tells what is not exactly as it was last saved: structure, manifest, ways in, every head, value,
 * former value, setting and audit entry. Writes nothing, and finds as much as it can.
 */
final class FullCheck {
    private final VaultStore store;
    private final Keyring keys;
    private final Pace pace;
    private final CheckReport.Builder report = new CheckReport.Builder();

    /** @param store whoever reads or writes over it waits until the check is done */
    FullCheck(VaultStore store, Keyring keys, Pace pace) {
        this.store = store;
        this.keys = keys;
        this.pace = pace;
    }

    /** @param thorough has SQLite compare every index too */
    CheckReport run(boolean thorough) throws VaultException, InterruptedException {
        int problems = store.problems(thorough, pace::goOn).size();
        if (problems > 0) {
            report.add(new CheckFinding(CheckFinding.Kind.STRUCTURE, "", 0, problems));
        }
        try {
            store.<Boolean, InterruptedException>read(transaction -> {
                try (RowCipher cipher = keys.cipher()) {
                    contents(transaction, cipher);
                    return true;
                }
            });
        } catch (VaultException e) {
            unreadable(e, problems);
        }
        pace.require();
        return report.build();
    }

    /** Where SQLite itself cannot go on reading, the rest stays unknown. */
    private void unreadable(VaultException e, int problems) throws VaultException {
        if (!(e.failure() instanceof Failure.FileDamaged)) {
            throw e;
        }
        if (problems == 0) {
            report.add(new CheckFinding(CheckFinding.Kind.STRUCTURE, "", 0, 1));
        }
    }

    private void contents(Transaction transaction, RowCipher cipher) throws VaultException, InterruptedException {
        Optional<Manifest> manifest = SealedState.readableManifest(transaction, cipher);
        manifest.ifPresent(known -> {
            report.state(known.counter(), Instant.ofEpochMilli(known.wallTime()));
            pace.expect(2 * known.items().count()
                    + known.history().count()
                    + known.sync().count());
        });
        if (manifest.isEmpty()) {
            report.add(new CheckFinding(CheckFinding.Kind.MANIFEST));
        } else if (!Arrays.equals(manifest.get().slots(), Manifest.digest(transaction.slots()))) {
            report.add(new CheckFinding(CheckFinding.Kind.WAYS_IN));
        }
        KeyValues settings = settings(transaction, cipher, manifest);
        new SecretsCheck(transaction, cipher, pace, report)
                .run(settings.collections().keySet(), manifest);
        if (transaction.format() >= SealedState.HAS_SYNC) {
            new SyncCheck(new SyncWalk(transaction, keys, cipher), pace, report)
                    .run(settings.remotes().keySet(), manifest);
        }
        if (manifest.isPresent()) {
            audit(new Reading(transaction, keys, cipher, manifest.get()));
        }
    }

    private KeyValues settings(Transaction transaction, RowCipher cipher, Optional<Manifest> manifest)
            throws VaultException {
        KeyValues.Builder builder = new KeyValues.Builder();
        Manifest.Rows[] found = {Manifest.Rows.NONE};
        boolean older = transaction.format() < SealedState.PINS_HISTORY;
        transaction.eachKeyValue((key, wire) -> {
            Optional<SealedRow> row = SealedRow.of(wire);
            found[0] = found[0].with(row.map(cipher::element).orElse(SetHash.EMPTY));
            try {
                RowAddress address = address(key);
                byte[] content = cipher.open(address, row.orElseThrow(FullCheck::damaged), Failure.Part.SETTINGS);
                add(builder, content, older, address.field());
            } catch (VaultException e) {
                report.add(new CheckFinding(CheckFinding.Kind.SETTING));
            }
        });
        if (manifest.isPresent() && !found[0].equals(manifest.get().keyValues())) {
            report.add(new CheckFinding(
                    CheckFinding.Kind.SETTINGS, "", manifest.get().keyValues().count(), found[0].count()));
        }
        KeyValues opened = builder.build();
        for (Remote remote : opened.strayRemotes()) {
            report.add(new CheckFinding(CheckFinding.Kind.REMOTE_COLLECTION, remote.name()));
        }
        for (Remote remote : opened.doubledRemotes()) {
            report.add(new CheckFinding(CheckFinding.Kind.REMOTE_DOUBLED, remote.name()));
        }
        return opened;
    }

    private RowAddress address(byte[] key) throws VaultException {
        if (key.length != RowId.SIZE) {
            throw damaged();
        }
        return RowAddress.keyValue(RowId.of(key), keys.kind(RowId.of(key)));
    }

    /** Reads a row, whose content is overwritten then. */
    private static void add(KeyValues.Builder rows, byte[] content, boolean older, int number) throws VaultException {
        byte[] present = content;
        try {
            Kind kind = Kind.of(number).orElseThrow(FullCheck::damaged);
            present = older && kind == Kind.DRAFT ? KeyValueCodec.fromFormat1(content) : content;
            rows.add(kind, present);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(present, (byte) 0);
        }
    }

    private static VaultException damaged() {
        return new VaultException(new Failure.PartDamaged(Failure.Part.SETTINGS));
    }

    private void audit(Reading reading) throws VaultException, InterruptedException {
        AuditReader reader = new AuditReader(entry -> {});
        long entries = reading.manifest().audit().entries();
        for (long number = 1; number <= entries; number++) {
            reader.take(reading, number);
            pace.step();
        }
        for (AuditLog.Damage damage : reader.finish(reading)) {
            report.add(new CheckFinding(CheckFinding.Kind.AUDIT, "", damage.from(), damage.to()));
        }
    }
}
