package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.sync.check.Readings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.FailureWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at remotes in the background, one look at a time. */
final class Looking {
    private final SyncViewModel.Surroundings around;
    private final Consumer<Optional<FailureWords>> ended;
    private Background.@Nullable Cancellable job;

    /** @param ended told what went wrong, if anything did, where the screens live */
    Looking(SyncViewModel.Surroundings around, Consumer<Optional<FailureWords>> ended) {
        this.around = around;
        this.ended = ended;
    }

    /** Lists remotes without reading values. */
    void check(CheckRun run, List<Remote> remotes) {
        start(() -> {
            Map<RemoteId, Checked> checked = around.sync().check(remotes, run);
            return checked.values().stream()
                    .filter(Checked.Unkept.class::isInstance)
                    .map(one -> FailureWords.of(((Checked.Unkept) one).failure()))
                    .findFirst();
        });
    }

    /** Reads values of names that are ours. */
    void verify(CheckRun run, RemoteId remote, Set<String> names) {
        start(() -> {
            Readings readings = around.sync().verify(around.vault().remotes().get(remote), names, run);
            return SyncWords.unread(readings);
        });
    }

    private interface Look {
        Optional<FailureWords> run() throws VaultException, InterruptedException;
    }

    private void start(Look look) {
        job = around.background()
                .job(progress -> look.run())
                .onDone(ended)
                .onCancelled(() -> ended.accept(Optional.empty()))
                .onFailed(thrown -> ended.accept(Optional.of(FailureWords.of(thrown))))
                .start();
    }

    /** Calls it off; what was found at remotes that were done by then is remembered. */
    void stop() {
        if (job != null) {
            job.cancel();
        }
    }
}
