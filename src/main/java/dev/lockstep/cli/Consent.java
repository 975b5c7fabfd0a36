package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A yes to what cannot be taken back: said beforehand, or asked for on the terminal. */
final class Consent {
    /** What is taken for a yes on the terminal. */
    static final Set<String> YES = Set.of("y", "Y", "yes");

    private final Given<Boolean> yes;

    /** @param words what is said by {@code --yes} */
    Consent(String words) {
        yes = Given.flag("--yes", words);
    }

    Given<Boolean> given() {
        return yes;
    }

    /**
     * Goes on with a yes only.
     *
     * @param question for the terminal
     * @param advice where there is none
     */
    void require(Terminal terminal, String question, String advice) throws IOException, Refusal {
        if (yes.isSet()) {
            return;
        }
        Optional<String> answer = terminal.ask(question + " ");
        if (answer.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, advice);
        }
        if (!YES.contains(answer.get().strip())) {
            throw new Refusal(ExitCode.INTERRUPTED, Text.of("cli.stopped"));
        }
    }
}
