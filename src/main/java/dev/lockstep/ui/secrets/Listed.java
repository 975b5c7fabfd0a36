package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Query;
import java.util.List;

/** What a list of secrets shows, and what of it is selected. */
public record Listed(Query query, List<SecretId> selected) {
    public Listed {
        selected = List.copyOf(selected);
    }
}
