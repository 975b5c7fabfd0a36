package dev.lockstep.transfer.export;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.KdfParameters;
import java.util.Optional;

/**
 * What formats have to be told.
 *
 * @param passphrase what the file will open with; stays the caller's to close
 * @param cost of deriving a key from it
 * @param objectName of the object in Kubernetes
 * @param namespace in Kubernetes; empty for none
 */
public record ExportOptions(Optional<Passphrase> passphrase, KdfParameters cost, String objectName, String namespace) {
    public static final ExportOptions NONE = new ExportOptions(Optional.empty(), KdfParameters.DEFAULT, "", "");

    /** A passphrase and the cost of deriving a key from it. */
    public static ExportOptions sealedWith(Passphrase passphrase, KdfParameters cost) {
        return new ExportOptions(Optional.of(passphrase), cost, "", "");
    }

    /**
     * An object in Kubernetes.
     *
     * @param namespace empty for none
     */
    public static ExportOptions kubernetes(String objectName, String namespace) {
        return new ExportOptions(Optional.empty(), KdfParameters.DEFAULT, objectName, namespace);
    }
}
