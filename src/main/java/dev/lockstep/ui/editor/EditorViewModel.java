package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** One secret being written or changed, from opening the editor until it is saved, given up, or sealed as a draft because the vault locks. */
public final class EditorViewModel {
    private final Surroundings around;
    private final Start start;
    private final Exits exits;
    private final Form form;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Editing());
    private final StringBinding blocker;
    private @Nullable Entry base;
    private @Nullable RowId draft;

    /**
     * What the editor works with.
     *
     * @param remask how long a revealed value stays revealed when nothing is typed
     */
    public record Surroundings(OpenVault vault, Background background, Clock clock, Duration remask) {}

    /** What is to be edited. */
    public sealed interface Start {
        /** A new secret. */
        record Fresh(Optional<CollectionId> collection, String name) implements Start {}

        /** A stored secret. */
        record Stored(Entry entry) implements Start {}

        /** An edit that was sealed when the vault locked. */
        record Unsaved(Drafts.Draft draft) implements Start {}
    }

    /**
     * Ways out of the editor.
     *
     * @param saved told the entry as it was written, before {@code closed}
     * @param generate opens the generator for a kind of value; what it is told stays the generator's to close
     * @param closed the editor is to be taken away
     */
    public record Exits(
            Consumer<Entry> saved, BiConsumer<Entry.Kind, Consumer<SecretValue>> generate, Runnable closed) {}

    private record Known(List<SecretCollection> collections, Map<String, Integer> tags, Optional<Entry> current) {}

    public EditorViewModel(Surroundings around, Start start, Exits exits) {
        this.around = around;
        this.start = start;
        this.exits = exits;
        form = new Form(
                new NamePart(around.vault().catalog(), around.background()),
                new ValuePart(
                        around.vault(),
                        around.background(),
                        around.remask(),
                        failure -> phase.set(new Phase.Failed(failure))),
                new RotationPart(around.clock()));
        blocker = Bindings.createStringBinding(
                () -> form.blocker().orElse(""),
                form.name().nameProperty(),
                form.name().collectionProperty(),
                form.name().takenProperty(),
                form.value().stateProperty(),
                form.value().reviewProperty(),
                form.descriptionProperty());
        around.background()
                .job(progress -> read())
                .onDone(this::begin)
                .onFailed(this::failed)
                .start();
    }

    Form form() {
        return form;
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Why the form cannot be saved as it stands; empty if it can. */
    ObservableValue<String> blockerProperty() {
        return blocker;
    }

    boolean isNew() {
        return switch (start) {
            case Start.Fresh fresh -> true;
            case Start.Stored stored -> false;
            case Start.Unsaved unsaved -> unsaved.draft().of().isEmpty();
        };
    }

    /** When the edit was sealed that this one continues. */
    Optional<Instant> sealedAt() {
        return start instanceof Start.Unsaved unsaved
                ? Optional.of(unsaved.draft().when())
                : Optional.empty();
    }

    private Known read() {
        Optional<Entry> current = start instanceof Start.Unsaved unsaved
                ? unsaved.draft().of().flatMap(from -> around.vault().catalog().entry(from.id()))
                : Optional.empty();
        return new Known(
                around.vault().collections().all(),
                around.vault().catalog().counts().tags(),
                current.filter(entry -> entry.trashed().isEmpty()));
    }

    private void begin(Known known) {
        form.collections().setAll(known.collections());
        form.tags().known(known.tags());
        switch (start) {
            case Start.Fresh fresh -> {
                CollectionId first = known.collections().getFirst().id();
                fill(null, SecretDetails.named(fresh.collection().orElse(first), fresh.name()));
            }
            case Start.Stored stored -> fill(stored.entry(), SecretDetails.of(stored.entry()));
            case Start.Unsaved unsaved -> restore(unsaved.draft(), known.current());
        }
    }

    private void fill(@Nullable Entry from, SecretDetails details) {
        base = from;
        form.start(idOf(from), details, details);
        form.value().start(storedValue(from));
        phase.set(new Phase.Editing());
    }

    private void restore(Drafts.Draft unsaved, Optional<Entry> current) {
        SecretDetails typed = unsaved.details();
        Entry now = current.orElse(null);
        base = now;
        draft = unsaved.id();
        form.start(idOf(now), typed, now == null ? SecretDetails.named(typed.collection(), "") : SecretDetails.of(now));
        form.value().startWith(unsaved.id(), storedValue(now));
        if (unsaved.of().isPresent() && now == null) {
            phase.set(new Phase.Gone());
        } else if (now != null
                && unsaved.of().map(from -> from.version() != now.version()).orElse(false)) {
            phase.set(new Phase.Conflict(now, Differences.between(typed, SecretDetails.of(now), false)));
        }
    }

    private static @Nullable SecretId idOf(@Nullable Entry entry) {
        return entry == null ? null : entry.id();
    }

    private static @Nullable StoredValue storedValue(@Nullable Entry entry) {
        return entry == null ? null : new StoredValue(entry.id(), entry.size());
    }

    /** Writes the edit and leaves; does nothing while something blocks it. */
    public void save() {
        Optional<SecretDetails> details = form.details();
        boolean busy = phase.get() instanceof Phase.Saving || phase.get() instanceof Phase.Closed;
        if (busy || details.isEmpty() || form.blocker().isPresent()) {
            return;
        }
        if (base != null && !form.changed()) {
            discard();
            return;
        }
        try {
            write(details.get(), form.value().typedValue());
        } catch (CharacterCodingException e) {
            return; // named by the blocker as soon as it is typed
        }
    }

    private void write(SecretDetails details, Optional<SecretValue> typed) {
        Writing writing = new Writing(around.vault(), base, draft);
        phase.set(new Phase.Saving());
        around.background()
                .job(progress -> writing.run(details, typed))
                .onDone(entry -> {
                    exits.saved().accept(entry);
                    leave();
                })
                .onFailed(this::failed)
                .start();
    }

    private void failed(Exception thrown) {
        if (phase.get() instanceof Phase.Closed) {
            return;
        }
        phase.set(new Phase.Failed(thrown));
        if (thrown instanceof VaultException known) {
            switch (known.failure()) {
                case Failure.NameTaken taken -> {
                    form.name().foundTaken();
                    phase.set(new Phase.Editing());
                }
                case Failure.ChangedMeanwhile changed -> compare();
                case Failure.Gone gone -> orphan();
                default -> {}
            }
        }
    }

    private void compare() {
        Entry mine = base;
        Optional<Entry> now =
                mine == null ? Optional.empty() : around.vault().catalog().entry(mine.id());
        if (mine == null || now.isEmpty() || now.get().trashed().isPresent()) {
            orphan();
            return;
        }
        boolean value = !mine.valueChanged().equals(now.get().valueChanged());
        phase.set(new Phase.Conflict(
                now.get(), Differences.between(SecretDetails.of(mine), SecretDetails.of(now.get()), value)));
    }

    private void orphan() {
        base = null;
        form.value().rebase(null);
        phase.set(new Phase.Gone());
    }

    /** Takes the secret as somebody else left it and gives up this edit. */
    public void reload() {
        if (phase.get() instanceof Phase.Conflict conflict) {
            discardDraft();
            fill(conflict.current(), SecretDetails.of(conflict.current()));
        }
    }

    /** Saves this edit over what somebody else wrote. */
    public void overwrite() {
        if (phase.get() instanceof Phase.Conflict conflict) {
            base = conflict.current();
            form.value().rebase(storedValue(base));
            phase.set(new Phase.Editing());
            save();
        }
    }

    /** Goes on typing after a question or a message. */
    public void keepEditing() {
        if (!(phase.get() instanceof Phase.Saving || phase.get() instanceof Phase.Closed)) {
            phase.set(new Phase.Editing());
        }
    }

    /** Leaves if nothing was changed, else asks; a second time it takes the question back. */
    public void requestClose() {
        switch (phase.get()) {
            case Phase.Saving saving -> {}
            case Phase.Closed closed -> {}
            case Phase.AskingToLeave asking -> keepEditing();
            case Phase.Editing editing -> askOrLeave();
            case Phase.Failed failed -> askOrLeave();
            case Phase.Conflict conflict -> askOrLeave();
            case Phase.Gone gone -> askOrLeave();
        }
    }

    private void askOrLeave() {
        if (form.changed()) {
            phase.set(new Phase.AskingToLeave());
        } else {
            discard();
        }
    }

    /** Gives up the edit, its draft included, and leaves. */
    public void discard() {
        discardDraft();
        leave();
    }

    private void discardDraft() {
        RowId unsaved = draft;
        draft = null;
        if (unsaved != null) {
            Drafts drafts = around.vault().drafts();
            around.background()
                    .job(progress -> {
                        drafts.discard(unsaved);
                        return unsaved;
                    })
                    .start();
        }
    }

    private void leave() {
        form.close();
        phase.set(new Phase.Closed());
        exits.closed().run();
    }

    /** Opens the generator; what it makes comes into the value field. */
    public void generate() {
        exits.generate().accept(form.kindProperty().get(), form.value()::take);
    }

    /**
     * Keeps an unsaved edit sealed in the vault, right before the vault locks, and wipes what was typed, also if that fails. To be called
     * where the screens live; the editor is closed afterwards, without its exit.
     *
     * @return whether there was something to keep
     */
    public boolean sealDraft() throws VaultException {
        if (phase.get() instanceof Phase.Closed) {
            return false;
        }
        try {
            return form.changed() && keepDraft();
        } finally {
            form.close();
            phase.set(new Phase.Closed());
        }
    }

    private boolean keepDraft() throws VaultException {
        return DraftKeeping.keep(around.vault().drafts(), form, base, draft);
    }
}
