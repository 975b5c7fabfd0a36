package dev.lockstep.ui.secrets;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some secrets on their way into the trash and back. Those that came back under another name have their own again in the trash. */
final class TrashRound {
    private final OpenVault vault;
    private final Discretion discretion;
    private final List<SecretId> ids;
    private volatile Map<SecretId, String> formerNames = Map.of();
    private volatile List<String> newNames = List.of();

    TrashRound(OpenVault vault, Discretion discretion, List<SecretId> ids) {
        this.vault = vault;
        this.discretion = discretion;
        this.ids = ids;
    }

    void trash() throws VaultException {
        vault.secrets().trash(ids);
        Map<SecretId, String> names = formerNames;
        if (!names.isEmpty()) {
            vault.secrets()
                    .revise(
                            names.keySet(),
                            now -> SecretDetails.of(now).withName(names.getOrDefault(now.id(), now.name())));
        }
        formerNames = Map.of();
        newNames = List.of();
    }

    void restore() throws VaultException {
        Map<SecretId, String> names = new LinkedHashMap<>();
        for (SecretId id : ids) {
            names.put(id, entry(id).name());
        }
        List<Entry> renamed = vault.secrets().restore(ids).stream()
                .filter(back -> !back.name().equals(names.get(back.id())))
                .toList();
        names.keySet().retainAll(renamed.stream().map(Entry::id).toList());
        formerNames = names;
        newNames = renamed.stream().map(Entry::name).toList();
    }

    /** As {@link #trash}, if none of them is there by now. */
    void trashAgain() throws VaultException {
        requireTrashed(false);
        trash();
    }

    /** As {@link #restore}, if all of them are still in the trash. */
    void restoreAgain() throws VaultException {
        requireTrashed(true);
        restore();
    }

    /** The words, and whether a name was taken when they came back. */
    String told(String words) {
        List<String> names = newNames;
        return switch (names.size()) {
            case 0 -> words;
            case 1 ->
                Text.of("secrets.done.and", words, Text.of("secrets.done.renamed", discretion.line(names.getFirst())));
            default -> Text.of("secrets.done.and", words, Text.of("secrets.done.renamed-many", names.size()));
        };
    }

    private void requireTrashed(boolean trashed) throws VaultException {
        for (SecretId id : ids) {
            if (entry(id).trashed().isPresent() != trashed) {
                throw new VaultException(new Failure.ChangedMeanwhile());
            }
        }
    }

    private Entry entry(SecretId id) throws VaultException {
        return vault.catalog().entry(id).orElseThrow(() -> new VaultException(new Failure.Gone()));
    }
}
