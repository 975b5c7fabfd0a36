package dev.lockstep.ui.secrets;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.plan.Whereabouts;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.FailureWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How the secrets in sight stand at remotes. Only those that somebody draws are looked up, several at once and in the background; after a change
 * they are looked up anew when they are drawn again, and what was known is shown until then. A vault without remotes costs nothing.
 */
final class Marks implements AutoCloseable {
    /** The list is to be on the screen before anything is read of remotes. */
    static final Duration AFTER_THE_LIST = Duration.ofMillis(250);

    /** So long is waited for others to be asked about at once. */
    static final Duration SOON = Duration.ofMillis(20);

    /** So long is waited after a change, as others may follow. */
    static final Duration CALM = Duration.ofMillis(300);

    private static final int KEPT = 512;

    private final SecretsViewModel.Work work;
    private final Map<SecretId, Told> known = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Set<SecretId> wanted = new LinkedHashSet<>();
    private final AtomicBoolean stale = new AtomicBoolean();
    private final ReadOnlyBooleanWrapper connected = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper tellings = new ReadOnlyIntegerWrapper();
    private final Runnable deaf;
    private Optional<FailureWords> failure = Optional.empty();
    private int edition;
    private boolean begun;
    private boolean asking;
    private boolean closed;
    private Background.@Nullable Cancellable waiting;
    private Background.@Nullable Cancellable running;

    /** What was known of a secret, and after how many changes. */
    private record Told(List<Mark> marks, int edition) {}

    /** Nothing is read before {@link #begin}. */
    Marks(SecretsViewModel.Work work) {
        this.work = work;
        deaf = work.vault().onChange(this::changed);
        look();
    }

    /** Whether the vault has remotes. */
    ReadOnlyBooleanProperty connectedProperty() {
        return connected.getReadOnlyProperty();
    }

    /** Grows by one whenever what is drawn is to be drawn anew: more is known, or may be by now. */
    ReadOnlyIntegerProperty tellingsProperty() {
        return tellings.getReadOnlyProperty();
    }

    /** Why nothing can be told, if that is so. */
    Optional<FailureWords> failure() {
        return failure;
    }

    /** The list is about to be painted. */
    void begin() {
        if (!begun && waiting == null) {
            waiting = work.background().after(AFTER_THE_LIST, () -> {
                begun = true;
                waiting = null;
                askIn(SOON);
            });
        }
    }

    /** What is known of a secret, one mark for each remote in their order; empty while that is being looked up. */
    Optional<List<Mark>> of(SecretId id) {
        if (!connected.get()) {
            return Optional.of(List.of());
        }
        Told told = known.get(id);
        if (told == null || told.edition() != edition) {
            wanted.add(id);
            askIn(told == null ? SOON : CALM);
        }
        return Optional.ofNullable(told).map(Told::marks);
    }

    private void changed() {
        if (!stale.getAndSet(true)) {
            work.background().onScreen(this::look);
        }
    }

    private void look() {
        stale.set(false);
        if (!closed) {
            edition++;
            failure = Optional.empty();
            connected.set(!work.vault().remotes().all().isEmpty());
            drawAnew();
        }
    }

    /** Who draws asks again, which tells what is in sight. */
    private void drawAnew() {
        if (connected.get()) {
            tellings.set(tellings.get() + 1);
        }
    }

    private void askIn(Duration delay) {
        boolean free = begun && !closed && waiting == null && !asking;
        if (free && failure.isEmpty() && !wanted.isEmpty()) {
            waiting = work.background().after(delay, this::ask);
        }
    }

    private void ask() {
        waiting = null;
        List<SecretId> asked = wanted.stream().limit(KEPT).toList();
        wanted.clear();
        int mine = edition;
        asking = true;
        running = work.background()
                .job(progress -> read(asked))
                .onDone(marks -> answered(mine, marks))
                .onFailed(this::failed)
                .start();
    }

    private Map<SecretId, List<Mark>> read(List<SecretId> asked) throws VaultException {
        Map<SecretId, Map<RemoteId, List<Whereabouts>>> standings = work.sync().standings(asked);
        List<Remote> remotes = work.vault().remotes().all();
        Map<SecretId, List<Mark>> marks = new HashMap<>();
        for (SecretId id : asked) {
            Optional<Entry> entry = work.vault().catalog().entry(id);
            Map<RemoteId, List<Whereabouts>> found = standings.getOrDefault(id, Map.of());
            marks.put(id, entry.map(secret -> marks(secret, remotes, found)).orElse(List.of()));
        }
        return marks;
    }

    private static List<Mark> marks(Entry secret, List<Remote> remotes, Map<RemoteId, List<Whereabouts>> found) {
        List<Mark> marks = new ArrayList<>();
        for (Remote remote : remotes) {
            List<Whereabouts> here = found.getOrDefault(remote.id(), List.of());
            here.forEach(where -> marks.add(Mark.of(remote.id(), remote.name(), where)));
            boolean meant = remote.collection().equals(secret.collection())
                    && secret.trashed().isEmpty();
            if (here.isEmpty() && meant) {
                marks.add(Mark.unbound(remote.id(), remote.name()));
            }
        }
        return List.copyOf(marks);
    }

    private void answered(int of, Map<SecretId, List<Mark>> marks) {
        asking = false;
        if (closed) {
            return;
        }
        marks.forEach((id, found) -> known.put(id, new Told(found, of)));
        Iterator<SecretId> oldest = known.keySet().iterator();
        for (int over = known.size() - KEPT; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
        drawAnew();
        askIn(CALM);
    }

    private void failed(Exception thrown) {
        asking = false;
        if (!closed) {
            failure = Optional.of(FailureWords.of(thrown));
            drawAnew();
        }
    }

    /** Forgets everything, and never asks again. */
    @Override
    public void close() {
        closed = true;
        deaf.run();
        if (waiting != null) {
            waiting.cancel();
        }
        if (running != null) {
            running.cancel();
        }
        known.clear();
        wanted.clear();
    }
}
