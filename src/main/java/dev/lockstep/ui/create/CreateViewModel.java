package dev.lockstep.ui.create;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.settings.Protection;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.credentials.NewCode;
import dev.lockstep.ui.kit.credentials.NewPassword;
import dev.lockstep.ui.kit.credentials.UnlockCost;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * What the wizard for a new vault knows. Nothing is written before its last step, so cancelling asks nothing. Password and recovery code
 * are wiped when it ends in any way; to be closed when the screen is left in any other way than by its exits.
 */
public final class CreateViewModel implements AutoCloseable {
    private final Vaults vaults;
    private final Background background;
    private final Start start;
    private final Exits exits;
    private final PlaceStep place;
    private final NewPassword password;
    private final NewCode recovery;
    private final DefaultsStep defaults;
    private final UnlockCost cost;
    private final BooleanProperty importNext;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Filling(Step.PLACE));
    private final BooleanBinding complete;

    /** Starts to measure the key derivation. */
    public CreateViewModel(Vaults vaults, Background background, SecureRandom random, Start start, Exits exits) {
        this.vaults = vaults;
        this.background = background;
        this.start = start;
        this.exits = exits;
        place = new PlaceStep(background, Text.of("create.suggestedName"), start.folder());
        password = new NewPassword(background, random);
        recovery = new NewCode(background, vaults.newRecoveryCode(), this::whose);
        defaults = new DefaultsStep(start.protection());
        cost = new UnlockCost(() -> vaults.measureKdf(UnlockCost.TARGET), background);
        importNext = new SimpleBooleanProperty(start.importNext());
        complete = Bindings.createBooleanBinding(
                this::isComplete, state, place.checkProperty(), password.fitProperty(), recovery.storedProperty());
    }

    /**
     * What the wizard starts from.
     *
     * @param folder suggested for the vault file
     * @param today stands on the recovery sheet
     * @param importNext whether importing a .env file is chosen at first
     * @param protection chosen at first
     */
    public record Start(Path folder, LocalDate today, boolean importNext, Protection protection) {}

    /**
     * The ways out of the wizard.
     *
     * @param protect told what was chosen, just before {@code created}
     * @param created given the new vault, unlocked, which it has to close, and whether a .env file is to be imported next
     */
    public record Exits(Consumer<Protection> protect, BiConsumer<OpenVault, Boolean> created, Runnable cancelled) {}

    /** What the screen shows. */
    sealed interface State {
        record Filling(Step step) implements State {}

        /** The vault is being written. */
        record Creating() implements State {}

        /** The vault could not be written; shown at the last step. */
        record Failed(FailureWords words) implements State {}

        /** The wizard is over and its secrets are wiped. */
        record Ended() implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the step that is shown is filled in, so that the next may follow. */
    ObservableBooleanValue completeProperty() {
        return complete;
    }

    /** Whether a .env file is to be imported once the vault is there. */
    BooleanProperty importNextProperty() {
        return importNext;
    }

    PlaceStep place() {
        return place;
    }

    NewPassword password() {
        return password;
    }

    NewCode recovery() {
        return recovery;
    }

    DefaultsStep defaults() {
        return defaults;
    }

    UnlockCost cost() {
        return cost;
    }

    private NewCode.Whose whose() {
        return new NewCode.Whose(file(), place.nameProperty().get(), start.today());
    }

    /** The step that is shown. */
    Step step() {
        return state.get() instanceof State.Filling filling ? filling.step() : Step.START;
    }

    /** Goes on if the step is filled in; after the last step the vault is written. */
    void next() {
        if (!complete.get()) {
            return;
        }
        switch (step()) {
            case PLACE -> state.set(new State.Filling(Step.PASSWORD));
            case PASSWORD -> state.set(new State.Filling(Step.RECOVERY));
            case RECOVERY -> state.set(new State.Filling(Step.DEFAULTS));
            case DEFAULTS -> state.set(new State.Filling(Step.START));
            case START -> create();
        }
    }

    /** Goes to the step before, and from a failure to the first; everything filled in stays. */
    void back() {
        Step from = state.get() instanceof State.Failed ? Step.PASSWORD : step();
        switch (from) {
            case PLACE -> {}
            case PASSWORD -> state.set(new State.Filling(Step.PLACE));
            case RECOVERY -> state.set(new State.Filling(Step.PASSWORD));
            case DEFAULTS -> state.set(new State.Filling(Step.RECOVERY));
            case START -> state.set(new State.Filling(Step.DEFAULTS));
        }
        place.look();
    }

    /** Leaves the wizard, unless the vault is being written. */
    void cancel() {
        if (!(state.get() instanceof State.Creating)) {
            close();
            exits.cancelled().run();
        }
    }

    @Override
    public void close() {
        state.set(new State.Ended());
        password.close();
        recovery.close();
    }

    private boolean isComplete() {
        return switch (state.get()) {
            case State.Filling filling -> isComplete(filling.step());
            case State.Failed failed -> true;
            case State.Creating creating -> false;
            case State.Ended ended -> false;
        };
    }

    private boolean isComplete(Step step) {
        return switch (step) {
            case PLACE -> place.checkProperty().get() instanceof PlaceCheck.Free;
            case PASSWORD -> password.fitProperty().get();
            case RECOVERY -> recovery.storedProperty().get();
            case DEFAULTS, START -> true;
        };
    }

    private Path file() {
        return place.checkProperty().get() instanceof PlaceCheck.Free free ? free.file() : start.folder();
    }

    private void create() {
        Path file = file();
        state.set(new State.Creating());
        cost.whenKnown(known -> write(file, known));
    }

    private void write(Path file, KdfParameters known) {
        if (!(state.get() instanceof State.Creating)) {
            return;
        }
        try {
            write(file, Passphrase.of(password.password()), known);
        } catch (CharacterCodingException e) {
            failed(e);
        }
    }

    private void write(Path file, Passphrase passphrase, KdfParameters known) {
        SecretValue code = recovery.code().copy();
        background
                .job(progress -> vaults.create(file, passphrase, code, known, Text.of("create.firstCollection")))
                .closing(passphrase::close)
                .closing(code::close)
                .onDone(this::created)
                .onFailed(this::failed)
                .start();
    }

    private void created(OpenVault vault) {
        if (!(state.get() instanceof State.Creating)) {
            background
                    .job(progress -> {
                        vault.close();
                        return true;
                    })
                    .start();
            return;
        }
        close();
        exits.protect().accept(defaults.chosen());
        exits.created().accept(vault, importNext.get());
    }

    private void failed(Exception failure) {
        if (state.get() instanceof State.Creating) {
            state.set(new State.Failed(FailureWords.of(failure)));
        }
    }
}
