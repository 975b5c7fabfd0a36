package dev.lockstep.ui.keys;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.keystore.KeystoreException;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.credentials.NewCode;
import dev.lockstep.vault.Keys;
import dev.lockstep.vault.NewWays;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Permit;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Way;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Does the tasks in the vault. Not for the JavaFX thread. */
final class Work {
    private final Keys keys;
    private final QuickUnlock quick;

    Work(Keys keys, Keystore keystore) {
        this.keys = keys;
        this.quick = new QuickUnlock(keys, keystore);
    }

    /** Gives leave to who knows the present password, or who needs none. */
    Permit prove(Optional<Password> present) throws VaultException {
        return present.isPresent() ? keys.prove(present.get()) : keys.permit();
    }

    /**
     * Does any task but {@code REKEY}.
     *
     * @param typed the new password, if one was asked for; closed in any case
     * @return whether what opened the vault before is gone from the file already
     */
    boolean change(Form form, Optional<Passphrase> typed, KdfParameters cost) throws VaultException, KeystoreException {
        try {
            Permit permit = form.proof().permit();
            return switch (form.task()) {
                case CHANGE_PASSWORD, ADD_KEY_FILE, REPLACE_KEY_FILE, REMOVE_KEY_FILE ->
                    keys.changePassword(permit, password(form, typed), cost);
                case RENEW_CODE -> keys.renewRecoveryCode(permit, code(form));
                case QUICK_UNLOCK -> quick.switchOn(permit);
                case REKEY -> throw new IllegalArgumentException();
            };
        } finally {
            typed.ifPresent(Passphrase::close);
        }
    }

    /**
     * Seals everything again; the vault has to be opened anew then.
     *
     * @param typed the new password; closed in any case
     * @return whether it was done
     */
    boolean rekey(Form form, Passphrase typed, KdfParameters cost, Progress progress, BooleanSupplier goOn)
            throws VaultException {
        try (typed) {
            RowId before = keys.vault();
            boolean kept = keys.ways().stream().anyMatch(each -> each.way() == Way.KEYSTORE);
            NewWays next = new NewWays(new Password(typed, form.nextKeyFile()), code(form));
            boolean done = keys.rekey(form.proof().permit(), next, cost, progress, goOn);
            if (done && kept) {
                quick.forget(before);
            }
            return done;
        }
    }

    /** Removes a way; tells whether nothing of it is left anywhere. */
    boolean remove(Way way) throws VaultException {
        return way == Way.KEYSTORE ? quick.switchOff() : keys.remove(way);
    }

    /** Removes the key slots that are not as they were last saved; tells whether they are gone from the file already. */
    boolean dropAltered() throws VaultException {
        return keys.dropAltered();
    }

    private static Password password(Form form, Optional<Passphrase> typed) {
        Passphrase passphrase = typed.or(form.proof()::present).orElseThrow(IllegalStateException::new);
        return new Password(passphrase, form.nextKeyFile());
    }

    private static SecretValue code(Form form) {
        return form.code().map(NewCode::code).orElseThrow(IllegalStateException::new);
    }
}
