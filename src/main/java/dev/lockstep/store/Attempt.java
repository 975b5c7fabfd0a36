package dev.lockstep.store;

import dev.lockstep.model.VaultException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a step that ran beside another: a result, or why there is none. */
record Attempt<T>(@Nullable T made, @Nullable VaultException failure) {
    /** Looks for what is wrong. */
    @FunctionalInterface
    interface Check {
        void run() throws VaultException;
    }

    /** Makes something. */
    @FunctionalInterface
    interface Step<T> {
        @Nullable
        T run() throws VaultException;
    }

    /**
     * Runs a step at the same time as a check, and waits for both.
     *
     * @throws VaultException of the check, or else of the step
     */
    static <T> T beside(Check check, Step<T> step) throws VaultException {
        Step<T> checking = () -> {
            check.run();
            return null;
        };
        List<Attempt<T>> both =
                Stream.of(checking, step).parallel().map(Attempt::of).toList();
        for (Attempt<T> each : both) {
            if (each.failure() != null) {
                throw each.failure();
            }
        }
        return Objects.requireNonNull(both.getLast().made());
    }

    private static <T> Attempt<T> of(Step<T> step) {
        try {
            return new Attempt<>(step.run(), null);
        } catch (VaultException e) {
            return new Attempt<>(null, e);
        }
    }
}
