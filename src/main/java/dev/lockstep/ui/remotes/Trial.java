package dev.lockstep.ui.remotes;

import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.words.FailureWords;

/** What came of trying what was filled in. */
sealed interface Trial {
    record Untried() implements Trial {}

    record Running() implements Trial {}

    record Welcome(Greeting greeting) implements Trial {}

    record Failed(FailureWords words) implements Trial {}
}
