package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** One secret being written or changed, from opening the editor until it is saved, given up, or sealed as a draft because the vault locks. */
public final class EditorViewModel {
    private final Surroundings around;
    private final Start start;
    private final Exits exits;
    private final Form form;
    private final Edit edit;
    private final StringBinding blocker;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Editing());

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
     * @param saved told the secret as it was, empty for a new one, and as it was written; before {@code closed}
     * @param generate opens the generator for a kind of value; what it is told stays the generator's to close
     * @param closed the editor is to be taken away
     */
    public record Exits(
            BiConsumer<Optional<Entry>, Entry> saved,
            BiConsumer<Entry.Kind, Consumer<SecretValue>> generate,
            Runnable closed) {}

    /** Begins to read what it needs; the form is empty until then. */
    public EditorViewModel(Surroundings around, Start start, Exits exits) {
        this.around = around;
        this.start = start;
        this.exits = exits;
        Background background = around.background();
        form = new Form(
                new NamePart(around.vault().secrets()),
                new ValuePart(around.vault(), background, around.remask(), this::failed),
                new RotationPart(around.clock()));
        edit = new Edit(around.vault(), form);
        blocker = Bindings.createStringBinding(
                () -> form.blocker().orElse(""),
                form.name().nameProperty(),
                form.name().collectionProperty(),
                form.name().takenProperty(),
                form.value().stateProperty(),
                form.value().reviewProperty(),
                form.descriptionProperty());
        background
                .job(progress -> Known.read(around.vault(), start))
                .onDone(this::begin)
                .onFailed(this::failed)
                .start();
    }

    private void begin(Known known) {
        if (!closed()) {
            phase.set(edit.begin(start, known));
        }
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

    private boolean closed() {
        return phase.get() instanceof Phase.Closed;
    }

    private boolean busy() {
        return closed() || phase.get() instanceof Phase.Saving;
    }

    /** Writes the edit and leaves; does nothing while something blocks it. */
    public void save() {
        Optional<SecretDetails> details = form.details();
        if (busy() || details.isEmpty() || form.blocker().isPresent()) {
            return;
        }
        if (edit.ofStored() && !form.changed()) {
            discard();
            return;
        }
        try {
            write(edit.writing(details.get()));
        } catch (CharacterCodingException e) {
            return; // named by the blocker as soon as it is typed
        }
    }

    private void write(Writing writing) {
        phase.set(new Phase.Saving());
        around.background()
                .job(progress -> writing.run())
                .onDone(entry -> written(writing.before(), entry))
                .onFailed(this::failed)
                .start();
    }

    private void written(Optional<Entry> before, Entry after) {
        if (!closed()) {
            exits.saved().accept(before, after);
            leave();
        }
    }

    private void failed(Exception thrown) {
        if (!closed()) {
            phase.set(phaseAfter(thrown));
        }
    }

    private Phase phaseAfter(Exception thrown) {
        if (!(thrown instanceof VaultException known)) {
            return new Phase.Failed(thrown);
        }
        return switch (known.failure()) {
            case Failure.NameTaken taken -> {
                form.name().foundTaken();
                yield new Phase.Editing();
            }
            case Failure.ChangedMeanwhile changed -> edit.compare();
            case Failure.Gone gone -> edit.orphan();
            default -> new Phase.Failed(thrown);
        };
    }

    /** Takes the secret as somebody else left it and gives up this edit. */
    public void reload() {
        if (phase.get() instanceof Phase.Conflict conflict) {
            discardDraft();
            phase.set(edit.load(conflict.current()));
        }
    }

    /** Saves this edit over what somebody else wrote. */
    public void overwrite() {
        if (phase.get() instanceof Phase.Conflict conflict) {
            edit.rebase(conflict.current());
            phase.set(new Phase.Editing());
            save();
        }
    }

    /** Goes on typing after a question or a message. */
    public void keepEditing() {
        if (!busy()) {
            phase.set(new Phase.Editing());
        }
    }

    /** Leaves if nothing was changed, else asks; a second time it takes the question back. */
    public void requestClose() {
        if (busy()) {
            return;
        }
        if (phase.get() instanceof Phase.AskingToLeave) {
            keepEditing();
        } else if (form.changed()) {
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
        Drafts drafts = around.vault().drafts();
        edit.takeDraft()
                .ifPresent(unsaved -> around.background()
                        .job(progress -> {
                            drafts.discard(unsaved);
                            return unsaved;
                        })
                        .start());
    }

    private void leave() {
        close();
        exits.closed().run();
    }

    private void close() {
        form.close();
        phase.set(new Phase.Closed());
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
        if (closed()) {
            return false;
        }
        try {
            return edit.seal();
        } finally {
            close();
        }
    }
}
