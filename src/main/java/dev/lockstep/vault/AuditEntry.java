package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the audit log. It never holds a value.
 *
 * @param number from 1, without gaps
 * @param subject the secret, if the entry is about one
 * @param count how many secrets, or attempts, the entry stands for
 * @param name the secret's name at that time; empty if the entry is not about one
 * @param note what belongs to the event and is the same in every language: the name of a way in, a collection, a file or a date; may be empty
 */
public record AuditEntry(
        long number, Instant when, AuditEvent event, Optional<SecretId> subject, int count, String name, String note) {
    /** The most UTF-16 units of a note; what is longer is cut. */
    static final int MAX_NOTE = 1000;
}
