package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.editor.EditorViewModel.Start;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form together with what it started from: a stored secret, a draft, both or neither. */
final class Edit {
    private final OpenVault vault;
    private final Form form;
    private @Nullable Entry base;
    private @Nullable RowId draft;

    Edit(OpenVault vault, Form form) {
        this.vault = vault;
        this.form = form;
    }

    /** Whether saving changes a stored secret rather than adding one. */
    boolean ofStored() {
        return base != null;
    }

    /** Fills the form, and gives the phase to begin with. */
    Phase begin(Start start, Known known) {
        form.collections().setAll(known.collections());
        form.tags().known(known.tags());
        return switch (start) {
            case Start.Fresh fresh ->
                fill(
                        null,
                        SecretDetails.named(
                                fresh.collection()
                                        .orElse(known.collections().getFirst().id()),
                                fresh.name()));
            case Start.Stored stored -> load(stored.entry());
            case Start.Unsaved unsaved ->
                restore(unsaved.draft(), known.current().orElse(null));
        };
    }

    /** Fills the form with a stored secret as it stands. */
    Phase load(Entry entry) {
        return fill(entry, SecretDetails.of(entry));
    }

    private Phase fill(@Nullable Entry from, SecretDetails details) {
        base = from;
        form.rotation().edits(from);
        form.start(idOf(from), details, details);
        form.value().start(storedValue(from));
        return new Phase.Editing();
    }

    private Phase restore(Drafts.Draft unsaved, @Nullable Entry now) {
        SecretDetails typed = unsaved.details();
        base = now;
        draft = unsaved.id();
        form.rotation().edits(now);
        SecretDetails against = now == null ? SecretDetails.named(typed.collection(), "") : SecretDetails.of(now);
        form.start(idOf(now), typed, against);
        form.value().startWith(unsaved.id(), storedValue(now));
        if (unsaved.of().isEmpty()) {
            return new Phase.Editing();
        }
        if (now == null) {
            return new Phase.Gone();
        }
        return unsaved.of().get().version() == now.version()
                ? new Phase.Editing()
                : new Phase.Conflict(now, Differences.between(typed, against, false));
    }

    private static @Nullable SecretId idOf(@Nullable Entry entry) {
        return entry == null ? null : entry.id();
    }

    private static @Nullable StoredValue storedValue(@Nullable Entry entry) {
        return entry == null ? null : new StoredValue(entry.id(), entry.size());
    }

    /** Ready to be written away from the screen: what is needed is taken over now. */
    Writing writing(SecretDetails details) throws CharacterCodingException {
        return new Writing(vault, base, draft, details, form.value().typedValue());
    }

    /** Looks at what somebody else made of the secret. */
    Phase compare() {
        Entry mine = base;
        Entry now = mine == null
                ? null
                : vault.catalog()
                        .entry(mine.id())
                        .filter(entry -> entry.trashed().isEmpty())
                        .orElse(null);
        if (mine == null || now == null) {
            return orphan();
        }
        boolean value = mine.valueVersion() != now.valueVersion();
        return new Phase.Conflict(now, Differences.between(SecretDetails.of(mine), SecretDetails.of(now), value));
    }

    /** Goes on as a new secret, since the stored one is gone. */
    Phase orphan() {
        base = null;
        form.rotation().edits(null);
        form.value().rebase(null);
        return new Phase.Gone();
    }

    /** Goes on from the secret as somebody else left it, with what stands in the form. */
    void rebase(Entry current) {
        base = current;
        form.rotation().edits(current);
        form.value().rebase(storedValue(current));
    }

    /** Gives the draft up, to be discarded by the caller. */
    Optional<RowId> takeDraft() {
        Optional<RowId> taken = Optional.ofNullable(draft);
        draft = null;
        return taken;
    }

    /**
     * Seals what stands in the form and removes the draft that it continues.
     *
     * @return whether there was something to seal
     */
    boolean seal() throws VaultException {
        form.tags().commit();
        Optional<SecretDetails> details = form.details();
        if (details.isEmpty() || !form.changed()) {
            return false;
        }
        Optional<Drafts.Base> from =
                Optional.ofNullable(base).map(entry -> new Drafts.Base(entry.id(), entry.version()));
        try (SecretValue typed = form.value().typedValue().orElse(null)) {
            vault.drafts().keep(from, details.get(), typed);
        } catch (CharacterCodingException e) {
            vault.drafts().keep(from, details.get(), null); // half of a pair was typed: keep the rest
        }
        if (draft != null) {
            vault.drafts().discard(draft);
        }
        return true;
    }
}
