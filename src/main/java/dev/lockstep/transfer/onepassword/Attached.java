package dev.lockstep.transfer.onepassword;

import java.util.HashSet;
import java.util.Set;

/** The ids of the files of which items have told; a file {@code files/ID__name} of one of them is not told of again. */
final class Attached {
    private final Set<String> ids = new HashSet<>();

    void add(String id) {
        ids.add(id);
    }

    boolean has(String fileName) {
        int end = fileName.indexOf("__");
        return ids.contains(end < 0 ? fileName : fileName.substring(0, end));
    }
}
