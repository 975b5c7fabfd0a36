package dev.lockstep.sync.rotation;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import java.time.Instant;

/**
 * That people may know the present value of a secret: it was shown or handed out since it was last changed.
 *
 * @param since when the value was last changed
 * @param last when it was last shown or handed out
 * @param revealed how often the audit log tells that it was shown
 * @param copied how often that it was copied
 * @param exported how often that it was exported
 */
public record Exposure(
        SecretId secret,
        String name,
        CollectionId collection,
        Instant since,
        Instant last,
        int revealed,
        int copied,
        int exported) {
    /** How often the audit log tells of; 0 if only the secret itself tells that it was shown. */
    public int times() {
        return revealed + copied + exported;
    }
}
