package dev.lockstep.ui.remotes;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Vendor;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.FailureWords;
import java.io.IOException;
import java.util.function.Consumer;

/** Starts practice vaults: new ones, and those that ended with an earlier run of the program. */
final class Practising {
    private final RemotesViewModel.Surroundings around;
    private final Consumer<FailureWords> failed;

    Practising(RemotesViewModel.Surroundings around, Consumer<FailureWords> failed) {
        this.around = around;
        this.failed = failed;
    }

    /** @param then told how to reach it, and has to close that */
    void start(Vendor vendor, Consumer<Connection> then) {
        around.background()
                .job(progress -> around.practice().start(vendor))
                .onDone(then)
                .onFailed(this::fail)
                .start();
    }

    /** @param then told of the remote as it leads to the practice vault that runs now */
    void restart(Remote remote, Consumer<Remote> then) {
        around.background()
                .job(progress -> around.connections().restart(remote, around.practice()))
                .onDone(then)
                .onFailed(this::fail)
                .start();
    }

    private void fail(Exception thrown) {
        failed.accept(thrown instanceof IOException ? FormWords.noPractice() : FailureWords.of(thrown));
    }
}
