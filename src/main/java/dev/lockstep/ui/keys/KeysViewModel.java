package dev.lockstep.ui.keys;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.credentials.KeyFileChoice;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.KeyFileWords;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the screen of the ways into a vault knows: which there are, and the task that is under way. Nothing is changed before the last
 * button of a task. What a running job works with is kept until the job is over, even if the screen ends before.
 */
public final class KeysViewModel implements AutoCloseable {
    private final Surroundings around;
    private final Exits exits;
    private final Work work;
    private final Forms forms;
    private final Sealing sealing;
    private final Course course;
    private final WaysPart ways;
    private final Removal removal;
    private final KeyFileChoice presentKeyFile;

    /**
     * What the screen works with.
     *
     * @param cost finds what a password should cost on this computer, which takes a few seconds
     * @param keyFile of the vault, where it is remembered
     */
    public record Surroundings(
            OpenVault vault,
            Vaults vaults,
            Keystore keystore,
            Background background,
            Clock clock,
            SecureRandom random,
            Supplier<KdfParameters> cost,
            Optional<Path> keyFile) {}

    /**
     * Ways out of the screen.
     *
     * @param keyFile told which key file belongs to the password from now on, if one does
     * @param released called when the vault, which could only be read, can be changed again
     * @param sealed called instead of {@code close} when the vault has to be closed and opened anew
     */
    public record Exits(Runnable close, Consumer<Optional<Path>> keyFile, Runnable released, Runnable sealed) {}

    /** Starts to look at the ways. */
    public KeysViewModel(Surroundings around, Exits exits) {
        this.around = around;
        this.exits = exits;
        work = new Work(around.vault().keys(), around.keystore());
        forms = new Forms(around);
        sealing = new Sealing(work, around.background());
        course = new Course(around.background());
        presentKeyFile = new KeyFileChoice(around.keyFile());
        ways = new WaysPart(around.vault(), around.keystore(), around.background(), course::failed);
        removal = new Removal(work, course, ways);
    }

    Course course() {
        return course;
    }

    Removal removal() {
        return removal;
    }

    WaysPart ways() {
        return ways;
    }

    Sealing sealing() {
        return sealing;
    }

    String vaultName() {
        return around.vault().name();
    }

    Clock clock() {
        return around.clock();
    }

    /** The key file that belongs to the present password. */
    KeyFileChoice presentKeyFile() {
        return presentKeyFile;
    }

    /** Whether the present password is asked for. */
    boolean needsProof() {
        return around.vault().keys().needsProof();
    }

    /** Begins a task. */
    void begin(Task task) {
        if (course.free()) {
            course.leadTo(new State.Asking(task));
            if (!needsProof() && task.hasForm(false)) {
                prove(task, Optional.empty());
            }
        }
    }

    /** Goes on with the present password; the buffer stays the caller's, and is not read where no password is asked for. */
    void prove(SecretBuffer typed) {
        if (course.state() instanceof State.Asking asking && !course.busy()) {
            try {
                prove(asking.task(), needsProof() ? Optional.of(Passphrase.of(typed)) : Optional.empty());
            } catch (CharacterCodingException e) {
                course.refuse(KeysWords.unproved(new VaultException(new Failure.WrongPassword()), false));
            }
        }
    }

    private void prove(Task task, Optional<Passphrase> present) {
        boolean withFile = present.isPresent() && ways.shown().hasKeyFile();
        Optional<Path> keyFile = withFile ? presentKeyFile.file() : Optional.empty();
        course.start(progress -> work.prove(present.map(typed -> new Password(typed, keyFile))))
                .onDone(permit -> proved(task, new Proof(permit, present, keyFile)))
                .onFailed(failed -> {
                    present.ifPresent(Passphrase::close);
                    course.refuse(KeysWords.unproved(failed, withFile));
                })
                .start();
    }

