package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Finding;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The health report of an open vault. It follows the vault and the date, and leads from each finding to its secret. */
public final class HealthViewModel {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OpenVault vault;
    private final Background background;
    private final Clock clock;
    private final Exits exits;
    private final Runnable deaf;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Optional<Overview>> overview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Everything());
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Looking> looking = new ReadOnlyObjectWrapper<>(new Looking.Idle(""));
    private Background.@Nullable Cancellable minute;
    private Background.@Nullable Cancellable look;
    private boolean loading;
    private boolean again;
    private boolean gone;

    /** Starts to read the report; opens no value. */
    public HealthViewModel(OpenVault vault, Background background, Clock clock, Exits exits) {
        this.vault = vault;
        this.background = background;
        this.clock = clock;
        this.exits = exits;
        deaf = vault.onChange(this::changed);
        load();
        tick();
    }

    /**
     * Where findings lead.
     *
     * @param edit opens the editor for a secret, over the report
     * @param list shows a secret in the list, after the report was closed
     * @param closed takes the screen away
     */
    public record Exits(Consumer<Entry> edit, Consumer<Entry> list, Runnable closed) {}

    /** Ends looking into values and following the vault, and forgets what was found. */
    public void close() {
        if (gone) {
            return;
        }
        gone = true;
        deaf.run();
        if (minute != null) {
            minute.cancel();
        }
        cancel();
        findings.set(List.of());
        overview.set(Optional.empty());
        exits.closed().run();
    }

    /** Empty until the first report is there. */
    ReadOnlyObjectProperty<Optional<Overview>> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What the list shows; made when it is asked for, so that many cost little. */
    ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Looking> lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean editable() {
        return !vault.readOnly();
    }

    /** The secret of a finding as it is now; empty if it is gone. */
    Optional<Entry> entry(Finding finding) {
        return vault.catalog().entry(finding.secret());
    }

    /** What the collection of a secret is called. */
    String collection(Entry entry) {
        return overview.get()
                .map(now -> now.collections().getOrDefault(entry.collection(), ""))
                .orElse("");
    }

    /** What the list is to show. */
    void pick(Shown what) {
        shown.set(what);
        list();
    }

    /** Opens the secret of a finding: in the editor, or in the list if the vault can only be read. */
    void open(Finding finding) {
        if (editable()) {
            entry(finding).ifPresent(exits.edit());
        } else {
            locate(finding);
        }
    }

    /** Closes the report and shows the secret of a finding in the list. */
    void locate(Finding finding) {
        entry(finding).ifPresent(entry -> {
            close();
            exits.list().accept(entry);
        });
    }

    /** Opens the values that were not looked into yet, to recognise what kind of key each is. */
    void look() {
        if (looking.get() instanceof Looking.Running) {
            return;
        }
        looking.set(new Looking.Running(0, overview.get().map(Overview::unseen).orElse(0)));
        Background.Cancellable started = background
                .job(progress -> {
                    vault.health().look((done, total) -> progress.accept(new Job.Progress(done, total)));
                    return true;
                })
                .onProgress(now -> progressed(now.done(), now.total()))
                .onDone(seen -> looked(""))
                .onCancelled(() -> looked(""))
                .onFailed(thrown -> looked(words(thrown)))
                .start();
        look = looking.get() instanceof Looking.Running ? started : null;
    }

    /** Ends looking into values; what was seen so far counts. */
    void cancel() {
        if (look != null) {
            look.cancel();
        }
    }

    private void progressed(long done, long total) {
        if (looking.get() instanceof Looking.Running) {
            looking.set(new Looking.Running(done, total));
        }
    }

    private void looked(String failure) {
        look = null;
        looking.set(new Looking.Idle(failure));
        load();
    }

    private static String words(Exception thrown) {
        FailureWords words = FailureWords.of(thrown);
        return Text.of("health.failed", words.what(), words.advice(), words.code());
    }

    private void changed() {
        if (!stale.getAndSet(true)) {
            background.onScreen(this::load);
        }
    }

    /** Reads one report at a time; what changes meanwhile is in the next one. */
    private void load() {
        stale.set(false);
        if (gone || loading) {
            again = true;
            return;
        }
        loading = true;
        again = false;
        background
                .job(progress ->
                        Overview.of(vault.health().report(), vault.collections().all()))
                .onDone(this::take)
                .start();
    }

    private void take(Overview now) {
        loading = false;
        if (gone) {
            return;
        }
        overview.set(Optional.of(now));
        list();
        if (again) {
            load();
        }
    }

    private void list() {
        Shown what = shown.get();
        Optional<Overview> from = overview.get();
        from.ifPresent(now -> background
                .job(progress -> what.of(now.report()))
                .onDone(found -> {
                    if (what.equals(shown.get()) && overview.get().equals(from)) {
                        findings.set(found);
                    }
                })
                .start());
    }

    /** What was due tomorrow is due today once the day has changed. */
    private void tick() {
        minute = background.after(MINUTE, () -> {
            boolean turned = overview.get()
                    .filter(now -> !now.report().day().equals(today()))
                    .isPresent();
            if (turned) {
                load();
            }
            tick();
        });
    }
}
