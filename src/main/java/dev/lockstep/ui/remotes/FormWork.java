package dev.lockstep.ui.remotes;

import dev.lockstep.cleartext.SecretFile;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.FieldProblem;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.TroubleWords;
import dev.lockstep.words.VendorWords;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Tries and saves what is filled in, one at a time. */
final class FormWork {
    private final RemotesViewModel.Surroundings around;
    private final RemoteForm form;
    private final Consumer<Remote> saved;
    private final AuthorityChoice authorities;
    private final ReadOnlyObjectWrapper<Trial> trial = new ReadOnlyObjectWrapper<>(new Trial.Untried());
    private final BooleanProperty saving = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper attempts = new ReadOnlyIntegerWrapper();
    private Background.@Nullable Cancellable running;
    private long turn;

    /** @param saved told what came of it */
    FormWork(RemotesViewModel.Surroundings around, RemoteForm form, Consumer<Remote> saved) {
        this.around = around;
        this.form = form;
        this.saved = saved;
        authorities = new AuthorityChoice(around.background(), around.clock(), form.setting(ContractField.AUTHORITIES));
    }

    /** The file of own authorities. */
    AuthorityChoice authorities() {
        return authorities;
    }

    /** What is wrong with a field, as far as it is known. */
    Optional<FieldProblem> problem(ContractField field) {
        Optional<FieldProblem> plain = form.problem(field);
        return field.id().equals(ContractField.AUTHORITIES) ? plain.or(authorities::told) : plain;
    }

    /** What came of trying or saving it. */
    ReadOnlyObjectProperty<Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    BooleanProperty savingProperty() {
        return saving;
    }

    /** How often somebody tried to go on with it, so that everything that is missing has to be told. */
    ReadOnlyIntegerProperty attemptsProperty() {
        return attempts.getReadOnlyProperty();
    }

    /** What was tried is not what is filled in any more. */
    void edited() {
        if (!saving.get()) {
            cancel();
        }
    }

    /** Asks the vendor whether it lets us in. */
    void test() {
        authorities.whenJudged(this::testJudged);
    }

    private void testJudged() {
        attempts.set(attempts.get() + 1);
        if (form.reachable() && authorities.problem().isEmpty() && !saving.get()) {
            cancel();
            trial.set(new Trial.Running());
            Connections connections = around.connections();
            run(connections::greet, greeting -> trial.set(new Trial.Welcome(greeting)));
        }
    }

    void save() {
        authorities.whenJudged(this::saveJudged);
    }

    private void saveJudged() {
        attempts.set(attempts.get() + 1);
        if (!form.complete() || authorities.problem().isPresent() || saving.get()) {
            return;
        }
        cancel();
        saving.set(true);
        RemoteDetails details = form.details();
        Set<String> kept = form.kept();
        run(
                connection -> {
                    around.connections().require(connection);
                    return store(details, connection, kept);
                },
                saved);
    }

    private Remote store(RemoteDetails details, Connection connection, Set<String> kept) throws VaultException {
        Optional<Remote> base = form.base();
        if (base.isEmpty()) {
            Remote added = around.vault()
                    .remotes()
                    .add(form.collectionProperty().get().id(), form.vendor().id(), details, connection.credentials());
            return used(added);
        }
        used(around.vault().remotes().get(base.get().id()));
        Map<String, SecretValue> typed = new HashMap<>(connection.credentials());
        typed.keySet().removeAll(kept);
        return around.vault().remotes().change(base.get(), details, typed, kept);
    }

    private Remote used(Remote remote) throws VaultException {
        return form.use().of(remote.conduct()).equals(remote.conduct())
                ? remote
                : around.vault().remotes().conduct(remote.id(), form.use().of(remote.conduct()));
    }

    private <T> void run(Errand<T> errand, Consumer<T> then) {
        Map<String, SecretValue> typed;
        try {
            typed = form.typed();
        } catch (CharacterCodingException e) {
            fail(FormWords.noText());
            return;
        }
        Map<String, String> settings = form.tidy();
        Set<String> kept = form.kept();
        long mine = ++turn;
        running = around.background()
                .job(progress -> {
                    try (Connection connection =
                            around.connections().connection(form.vendor(), settings, typed, form.base(), kept)) {
                        return errand.run(connection);
                    }
                })
                .closing(() -> typed.values().forEach(SecretValue::close))
                .onDone(result -> {
                    if (mine == turn) {
                        saving.set(false);
                        then.accept(result);
                    }
                })
                .onCancelled(() -> {
                    if (mine == turn) {
                        cancel();
                    }
                })
                .onFailed(failure -> {
                    if (mine == turn) {
                        fail(words(failure));
                    }
                })
                .start();
    }

    private FailureWords words(Exception failure) {
        return failure instanceof RemoteException told
                ? TroubleWords.of(
                        told.trouble(),
                        VendorWords.name(form.vendor()),
                        around.clock().getZone())
                : FailureWords.of(failure);
    }

    private void fail(FailureWords words) {
        saving.set(false);
        trial.set(new Trial.Failed(words));
    }

    /** Reads a credential from a file, which may be as large as the credential. */
    void read(Path file, Credential into) {
        int most = into.field().maxLength();
        around.background()
                .job(progress -> SecretFile.read(file, most + 1))
                .onDone(value -> {
                    boolean large = value.size() > most;
                    if (!into.take(value)) {
                        fail(large ? FormWords.tooLarge(most) : FormWords.noText());
                    }
                })
                .onFailed(
                        failure -> fail(failure instanceof IOException ? FormWords.unread() : FailureWords.of(failure)))
                .start();
    }

    /** Calls off what is under way. */
    void cancel() {
        turn++;
        saving.set(false);
        if (running != null) {
            running.cancel();
            running = null;
        }
        trial.set(new Trial.Untried());
    }

    /** Calls off everything for good. */
    void close() {
        authorities.close();
        cancel();
    }

    private interface Errand<T> {
        T run(Connection connection) throws Exception;
    }
}
