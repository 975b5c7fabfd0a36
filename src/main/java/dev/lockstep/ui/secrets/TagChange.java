package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a change of tags really changes, so that it can be taken back exactly: who gains a tag and who loses one. */
record TagChange(Map<String, List<SecretId>> gained, Map<String, List<SecretId>> lost) {
    static TagChange of(List<Entry> before, Set<String> add, Set<String> remove) {
        return new TagChange(
                group(add, tag -> ids(before, entry -> !entry.tags().contains(tag))),
                group(remove, tag -> ids(before, entry -> entry.tags().contains(tag))));
    }

    void takeBack(Secrets secrets) throws VaultException {
        for (Map.Entry<String, List<SecretId>> gain : gained.entrySet()) {
            secrets.tag(gain.getValue(), Set.of(), Set.of(gain.getKey()));
        }
        for (Map.Entry<String, List<SecretId>> loss : lost.entrySet()) {
            secrets.tag(loss.getValue(), Set.of(loss.getKey()), Set.of());
        }
    }

    private static Map<String, List<SecretId>> group(Set<String> tags, Function<String, List<SecretId>> members) {
        return tags.stream().collect(Collectors.toMap(Function.identity(), members));
    }

    private static List<SecretId> ids(List<Entry> entries, Predicate<Entry> which) {
        return entries.stream().filter(which).map(Entry::id).toList();
    }
}
