package dev.lockstep.cli;

import dev.lockstep.use.Reference;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the secrets that references mean. */
final class References {
    private final OpenVault vault;
    private final Optional<SecretCollection> chosen;

    /** @param chosen where a reference without a collection is looked up; empty for all */
    References(OpenVault vault, Optional<SecretCollection> chosen) {
        this.vault = vault;
        this.chosen = chosen;
    }

    /** The secrets of the first reading that has any: one, or several if it does not say which; empty for none. */
    List<Entry> find(Reference reference) {
        for (Reference.Reading reading : reference.readings()) {
            List<Entry> found = new ArrayList<>();
            for (SecretCollection collection : collections(reading.collection())) {
                vault.secrets()
                        .named(collection.id(), reading.name())
                        .flatMap(vault.catalog()::entry)
                        .ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<SecretCollection> collections(Optional<String> named) {
        List<SecretCollection> all = vault.collections().all();
        if (named.isEmpty()) {
            return chosen.map(List::of).orElse(all);
        }
        List<SecretCollection> titled =
                all.stream().filter(each -> each.title().equals(named.get())).toList();
        return titled.isEmpty()
                ? all.stream().filter(each -> each.name().equals(named.get())).toList()
                : titled;
    }
}
