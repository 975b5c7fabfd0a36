package dev.lockstep.ui.unlock;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.model.Failure;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.VaultFile;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.FailureWords;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the unlock screen knows. The file is opened in the background at once, so that only the key derivation is left when the password has
 * been typed. To be closed when the screen is left in any other way than by its exits.
 */
public final class UnlockViewModel implements AutoCloseable {
    private final Vaults vaults;
    private final Background background;
    private final VaultFile file;
    private final Discretion discretion;
    private final Exits exits;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Ready());
    private final ReadOnlyBooleanWrapper withCode = new ReadOnlyBooleanWrapper();
    private final WaysIn ways;
    private @Nullable LockedVault locked;
    private @Nullable Attempt attempt;
    private int round;

    /** Starts to open the file. */
    public UnlockViewModel(Vaults vaults, Keystore keystore, Background background, Start start, Exits exits) {
        this.vaults = vaults;
        this.background = background;
        this.file = new VaultFile(start.file());
        this.discretion = start.discretion();
        this.exits = exits;
        ways = new WaysIn(keystore, background, start.keyFile());
        openFile();
    }

    /**
     * What the screen starts from.
     *
     * @param file of the vault
     * @param keyFile where it is, if that is remembered
     * @param discretion of this screen alone
     */
    public record Start(Path file, Optional<Path> keyFile, Discretion discretion) {}

    /**
     * The ways out of this screen.
     *
     * @param keyFile told after {@code opened} which key file to remember, if any; only of a vault that has one
     * @param opened given the unlocked vault, which it has to close
     * @param others leaves for another vault
     * @param rescue leaves for what can be done where the file cannot be opened
     */
    public record Exits(
            Consumer<Optional<Path>> keyFile, Consumer<OpenVault> opened, Runnable others, Runnable rescue) {}

    /** What the screen shows. */
    sealed interface State {
        /** Waits for the password. */
        record Ready() implements State {}

        /** Derives the key. */
        record Working() implements State {}

        /**
         * What was typed did not open the vault; it may be typed again.
         *
         * @param keep whether what was typed is worth correcting
         */
        record Refused(FailureWords words, boolean keep) implements State {}

        /** The file cannot be opened, whatever is typed. */
        record Broken(FailureWords words) implements State {}

        /** The screen is over, and what was typed has to be wiped. */
        record Ended() implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the recovery code is asked for instead of the password. */
    ReadOnlyBooleanProperty withCodeProperty() {
        return withCode.getReadOnlyProperty();
    }

    WaysIn ways() {
        return ways;
    }

    VaultFile file() {
        return file;
    }

    Discretion discretion() {
        return discretion;
    }

    /** Asks for the recovery code instead of the password, or back. */
    void ask(boolean forCode) {
        withCode.set(forCode);
        if (state.get() instanceof State.Refused) {
            state.set(new State.Ready());
        }
    }

    /** Unlocks with what was typed; the buffer stays the caller's. */
    void unlock(SecretBuffer typed) {
        if (typed.isEmpty() || attempt != null) {
            return;
        }
        try {
            begin(Attempt.with(typed, withCode.get(), ways.tried()));
        } catch (CharacterCodingException e) {
            state.set(new State.Refused(FailureWords.of(new Failure.WrongPassword()), false));
        }
    }

    /** Unlocks with what the operating system keeps, if that is offered. */
    void quick() {
        if (ways.quickProperty().get() && attempt == null) {
            begin(new Attempt.Kept(ways.keystore()));
        }
    }

    private void begin(Attempt begun) {
        attempt = begun;
        state.set(new State.Working());
        derive();
    }

    /** Gives up the key derivation that is under way. */
    void cancel() {
        giveUp();
        state.set(new State.Ready());
        openFile();
    }

    /** Opens the file once more. */
    void retry() {
        cancel();
    }

    /** Leaves for another vault. */
    void others() {
        close();
        exits.others().run();
    }

    /** Leaves for the backups of this vault. */
    void rescue() {
        close();
        exits.rescue().run();
    }

    @Override
    public void close() {
        giveUp();
        state.set(new State.Ended());
    }

    private void giveUp() {
        round++;
        if (attempt != null) {
            attempt.close();
            attempt = null;
        }
        if (locked != null) {
            release(locked);
            locked = null;
        }
    }

    private void openFile() {
        int mine = round;
        background
                .job(progress -> vaults.open(file.path()))
                .onDone(vault -> opened(mine, vault))
                .onFailed(failure -> broken(mine, failure))
                .start();
    }

    private void opened(int mine, LockedVault vault) {
        if (mine != round) {
            release(vault);
            return;
        }
        locked = vault;
        ways.look(vault);
        if (ways.takesCode() && !ways.takesPassword()) {
            ask(true);
        }
        derive();
    }

    private void broken(int mine, Exception failure) {
        if (mine == round) {
            giveUp();
            state.set(new State.Broken(FailureWords.of(failure)));
        }
    }

    private void derive() {
        LockedVault vault = locked;
        Attempt trying = attempt;
        if (vault == null || trying == null) {
            return;
        }
        locked = null;
        int mine = round;
        background
                .job(progress -> trying.open(vault))
                .closing(trying::close)
                .onDone(open -> unlocked(mine, open))
                .onFailed(failure -> refused(mine, vault, failure))
                .start();
    }

    private void unlocked(int mine, OpenVault open) {
        if (mine != round) {
            background.job(progress -> close(open)).start();
            return;
        }
        close();
        exits.opened().accept(open);
        if (ways.wantsKeyFile()) {
            exits.keyFile().accept(ways.kept());
        }
    }

    private void refused(int mine, LockedVault vault, Exception failure) {
        Attempt tried = attempt;
        if (mine != round || tried == null) {
            release(vault);
            return;
        }
        locked = vault;
        attempt = null;
        if (tried.mayBeRepeated(failure)) {
            state.set(new State.Refused(tried.words(failure), tried.keeps(failure)));
        } else {
            broken(mine, failure);
        }
    }

    private void release(LockedVault vault) {
        background.job(progress -> close(vault)).start();
    }

    private static Boolean close(AutoCloseable vault) throws Exception {
        vault.close();
        return true;
    }
}
