package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of the audit log are wanted.
 *
 * @param text all of its words have to occur in the name or the note, ignoring case; empty for any
 * @param events the kinds of event
 * @param secret the secret that they are about; empty for any
 * @param since the earliest moment; 1970 for all
 */
public record AuditFilter(String text, Set<AuditEvent> events, Optional<SecretId> secret, Instant since) {
    public boolean accepts(AuditEntry entry) {
        return events.contains(entry.event())
                && (secret.isEmpty() || secret.equals(entry.subject()))
                && !entry.when().isBefore(since)
                && says(entry);
    }

    private boolean says(AuditEntry entry) {
        String told = Folding.fold(entry.name() + "\n" + entry.note());
        return Arrays.stream(text.strip().split("\\s+", -1)).map(Folding::fold).allMatch(told::contains);
    }
}
