package dev.lockstep.ui.sync;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes plans in the background; a later one takes the place of one that is still made. */
final class Planning {
    private final SyncViewModel.Surroundings around;
    private final Scope scope;
    private Optional<RowKey> first;
    private final Map<RemoteId, Instant> emptied = new ConcurrentHashMap<>();
    private Background.@Nullable Cancellable job;

    Planning(SyncViewModel.Surroundings around, Scope scope) {
        this.around = around;
        this.scope = scope;
        first = around.row();
    }

    /**
     * A plan and what is shown with it.
     *
     * @param first what is to be chosen in it, in the first one alone
     */
    record Read(Plan plan, Matrix matrix, Sites sites, Optional<Unfinished> unfinished, Optional<RowKey> first) {}

    /** Plans by what is known now; no vendor is asked. */
    void start(Consumer<Read> done, Consumer<Exception> failed) {
        stop();
        Optional<CollectionId> asked = scope.collection();
        Optional<RowKey> chosen = first;
        job = around.background()
                .job(progress -> read(asked, chosen))
                .onDone(read -> {
                    first = Optional.empty();
                    done.accept(read);
                })
                .onFailed(failed)
                .start();
    }

    /** From now on an empty list is right, as the user said. */
    void believe(Banner.EmptyListing list) {
        emptied.put(list.remote(), list.listed());
    }

    void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    private Read read(Optional<CollectionId> asked, Optional<RowKey> chosen) throws VaultException {
        OpenVault vault = around.vault();
        Sites sites = Sites.of(
                scope.remotes(),
                scope.collections().stream().collect(Collectors.toMap(SecretCollection::id, SecretCollection::title)));
        Plan plan = around.sync().plan(asked, emptied);
        Matrix matrix = Matrix.of(plan, sites, id -> vault.catalog().entry(id).map(Entry::name))
                .only(scope.only());
        return new Read(plan, matrix, sites, around.sync().unfinished(), chosen);
    }
}
