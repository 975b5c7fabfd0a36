package dev.lockstep.ui.remotes;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.Check;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.Practice;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.FailureWords;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The remotes by collection, each with what is known of it, and the checks that are under way. */
final class RemoteList {
    private static final Duration AGES = Duration.ofSeconds(30);

    private final RemotesViewModel.Surroundings around;
    private final Consumer<FailureWords> failed;
    private final ObservableList<RemoteRow> rows = FXCollections.observableArrayList();
    private final Map<RemoteId, Background.Cancellable> running = new HashMap<>();
    private Background.Cancellable older = () -> {};
    private boolean closed;

    /** @param failed told why a check could not even begin */
    RemoteList(RemotesViewModel.Surroundings around, Consumer<FailureWords> failed) {
        this.around = around;
        this.failed = failed;
        grow();
    }

    ObservableList<RemoteRow> rows() {
        return rows;
    }

    Optional<RemoteRow> row(RemoteId id) {
        return rows.stream().filter(row -> row.remote().id().equals(id)).findFirst();
    }

    /** Ages are told in words, which change. */
    private void grow() {
        refresh();
        older = around.background().after(AGES, this::grow);
    }

    void refresh() {
        if (closed) {
            return;
        }
        Map<CollectionId, String> titles = around.vault().collections().all().stream()
                .collect(Collectors.toMap(SecretCollection::id, SecretCollection::title));
        List<RemoteRow> now = around.vault().remotes().all().stream()
                .map(remote -> row(remote, titles.getOrDefault(remote.collection(), "")))
                .sorted(Comparator.comparing(RemoteRow::collection, String.CASE_INSENSITIVE_ORDER))
                .toList();
        rows.setAll(now);
    }

    private RemoteRow row(Remote remote, String collection) {
        return new RemoteRow(remote, Connections.contract(remote), collection, state(remote));
    }

    private RowState state(Remote remote) {
        if (remote.paused()) {
            return new RowState.Paused();
        }
        if (ended(remote)) {
            return new RowState.Ended();
        }
        if (running.containsKey(remote.id())) {
            return new RowState.Checking();
        }
        Function<Check, RowState> known = RowState.Checked::of;
        return around.connections().checked(remote).map(known).orElseGet(RowState.Unchecked::new);
    }

    private boolean ended(Remote remote) {
        String address = remote.details().settings().getOrDefault("address", "");
        return Practice.isFor(remote) && !around.practice().runsAt(address);
    }

    void checkAll() {
        rows.stream().map(RemoteRow::remote).toList().forEach(this::check);
    }

    void check(Remote remote) {
        RemoteId id = remote.id();
        if (remote.paused() || ended(remote) || running.containsKey(id)) {
            return;
        }
        running.put(id, () -> {});
        refresh();
        Background.Cancellable job = around.background()
                .job(progress -> around.connections().check(remote))
                .onDone(check -> over(id))
                .onCancelled(() -> over(id))
                .onFailed(thrown -> {
                    over(id);
                    failed.accept(FailureWords.of(thrown));
                })
                .start();
        running.computeIfPresent(id, (same, begun) -> job);
    }

    private void over(RemoteId id) {
        running.remove(id);
        refresh();
    }

    /** Calls off all checks. */
    void stop() {
        List.copyOf(running.values()).forEach(Background.Cancellable::cancel);
    }

    void close() {
        closed = true;
        older.cancel();
        stop();
    }
}
