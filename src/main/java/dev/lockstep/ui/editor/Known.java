package dev.lockstep.ui.editor;

import dev.lockstep.ui.editor.EditorViewModel.Start;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the editor reads from the vault before it begins.
 *
 * @param tags each tag of the vault with the number of secrets that have it
 * @param current the secret of an unsaved edit as it stands now; empty if there is none or it is gone
 */
record Known(List<SecretCollection> collections, Map<String, Integer> tags, Optional<Entry> current) {
    static Known read(OpenVault vault, Start start) {
        Optional<Entry> current = start instanceof Start.Unsaved unsaved
                ? unsaved.draft().of().flatMap(from -> vault.catalog().entry(from.id()))
                : Optional.empty();
        return new Known(
                vault.collections().all(),
                vault.catalog().counts().tags(),
                current.filter(entry -> entry.trashed().isEmpty()));
    }
}