    private void proved(Task task, Proof proof) {
        course.rest();
        if (course.ended()) {
            proof.close();
            return;
        }
        Form form = forms.make(task, proof);
        if (task.hasForm(proof.present().isPresent())) {
            course.show(new State.Filling(form));
        } else {
            change(form, Optional.empty(), KdfParameters.DEFAULT);
        }
    }

    /** Does what the form that is shown says, if it is complete. */
    void submit() {
        if (course.state() instanceof State.Filling filling
                && !course.busy()
                && filling.form().complete().get()) {
            try {
                submit(filling.form(), filling.form().typed());
            } catch (CharacterCodingException e) {
                course.refuse(FailureWords.of(new Failure.WrongPassword()));
            }
        }
    }

    private void submit(Form form, Optional<Passphrase> typed) {
        if (typed.filter(form.proof()::isPresent).isPresent()) {
            typed.ifPresent(Passphrase::close);
            course.refuse(KeysWords.samePassword());
            return;
        }
        course.await();
        forms.withCost(form, cost -> {
            if (course.ended()) {
                typed.ifPresent(Passphrase::close);
                form.close();
            } else if (form.task() == Task.REKEY) {
                course.show(new State.Sealing(form));
                sealing.start(
                        form, typed.orElseThrow(), cost, done -> sealed(form, done), failed -> failed(form, failed));
            } else {
                change(form, typed, cost);
            }
        });
    }

    private void change(Form form, Optional<Passphrase> typed, KdfParameters cost) {
        course.start(progress -> work.change(form, typed, cost))
                .onDone(gone -> {
                    if (form.task().changesPassword()) {
                        keyFile(form.nextKeyFile());
                    }
                    done(form, KeysWords.done(form.task(), gone));
                })
                .onFailed(failed -> failed(form, failed))
                .start();
    }

    private void sealed(Form form, boolean done) {
        if (done) {
            keyFile(form.nextKeyFile());
            form.close();
            course.rest();
            if (!course.ended()) {
                course.show(new State.Sealed());
            }
        } else {
            done(form, KeysWords.cancelled());
        }
    }

    private void keyFile(Optional<Path> next) {
        next.ifPresentOrElse(presentKeyFile::choose, presentKeyFile::clear);
        exits.keyFile().accept(next);
    }

    private void done(Form form, Notice told) {
        form.close();
        course.done(told);
        if (!course.ended()) {
            ways.look();
        }
    }

    private void failed(Form form, Exception failed) {
        if (course.ended() || !form.task().hasForm(form.proof().present().isPresent())) {
            form.close();
        } else {
            course.show(new State.Filling(form));
        }
        course.refuse(KeyFileWords.of(failed, form.nextKeyFile().isPresent()));
    }

    /** Removes the key slots that are not as they were last saved. */
    void dropAltered() {
        removal.dropAltered(exits.released());
    }

    /** Goes back to the ways from what is not under way, and from there out. */
    void back() {
        boolean inside = switch (course.state()) {
            case State.Asking asking -> true;
            case State.Filling filling -> true;
            case State.Confirming confirming -> true;
            case State.Overview overview -> false;
            case State.Sealing underWay -> false;
            case State.Sealed sealed -> false;
            case State.Ended ended -> false;
        };
        if (!inside) {
            leave();
        } else if (!course.busy()) {
            wipe();
            course.show(new State.Overview());
        }
    }

    /** Leaves the screen; while everything is being sealed again, that is given up first. */
    public void leave() {
        switch (course.state()) {
            case State.Sealing underWay -> sealing.cancel();
            case State.Sealed sealed -> {
                close();
                exits.sealed().run();
            }
            default -> {
                close();
                exits.close().run();
            }
        }
    }

    /** Ends the screen at once; what was typed is wiped. */
    @Override
    public void close() {
        sealing.cancel();
        wipe();
        course.show(new State.Ended());
    }

    private void wipe() {
        if (course.state() instanceof State.Filling filling && !course.busy()) {
            filling.form().close();
        }
    }
}
