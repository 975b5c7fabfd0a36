package dev.lockstep.sync.plan;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All secrets of a vault, those in the trash among them. */
public final class LocalSecrets {
    private final Map<SecretId, LocalSecret> byId = new HashMap<>();
    private final Map<CollectionId, List<LocalSecret>> present = new HashMap<>();
    private final Map<CollectionId, Set<String>> names = new HashMap<>();

    /** @param all in the order to show */
    public LocalSecrets(Collection<LocalSecret> all) {
        for (LocalSecret secret : all) {
            byId.put(secret.id(), secret);
            if (!secret.trashed()) {
                present.computeIfAbsent(secret.collection(), first -> new ArrayList<>())
                        .add(secret);
                names.computeIfAbsent(secret.collection(), first -> new HashSet<>())
                        .add(secret.name());
            }
        }
    }

    public Optional<LocalSecret> find(SecretId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<LocalSecret> all() {
        return byId.values();
    }

    /** Those of a collection that are not in the trash. */
    List<LocalSecret> present(CollectionId collection) {
        return present.getOrDefault(collection, List.of());
    }

    /** Whether a secret of a collection, outside the trash, has a name. */
    boolean isTaken(CollectionId collection, String name) {
        return names.getOrDefault(collection, Set.of()).contains(name);
    }
}
