package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Entry;
import java.util.Optional;

/** One row of the table; the entry is empty where the secret is gone since the search. */
record Row(SecretId id, Optional<Entry> entry) {}
