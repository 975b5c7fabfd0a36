package dev.lockstep.transfer.export;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;

/**
 * One secret on its way out.
 *
 * @param value of no bytes for a format without values; not to be kept
 */
public record ExportItem(SecretCollection collection, SecretDetails details, SecretValue value) {
    public String name() {
        return details.name();
    }
}
