package dev.lockstep.sync.rotation;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.AuditLog;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which values somebody who leaves may know. It goes through the audit log once, from its beginning, so that a clock that was set back
 * hides nothing, and keeps a few numbers for each secret. A former value that was shown does not count. Not for the JavaFX thread.
 */
public final class Offboarding {
    /** So many entries are read at once. */
    private static final int STRETCH = 500;

    private final OpenVault vault;
    private final Map<SecretId, Tally> tallies = new HashMap<>();

    /** Entries that stand for changes of many values at once, by their times, which are those of the values too. */
    private final Map<Instant, Long> changes = new HashMap<>();

    private boolean damaged;
    private Optional<Instant> setBack = Optional.empty();
    private int unnamed;

    private Offboarding(OpenVault vault) {
        this.vault = vault;
    }

    private static final class Tally {
        private Instant last = Instant.MIN;
        private long number;
        private int revealed;
        private int copied;
        private int exported;
    }

    /**
     * Reads the log and the secrets outside the trash. Interrupting the thread ends it.
     *
     * @param progress told of entries of the log
     */
    public static Exposures of(OpenVault vault, Progress progress) throws VaultException, InterruptedException {
        Offboarding offboarding = new Offboarding(vault);
        offboarding.read(progress);
        List<Exposure> all = offboarding.exposures();
        return new Exposures(all, offboarding.damaged, offboarding.setBack, offboarding.unnamed);
    }

    private void read(Progress progress) throws VaultException, InterruptedException {
        AuditLog log = vault.audit();
        long size = log.size();
        for (long first = 1; first <= size; first += STRETCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            AuditLog.Page page = log.page(first, STRETCH);
            damaged |= !page.damage().isEmpty();
            page.entries().forEach(this::take);
            progress.at(Math.min(size, first + STRETCH - 1), size);
        }
    }

    private void take(AuditEntry entry) {
        switch (entry.event()) {
            case REVEALED, COPIED, EXPORTED -> shown(entry);
            case ADDED, IMPORTED, VALUE_CHANGED, FORMER_RESTORED, SYNC_PULLED, DELETED ->
                entry.subject().ifPresentOrElse(tallies::remove, () -> changes.put(entry.when(), entry.number()));
            case REPAIRED, BACKUP_RESTORED, OLDER_COPY_ACCEPTED -> setBack = Optional.of(entry.when());
            default -> {}
        }
    }

    private void shown(AuditEntry entry) {
        if (entry.subject().isEmpty()) {
            unnamed += entry.count() > 0 ? 1 : 0;
        } else if (!isOfFormer(entry)) {
            Tally tally = tallies.computeIfAbsent(entry.subject().get(), first -> new Tally());
            tally.last = entry.when();
            tally.number = entry.number();
            tally.revealed += entry.event() == AuditEvent.REVEALED ? 1 : 0;
            tally.copied += entry.event() == AuditEvent.COPIED ? 1 : 0;
            tally.exported += entry.event() == AuditEvent.EXPORTED ? 1 : 0;
        }
    }

    /** A copy of a former value is noted with the time at which that was written. */
    private static boolean isOfFormer(AuditEntry entry) {
        return entry.event() == AuditEvent.COPIED && !entry.note().isEmpty();
    }

    private List<Exposure> exposures() {
        List<Exposure> all = new ArrayList<>();
        Catalog.Hits hits = vault.catalog().find(new Query(new Query.Scope.All(), "", Query.Order.NAME, false));
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i).flatMap(this::exposure).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(Exposure::last).reversed().thenComparing(Exposure::name));
        return all;
    }

    private Optional<Exposure> exposure(Entry entry) {
        Optional<Tally> tally = Optional.ofNullable(tallies.get(entry.id()))
                .filter(found -> found.number > changes.getOrDefault(entry.valueChanged(), 0L));
        if (tally.isPresent()) {
            return Optional.of(of(entry, tally.get().last, tally.get()));
        }
        return entry.lastRevealed()
                .filter(last -> !last.isBefore(entry.valueChanged()))
                .map(last -> of(entry, last, new Tally()));
    }

    private static Exposure of(Entry entry, Instant last, Tally tally) {
        return new Exposure(
                entry.id(),
                entry.name(),
                entry.collection(),
                entry.valueChanged(),
                last,
                tally.revealed,
                tally.copied,
                tally.exported);
    }
}
