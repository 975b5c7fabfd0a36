package dev.lockstep.ui.rotation;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.rotation.Exposure;
import dev.lockstep.vault.Entry;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A secret that can be chosen.
 *
 * @param exposure that people may know its value
 * @param due the day by which a new value is due
 * @param reminded the day from which on that is told
 */
record Candidate(
        SecretId secret,
        String name,
        CollectionId collection,
        Optional<Exposure> exposure,
        Optional<LocalDate> due,
        Optional<LocalDate> reminded) {
    static Candidate of(Entry entry, Optional<Exposure> exposure) {
        return new Candidate(
                entry.id(),
                entry.name(),
                entry.collection(),
                exposure,
                entry.rotateBy(),
                entry.rotateBy().map(day -> day.minusDays(entry.leadDays())));
    }

    boolean isDue(LocalDate today) {
        return reminded.filter(day -> !day.isAfter(today)).isPresent();
    }
}
