package dev.lockstep.ui.history;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.history.HistoryViewModel.Surroundings;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History;
import dev.lockstep.vault.History.Version;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a former value the present one, and takes that back; both are new versions. It works also when the screen is gone. */
final class Restoring {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Surroundings around;
    private final SecretId id;
    private final History history;
    private final Consumer<Toast> toasts;

    Restoring(Surroundings around, SecretId id, Consumer<Toast> toasts) {
        this.around = around;
        this.id = id;
        this.history = around.vault().history();
        this.toasts = toasts;
    }

    /** Why a version cannot be restored; empty if it can. */
    Optional<String> blocker(Optional<Version> version, Optional<Entry> entry) {
        if (version.isEmpty() || entry.isEmpty()) {
            return Optional.of("");
        }
        if (around.vault().readOnly()) {
            return Optional.of(Text.of("history.blocked.read-only"));
        }
        if (entry.get().trashed().isPresent()) {
            return Optional.of(Text.of("history.blocked.trash"));
        }
        return version.get().present() ? Optional.of(Text.of("history.blocked.present")) : Optional.empty();
    }

    /**
     * Restores a version.
     *
     * @param present the version that is present now
     * @param done told when it is
     */
    void restore(Version former, long present, Runnable done) {
        around.background()
                .job(progress -> history.restore(id, present, former.version()))
                .onDone(after -> {
                    tell(former, present, after);
                    done.run();
                })
                .onFailed(this::failed)
                .start();
    }

    private void tell(Version former, long present, Entry after) {
        String words = Text.of("history.restored", name(after), HistoryWords.date(former, around.clock()));
        boolean kept = history.policy().historyKept() > 0;
        toasts.accept(
                kept ? Toast.of(words, Text.of("history.undo"), () -> undo(after, present), LONG) : Toast.of(words));
    }

    private void undo(Entry after, long present) {
        around.background()
                .job(progress -> history.restore(id, after.version(), present))
                .onDone(back -> toasts.accept(Toast.of(Text.of("history.undone", name(back)))))
                .onFailed(this::failed)
                .start();
    }

    private String name(Entry entry) {
        return around.discretion().line(entry.name());
    }

    void failed(Exception failure) {
        FailureWords words = FailureWords.of(failure);
        String text = Text.of("history.failed", words.what(), words.meaning(), words.advice(), words.code());
        toasts.accept(new Toast(text, null, null, LONG));
    }
}
