package dev.lockstep.ui.secrets;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Secrets that were added, edited and duplicated, as steps. They are taken back only from the state that they led to, never over a later one. */
final class SecretEdits {
    private final OpenVault vault;
    private final Steps steps;
    private final Discretion discretion;
    private final SameValues values = new SameValues();

    SecretEdits(OpenVault vault, Steps steps, Discretion discretion) {
        this.vault = vault;
        this.steps = steps;
        this.discretion = discretion;
    }

    /** @param then given the copy */
    void duplicate(Entry original, Consumer<Entry> then) {
        Entry[] copy = new Entry[1];
        steps.take(
                () -> {
                    copy[0] = vault.secrets().duplicate(original.id());
                    Entry made = copy[0];
                    return added(made, () -> Text.of("secrets.done.duplicate", discretion.line(made.name())));
                },
                step -> then.accept(copy[0]));
    }

    /** The editor has saved a secret; {@code before} is empty for a new one. */
    void saved(Optional<Entry> before, Entry after) {
        steps.take(
                () -> before.isPresent()
                        ? edited(before.get(), after)
                        : added(after, () -> Text.of("secrets.done.add", discretion.line(after.name()))),
                step -> {});
    }

    private Step added(Entry entry, Supplier<String> words) {
        return new Step(
                List.of(entry.id()),
                words,
                () -> Text.of("secrets.done.undo-add", words.get()),
                () -> bringBack(entry),
                () -> vault.secrets().trash(List.of(asLeft(entry).id())));
    }

    private Step edited(Entry before, Entry after) {
        boolean value = before.valueVersion() != after.valueVersion();
        return new Step(
                List.of(after.id()),
                () -> value
                        ? Text.of("secrets.done.edit-value", discretion.line(after.name()))
                        : Text.of("secrets.done.edit", discretion.line(after.name())),
                () -> turn(before, after),
                () -> turn(after, before));
    }

    private void turn(Entry from, Entry to) throws VaultException {
        Entry now = asLeft(from);
        SecretDetails details = SecretDetails.of(to);
        if (!values.same(now.valueVersion(), to.valueVersion())) {
            Entry turned = vault.history().restore(now, details, kept(to));
            values.note(turned.valueVersion(), to.valueVersion());
        } else if (!SecretDetails.of(now).equals(details)) {
            vault.secrets().edit(now, details);
        }
    }

    /** The version in the history that is the value of an entry. */
    private long kept(Entry entry) throws VaultException {
        return vault.history().versions(entry.id()).stream()
                .map(History.Version::version)
                .filter(version -> values.same(version, entry.valueVersion()))
                .findFirst()
                .orElseThrow(() -> new VaultException(new Failure.FormerValueGone()));
    }

    private void bringBack(Entry entry) throws VaultException {
        if (entry(entry.id()).trashed().isEmpty()) {
            throw new VaultException(new Failure.ChangedMeanwhile());
        }
        vault.secrets().restore(List.of(entry.id()));
    }

    private Entry entry(SecretId id) throws VaultException {
        return vault.catalog().entry(id).orElseThrow(() -> new VaultException(new Failure.Gone()));
    }

    /** The secret as it stands, if nobody has changed it since. */
    private Entry asLeft(Entry left) throws VaultException {
        Entry now = entry(left.id());
        boolean same = now.trashed().isEmpty()
                && SecretDetails.of(now).equals(SecretDetails.of(left))
                && values.same(now.valueVersion(), left.valueVersion());
        if (!same) {
            throw new VaultException(new Failure.ChangedMeanwhile());
        }
        return now;
    }
}
