package dev.lockstep.ui.kit.credentials;

import dev.lockstep.model.KdfParameters;
import dev.lockstep.ui.kit.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** The cost of the key derivation, measured on this computer in the background. */
public final class UnlockCost {
    /** How long unlocking shall take. */
    public static final Duration TARGET = Duration.ofSeconds(1);

    private final ReadOnlyBooleanWrapper measured = new ReadOnlyBooleanWrapper();
    private final List<Consumer<KdfParameters>> waiting = new ArrayList<>();
    private @Nullable KdfParameters cost;

    /** Starts to measure, which takes a few seconds. */
    public UnlockCost(Supplier<KdfParameters> measure, Background background) {
        background
                .job(progress -> measure.get())
                .onDone(this::found)
                .onFailed(failure -> found(KdfParameters.DEFAULT))
                .start();
    }

    public ReadOnlyBooleanProperty measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** Hands over the cost as soon as it is known, maybe at once. */
    public void whenKnown(Consumer<KdfParameters> then) {
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
