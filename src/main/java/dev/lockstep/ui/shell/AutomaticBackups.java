package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.Duration;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Backs up the open vault in the background, soon after it was opened and a while after changes, unless there is a young backup already or
 * nothing is new. That one failed is told in one quiet sentence.
 */
final class AutomaticBackups {
    /** So long after a change a backup is looked for. */
    static final Duration QUIET = Duration.ofMinutes(2);

    /** Backups of changes are at least so far apart, so that ten of them reach back a while. */
    static final Duration APART = Duration.ofMinutes(15);

    /** Opening a vault is not to be slowed down. */
    static final Duration AFTER_OPENING = Duration.ofSeconds(10);

    private final Background background;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Background.@Nullable Cancellable waiting;
    private Background.@Nullable Cancellable working;
    private Runnable deaf = () -> {};
    private @Nullable OpenVault vault;

    AutomaticBackups(Background background) {
        this.background = background;
    }

    /** Why the newest backup could not be made; empty if it could. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void follow(OpenVault opened) {
        forget();
        vault = opened;
        deaf = opened.onChange(() -> background.onScreen(() -> changed(opened)));
        later(opened, AFTER_OPENING, false);
    }

    /** Ends with the vault; a backup under way is called off. */
    void forget() {
        deaf.run();
        deaf = () -> {};
        vault = null;
        problem.set("");
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (working != null) {
            working.cancel();
            working = null;
        }
    }

    private void changed(OpenVault changed) {
        if (changed.equals(vault) && waiting == null) {
            later(changed, QUIET, true);
        }
    }

    /** @param again look once more later, because the newest backup may be too young now */
    private void later(OpenVault changed, Duration time, boolean again) {
        waiting = background.after(time, () -> {
            waiting = null;
            look(changed, again);
        });
    }

    private void look(OpenVault changed, boolean again) {
        if (!changed.equals(vault) || changed.rollback().isPresent()) {
            return;
        }
        working = background
                .job(progress -> changed.backups().makeIfChanged(APART, Progress.UNTOLD))
                .onDone(made -> {
                    done(changed, "");
                    if (made.isEmpty() && again && waiting == null && changed.equals(vault)) {
                        later(changed, APART, false);
                    }
                })
                .onFailed(failure -> done(
                        changed,
                        Text.of("shell.backup.failed", FailureWords.of(failure).what())))
                .start();
    }

    private void done(OpenVault of, String words) {
        if (of.equals(vault)) {
            problem.set(words);
        }
    }
}
