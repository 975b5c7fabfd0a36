package dev.lockstep.practice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One path: its versions and what is told of them. */
final class KvEntry {
    private static final int KEPT = 10;

    private final TreeMap<Integer, Version> versions = new TreeMap<>();
    private final Instant created;
    private Instant updated;
    private int current;
    Map<String, String> custom = new LinkedHashMap<>();
    int maxVersions;
    boolean casRequired;
    String deleteAfter = "0s";

    private static final class Version {
        private final Instant created;
        private Optional<ObjectNode> data;
        private Optional<Instant> deletion = Optional.empty();
        private boolean destroyed;

        private Version(Instant created, ObjectNode data) {
            this.created = created;
            this.data = Optional.of(data);
        }

        private boolean isGone(Instant now) {
            return destroyed || (deletion.isPresent() && !deletion.get().isAfter(now));
        }
    }

    KvEntry(Instant created) {
        this.created = created;
        updated = created;
    }

    /** The newest version, 0 if there was none. */
    int current() {
        return current;
    }

    void write(ObjectNode data, Instant now, Optional<Duration> life) {
        Version next = new Version(now, data);
        next.deletion = life.map(now::plus);
        versions.put(++current, next);
        updated = now;
        while (versions.size() > (maxVersions == 0 ? KEPT : maxVersions)) {
            versions.pollFirstEntry();
        }
    }

    /** What a version holds now; empty if it is deleted or destroyed. */
    Optional<ObjectNode> data(int version, Instant now) {
        Version found = versions.get(version);
        return found == null || found.isGone(now) ? Optional.empty() : found.data;
    }

    boolean knows(int version) {
        return versions.containsKey(version);
    }

    void delete(int version, Instant now) {
        Version found = versions.get(version);
        if (found != null && !found.isGone(now)) {
            found.deletion = Optional.of(now);
        }
    }

    void undelete(int version) {
        Version found = versions.get(version);
        if (found != null && !found.destroyed) {
            found.deletion = Optional.empty();
        }
    }

    void destroy(int version) {
        Version found = versions.get(version);
        if (found != null) {
            found.destroyed = true;
            found.data = Optional.empty();
        }
    }

    /** What is told of a version with its value or after a write. */
    ObjectNode told(int version) {
        Version found = versions.get(version);
        ObjectNode told = KvReplies.object();
        if (found != null) {
            times(told, found);
        }
        told.put("version", version);
        putCustom(told);
        return told;
    }

    private static void times(ObjectNode told, Version version) {
        told.put("created_time", version.created.toString());
        told.put("deletion_time", version.deletion.map(Instant::toString).orElse(""));
        told.put("destroyed", version.destroyed);
    }

    private void putCustom(ObjectNode told) {
        if (custom.isEmpty()) {
            told.putNull("custom_metadata");
        } else {
            ObjectNode all = told.putObject("custom_metadata");
            custom.forEach(all::put);
        }
    }

    ObjectNode metadata() {
        ObjectNode told = KvReplies.object();
        told.put("cas_required", casRequired);
        told.put("created_time", created.toString());
        told.put("current_version", current);
        putCustom(told);
        told.put("delete_version_after", deleteAfter);
        told.put("max_versions", maxVersions);
        told.put("oldest_version", versions.isEmpty() ? 0 : versions.firstKey());
        told.put("updated_time", updated.toString());
        ObjectNode all = told.putObject("versions");
        versions.forEach((number, version) -> times(all.putObject(Integer.toString(number)), version));
        return told;
    }
}
