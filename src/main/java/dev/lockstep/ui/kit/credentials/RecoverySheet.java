package dev.lockstep.ui.kit.credentials;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.RecoveryFile;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The recovery code on paper or in a file, with what its owner has to know.
 *
 * @param made the day that stands on the sheet
 */
record RecoverySheet(String vault, LocalDate made, SecretValue code) {

    /** The lines before the code. */
    String head() {
        return Text.of("new-code.sheet.head", vault, made);
    }

    /** The lines after the code. */
    String tail() {
        return Text.of("new-code.sheet.tail");
    }

    /** Writes a file that did not exist, readable by its owner only where the file system knows owners. */
    void save(Path target) throws VaultException {
        new RecoveryFile(head(), code, tail()).save(target);
    }
}
