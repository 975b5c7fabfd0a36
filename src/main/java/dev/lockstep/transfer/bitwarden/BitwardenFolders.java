package dev.lockstep.transfer.bitwarden;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.json.JsonWalk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folders of a person and the collections of an organisation, by their ids, and which of them are used. */
final class BitwardenFolders {
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private BitwardenFolders() {}

    /** Those of the object that comes next. */
    static BitwardenFolders read(JsonWalk walk) throws ImportException, InterruptedException {
        BitwardenFolders folders = new BitwardenFolders();
        walk.object(name -> {
            if (isList(name)) {
                folders.list(walk);
            } else {
                walk.skip();
            }
        });
        return folders;
    }

    /** Whether a member of the export holds them. */
    static boolean isList(String member) {
        return member.equals("folders") || member.equals("collections");
    }

    private void list(JsonWalk walk) throws ImportException, InterruptedException {
        walk.list(() -> {
            Map<String, String> folder = new HashMap<>();
            walk.object(name -> {
                if (name.equals("id") || name.equals("name")) {
                    folder.put(name, walk.text().orElse(""));
                } else {
                    walk.skip();
                }
            });
            names.put(folder.getOrDefault("id", ""), folder.getOrDefault("name", ""));
        });
    }

    /** The name of one, which is used from now on; empty if there is none. */
    Optional<String> name(String id) {
        Optional<String> name = Optional.ofNullable(names.get(id)).filter(any -> !any.isEmpty());
        name.ifPresent(any -> used.add(id));
        return name;
    }

    /** Counts them, once all items are read. */
    void count(Gathering into) {
        names.keySet().forEach(id -> into.count(Thing.FOLDER, used.contains(id) ? Fate.TAG : Fate.EMPTY));
    }
}
