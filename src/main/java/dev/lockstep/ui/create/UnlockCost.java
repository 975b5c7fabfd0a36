package dev.lockstep.ui.create;

import dev.lockstep.model.KdfParameters;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Vaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** The cost of the key derivation, measured on this computer in the background. */
final class UnlockCost {
    /** How long unlocking shall take. */
    static final Duration TARGET = Duration.ofSeconds(1);

    private final ReadOnlyBooleanWrapper measured = new ReadOnlyBooleanWrapper();
    private final List<Consumer<KdfParameters>> waiting = new ArrayList<>();
    private @Nullable KdfParameters cost;

    /** Starts to measure. */
    UnlockCost(Vaults vaults, Background background) {
        background
                .job(progress -> vaults.measureKdf(TARGET))
                .onDone(this::found)
                .onFailed(failure -> found(KdfParameters.DEFAULT))
                .start();
    }

    ReadOnlyBooleanProperty measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** Hands over the cost as soon as it is known, maybe at once. */
    void whenKnown(Consumer<KdfParameters> then) {
        if (cost == null) {
            waiting.add(then);
        } else {
            then.accept(cost);
        }
    }

    private void found(KdfParameters found) {
        cost = found;
        measured.set(true);
        waiting.forEach(then -> then.accept(found));
        waiting.clear();
    }
}
