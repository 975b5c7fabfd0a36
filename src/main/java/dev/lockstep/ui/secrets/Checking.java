package dev.lockstep.ui.secrets;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.BriefTrouble;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Looks at one remote when the user asks for it, and says what came of it; what was found is shown where it always is. */
final class Checking implements AutoCloseable {
    private final SecretsViewModel.Work work;
    private final Discretion discretion;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<RemoteId>> remote = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.@Nullable Cancellable job;

    Checking(SecretsViewModel.Work work, Discretion discretion, Notices notices) {
        this.work = work;
        this.discretion = discretion;
        this.notices = notices;
    }

    /** The remote that is being looked at. */
    ReadOnlyObjectProperty<Optional<RemoteId>> remoteProperty() {
        return remote.getReadOnlyProperty();
    }

    /** Lists a remote without reading values; does nothing while another one is looked at. */
    void start(RemoteId asked) {
        if (remote.get().isPresent()) {
            return;
        }
        remote.set(Optional.of(asked));
        job = work.background()
                .job(progress -> check(asked))
                .onDone(words -> ended(() -> notices.done(words)))
                .onFailed(thrown -> ended(() -> notices.failed(thrown)))
                .onCancelled(() -> ended(() -> {}))
                .start();
    }

    private String check(RemoteId asked) throws VaultException, InterruptedException {
        Remote known = work.vault().remotes().get(asked);
        Checked checked =
                work.sync().check(List.of(known), CheckProgress.UNTOLD).get(asked);
        String name = discretion.line(known.name());
        return switch (checked) {
            case Checked.Listed listed -> Text.of("secrets.checked", name, listed.count());
            case Checked.Incomplete failed ->
                failed.trouble()
                        .map(trouble -> Text.of("secrets.checked.trouble", name, BriefTrouble.of(trouble)))
                        .orElseGet(() -> Text.of("secrets.checked.incomplete", name));
            case Checked.Paused paused -> Text.of("secrets.checked.paused", name);
            case Checked.Unkept unkept -> throw new VaultException(unkept.failure());
            case null -> throw new VaultException(new Failure.Gone());
        };
    }

    private void ended(Runnable tell) {
        remote.set(Optional.empty());
        tell.run();
    }

    @Override
    public void close() {
        if (job != null) {
            job.cancel();
        }
    }
}
