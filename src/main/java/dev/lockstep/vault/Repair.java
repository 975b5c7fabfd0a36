package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** Saves what can be read of a damaged vault into a new file of the same identity, which a full check then finds sound. */
final class Repair {
    /** Distance to counters of which a lost manifest might have told. */
    private static final long BEYOND = 1 << 20;

    private final Keyring keys;
    private final Surroundings around;
    private final Pace pace;
    private final Wanted wanted;

    Repair(Keyring keys, Surroundings around, Pace pace, Wanted wanted) {
        this.keys = keys;
        this.around = around;
        this.pace = pace;
        this.wanted = wanted;
    }

    /**
     * What the new file is to be.
     *
     * @param doubtful which of the key slots stay where the vault's own are not as they were last saved
     * @param recovered name of collections that have to be made anew
     */
    record Wanted(Doubtful doubtful, String recovered) {}

    /** Chooses key slots of which nobody can say whether they belong to the vault. */
    @FunctionalInterface
    interface Doubtful {
        SortedMap<Integer, byte[]> choose(SortedMap<Integer, byte[]> slots) throws VaultException;
    }

    /**
     * What was saved: {@code secrets} and {@code formerValues} count that, {@code findings} what was lost or is not as it was.
     *
     * @param from the manifest row of the damaged state; empty if there is none
     */
    record Saved(CheckReport report, byte[] from) {}

    /**
     * Writes the new file.
     *
     * @param draft a free name
     * @throws VaultException {@code FileDamaged} if not even the key slots can be read
     */
    Saved write(VaultStore damaged, Path draft) throws VaultException, InterruptedException {
        CheckReport.Builder report = new CheckReport.Builder();
        byte[] from = damaged.<byte[], InterruptedException>read(source -> {
            try (RowCipher cipher = keys.cipher()) {
                Salvage salvage = new Salvage(source, keys, cipher, report);
                VaultStore.<InterruptedException>create(draft, target -> fill(salvage, target));
                return source.manifest().orElse(new byte[0]);
            }
        });
        require(draft);
        return new Saved(report.build(), from);
    }

    private void require(Path draft) throws VaultException, InterruptedException {
        try (VaultStore store = VaultStore.openToRead(draft)) {
            new FullCheck(store, keys, pace).run(true).requireSound();
        }
    }

    private void fill(Salvage salvage, Transaction target) throws VaultException, InterruptedException {
        salvage.manifest()
                .ifPresentOrElse(
                        known -> salvage.report().state(known.counter(), Instant.ofEpochMilli(known.wallTime())),
                        () -> salvage.report().add(new CheckFinding(CheckFinding.Kind.MANIFEST)));
        SortedMap<Integer, byte[]> slots = slots(salvage);
        Manifest next = next(salvage).withSlots(slots);
        pace.expect(salvage.manifest().map(known -> known.items().count()).orElse(0L));
        for (Map.Entry<Integer, byte[]> slot : slots.entrySet()) {
            target.putSlot(slot.getKey(), slot.getValue());
        }
        SalvagedSecrets secrets = new SalvagedSecrets(salvage, target, next, pace);
        secrets.run();
        SalvagedSettings settings = new SalvagedSettings(salvage, target, next);
        settings.run(secrets.collections(), wanted.recovered());
        SalvagedSync sync = new SalvagedSync(salvage, target);
        sync.run(settings.remotes());
        SalvagedLog log = new SalvagedLog(salvage, target, next);
        log.run();
        AuditTrail trail = new AuditTrail();
        CheckReport so = salvage.report().build();
        trail.note(AuditEvent.REPAIRED, 1, so.secrets() + ", " + so.problems());
        Manifest.Audit audit = trail.write(target, keys, salvage.cipher(), next.withAudit(log.audit()));
        long seals = next.seals() + secrets.sealings() + settings.sealings() + log.sealings() + trail.written() + 1;
        Manifest whole =
                next.withAudit(audit).withRows(secrets.items(), settings.rows(), secrets.history(), sync.rows(), seals);
        target.putManifest(whole.seal(salvage.cipher()).wire());
    }

    private SortedMap<Integer, byte[]> slots(Salvage salvage) throws VaultException {
        SortedMap<Integer, byte[]> slots = salvage.source().slots();
        boolean asBefore = salvage.manifest()
                .filter(known -> Arrays.equals(known.slots(), Manifest.digest(slots)))
                .isPresent();
        if (asBefore) {
            return slots;
        }
        SortedMap<Integer, byte[]> chosen = wanted.doubtful().choose(slots);
        if (salvage.manifest().isPresent() || chosen.size() < slots.size()) {
            salvage.report().add(new CheckFinding(CheckFinding.Kind.WAYS_IN));
        }
        return chosen;
    }

    /** The manifest of the new file, without rows. */
    private Manifest next(Salvage salvage) throws VaultException, InterruptedException {
        RowId device = RowId.random(around.random());
        long now = around.clock().millis();
        long seen = new Anchor(around.state(), keys).seen();
        if (salvage.manifest().isPresent()) {
            Manifest known = salvage.manifest().get();
            return known.next(device, now, seen)
                    .withRows(
                            Manifest.Rows.NONE,
                            Manifest.Rows.NONE,
                            Manifest.Rows.NONE,
                            Manifest.Rows.NONE,
                            known.seals())
                    .withAudit(Manifest.Audit.NONE);
        }
        long[] highest = {seen, 0};
        salvage.heads(found -> {
            highest[0] = Math.max(highest[0], found.row().version());
            highest[1] = Math.max(highest[1], found.row().epoch());
        });
        return new Manifest(
                highest[0] + BEYOND,
                Manifest.Rows.NONE,
                Manifest.Rows.NONE,
                Manifest.Rows.NONE,
                Manifest.Rows.NONE,
                Manifest.Audit.NONE,
                new byte[0],
                Math.toIntExact(highest[1]) + 1,
                0,
                device,
                now);
    }
}
