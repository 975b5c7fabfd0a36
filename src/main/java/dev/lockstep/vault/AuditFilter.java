package dev.lockstep.vault;

import java.time.Instant;
import java.util.Set;

/**
 * Which entries of the audit log are wanted.
 *
 * @param text all of its words have to occur in the name or the note, ignoring case; empty for any
 * @param events the kinds of event
 * @param since the earliest moment; 1970 for all
 */
public record AuditFilter(String text, Set<AuditEvent> events, Instant since) {
    public boolean accepts(AuditEntry entry) {
        return events.contains(entry.event()) && !entry.when().isBefore(since) && says(entry);
    }

    private boolean says(AuditEntry entry) {
        String told = Folding.fold(entry.name() + "\n" + entry.note());
        return text.strip()
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("\\s+", -1)))
                .map(Folding::fold)
                .allMatch(told::contains);
    }
}
