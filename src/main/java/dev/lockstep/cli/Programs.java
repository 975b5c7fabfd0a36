package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.use.Mask;
import dev.lockstep.use.VariableNames;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts other programs with the streams, the folder and the environment of this one. */
public interface Programs {
    /**
     * Has another program take the place of this one, or, where the system cannot do that or its output is masked, runs it to its end.
     *
     * @return its exit code, or 128 and the number of the signal that ended it; there is no return if it takes our place
     * @throws NotStartedException if it does not run
     */
    int run(Start start) throws NotStartedException;

    /** Whether a value can be handed on as it is. */
    boolean takes(SecretValue value, boolean masked);

    /** Whether variables are the same that differ by case. */
    boolean caseless();

    /**
     * What to start.
     *
     * @param command a program, looked for as a shell does, and its arguments
     * @param variables besides those of this process, which they replace; in the order in which they are set
     * @param mask what is taken out of its output; wiped by the caller
     */
    record Start(List<String> command, Map<String, SecretValue> variables, Optional<Mask> mask) {
        /** Whether a variable of this process is not handed on. */
        public boolean drops(String variable) {
            return variables.containsKey(variable)
                    || variable.toUpperCase(Locale.ROOT).startsWith(VariableNames.OWN);
        }
    }

    /** Says why a program does not run. */
    final class NotStartedException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final Reason reason;

        /** Why. */
        public enum Reason {
            NOT_FOUND,
            NOT_ALLOWED,
            /** Arguments and variables together, or one of them, are more than the system takes. */
            TOO_LARGE,
            OTHER
        }

        public NotStartedException(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public NotStartedException(IOException cause) {
            super(cause);
            this.reason = Reason.OTHER;
        }

        public Reason reason() {
            return reason;
        }
    }
}
