package dev.lockstep.ui.keys;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.ui.kit.credentials.NewCode;
import dev.lockstep.ui.kit.credentials.NewPassword;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/**
 * What a task asks for once leave was given. Wiped when closed.
 *
 * @param complete whether everything is there that the task needs
 */
record Form(
        Task task,
        Proof proof,
        Optional<NewPassword> password,
        Optional<NewKeyFile> keyFile,
        Optional<NewCode> code,
        ObservableBooleanValue complete)
        implements AutoCloseable {
    static Form of(
            Task task,
            Proof proof,
            Optional<NewPassword> password,
            Optional<NewKeyFile> keyFile,
            Optional<NewCode> code) {
        Observable[] parts = java.util.stream.Stream.of(
                        password.<Observable>map(NewPassword::fitProperty),
                        keyFile.<Observable>map(file -> file.choice().fileProperty()),
                        code.<Observable>map(NewCode::storedProperty))
                .flatMap(Optional::stream)
                .toArray(Observable[]::new);
        ObservableBooleanValue complete = Bindings.createBooleanBinding(
                () -> password.map(part -> part.fitProperty().get()).orElse(true)
                        && (!task.needsKeyFile()
                                || keyFile.flatMap(file -> file.choice().file()).isPresent())
                        && code.map(part -> part.storedProperty().get()).orElse(true),
                parts);
        return new Form(task, proof, password, keyFile, code, complete);
    }

    /**
     * The password that shall open the vault from now on, to be closed by the caller.
     *
     * @throws CharacterCodingException if it is not text
     */
    Optional<Passphrase> typed() throws CharacterCodingException {
        return password.isEmpty()
                ? Optional.empty()
                : Optional.of(Passphrase.of(password.get().password()));
    }

    /** Whether something is still missing that the task needs. */
    ObservableBooleanValue incomplete() {
        return Bindings.not(complete);
    }

    /** Whether a key file that belonged to the present password is not asked for any more. */
    boolean losesKeyFile() {
        return task == Task.CHANGE_PASSWORD && proof.keyFile().isEmpty();
    }

    /** The key file that shall belong to the password from now on, if one shall. */
    Optional<Path> nextKeyFile() {
        return switch (task) {
            case CHANGE_PASSWORD -> proof.keyFile();
            case ADD_KEY_FILE, REPLACE_KEY_FILE, REKEY ->
                keyFile.flatMap(file -> file.choice().file());
            case REMOVE_KEY_FILE, RENEW_CODE, QUICK_UNLOCK -> Optional.empty();
        };
    }

    @Override
    public void close() {
        proof.close();
        password.ifPresent(NewPassword::close);
        code.ifPresent(NewCode::close);
    }
}
