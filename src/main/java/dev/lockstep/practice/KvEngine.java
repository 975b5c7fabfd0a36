package dev.lockstep.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One key-value engine of version 2, in memory. */
final class KvEngine {
    private final TreeMap<String, KvEntry> entries = new TreeMap<>();
    private final Clock clock;
    private final KvReplies replies;
    private final Set<KvQuirk> quirks;
    private String lastWritten = "";

    KvEngine(Clock clock, KvReplies replies, Set<KvQuirk> quirks) {
        this.clock = clock;
        this.replies = replies;
        this.quirks = quirks;
    }

    synchronized Answered data(Asked asked, String path) {
        return switch (asked.method()) {
            case "GET" -> read(path, asked.query().get("version"));
            case "POST", "PUT" -> write(path, asked.body());
            case "PATCH" -> patch(asked, path);
            case "DELETE" -> {
                Optional.ofNullable(entries.get(path)).ifPresent(entry -> entry.delete(entry.current(), now()));
                yield Answered.empty(204);
            }
            default -> KvReplies.unsupported();
        };
    }

    private Instant now() {
        return clock.instant();
    }

    private Answered read(String path, @org.jspecify.annotations.Nullable String wanted) {
        KvEntry entry = entries.get(path);
        int version = wanted == null || wanted.equals("0")
                ? entry == null ? 0 : entry.current()
                : number(wanted).orElse(-1);
        if (entry == null || !entry.knows(version)) {
            return KvReplies.absent();
        }
        Optional<ObjectNode> data = entry.data(version, now());
        ObjectNode both = KvReplies.object();
        both.set("data", data.<JsonNode>map(found -> found).orElse(both.nullNode()));
        both.set("metadata", entry.told(version));
        return replies.data(data.isPresent() ? 200 : 404, both);
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private Answered write(String path, byte[] sent) {
        Optional<ObjectNode> body = KvReplies.read(sent);
        if (body.isEmpty()) {
            return KvReplies.errors(400, "failed to parse JSON input: invalid character");
        }
        if (!(body.get().get("data") instanceof ObjectNode data)) {
            return KvReplies.errors(400, "no data provided");
        }
        KvEntry entry = entries.get(path);
        Optional<Answered> mismatch = compare(body.get().path("options").path("cas"), entry);
        if (mismatch.isPresent()) {
            return mismatch.get();
        }
        return put(path, data);
    }

    private Answered put(String path, ObjectNode data) {
        Instant now = now();
        KvEntry entry = entries.computeIfAbsent(path, key -> new KvEntry(now));
        boolean later = quirks.contains(KvQuirk.DELETED_LATER);
        entry.write(data, now, later ? Optional.of(Duration.ofDays(1)) : Optional.empty());
        lastWritten = path;
        return replies.data(200, entry.told(entry.current()));
    }

    /** What the engine's source does: only {@code options} counts, and a number may be written as a text. */
    private Optional<Answered> compare(JsonNode cas, @org.jspecify.annotations.Nullable KvEntry entry) {
        if (cas.isMissingNode()) {
            boolean required = quirks.contains(KvQuirk.CAS_REQUIRED) || (entry != null && entry.casRequired);
            return required
                    ? Optional.of(KvReplies.errors(400, "check-and-set parameter required for this call"))
                    : Optional.empty();
        }
        OptionalInt expected = number(cas.asText());
        if (expected.isEmpty()) {
            return Optional.of(KvReplies.errors(400, "error parsing check-and-set parameter"));
        }
        return expected.getAsInt() == (entry == null ? 0 : entry.current())
                ? Optional.empty()
                : Optional.of(mismatch());
    }

    static Answered mismatch() {
        return KvReplies.errors(400, "check-and-set parameter did not match the current version");
    }

    private Answered patch(Asked asked, String path) {
        if (!asked.header("Content-Type").orElse("").startsWith("application/merge-patch+json")) {
            return KvReplies.errors(415, "PATCH requires Content-Type of application/merge-patch+json");
        }
        KvEntry entry = entries.get(path);
        Optional<ObjectNode> there = entry == null ? Optional.empty() : entry.data(entry.current(), now());
        Optional<ObjectNode> body = KvReplies.read(asked.body());
        if (there.isEmpty()) {
            return KvReplies.absent();
        }
        if (body.isEmpty() || !(body.get().get("data") instanceof ObjectNode changes)) {
            return KvReplies.errors(400, "no data provided");
        }
        Optional<Answered> mismatch = compare(body.get().path("options").path("cas"), entry);
        ObjectNode merged = there.get().deepCopy();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), change.getValue());
            }
        });
        return mismatch.orElseGet(() -> put(path, merged));
    }

    /** {@code delete}, {@code undelete} or {@code destroy} of some versions. */
    synchronized Answered versions(Asked asked, String branch, String path) {
        KvEntry entry = entries.get(path);
        Optional<ObjectNode> body = KvReplies.read(asked.body());
        if (body.isEmpty() || !(body.get().get("versions") instanceof ArrayNode numbers) || numbers.isEmpty()) {
            return KvReplies.errors(400, "No version number provided");
        }
        for (JsonNode number : numbers) {
            if (entry != null) {
                switch (branch) {
                    case "delete" -> entry.delete(number.asInt(), now());
                    case "undelete" -> entry.undelete(number.asInt());
                    default -> entry.destroy(number.asInt());
                }
            }
        }
        return Answered.empty(204);
    }

    synchronized Answered metadata(Asked asked, String path) {
        KvEntry entry = entries.get(path);
        return switch (asked.method()) {
            case "GET" -> entry == null ? KvReplies.absent() : replies.data(200, entry.metadata());
            case "POST", "PUT" -> describe(asked, path);
            case "DELETE" -> {
                entries.remove(path);
                yield Answered.empty(204);
            }
            default -> KvReplies.unsupported();
        };
    }

    private Answered describe(Asked asked, String path) {
        Optional<ObjectNode> body = KvReplies.read(asked.body());
        if (body.isEmpty()) {
            return KvReplies.errors(400, "failed to parse JSON input: invalid character");
        }
        Map<String, String> custom = new LinkedHashMap<>();
        if (body.get().get("custom_metadata") instanceof ObjectNode sent) {
            sent.properties()
                    .forEach(pair -> custom.put(pair.getKey(), pair.getValue().asText()));
        }
        if (custom.size() > 64 || !custom.entrySet().stream().allMatch(KvEngine::isTaken)) {
            return KvReplies.errors(400, "custom_metadata validation failed: 1 error occurred");
        }
        KvEntry entry = entries.computeIfAbsent(path, key -> new KvEntry(now()));
        entry.maxVersions = body.get().path("max_versions").asInt(entry.maxVersions);
        entry.casRequired = body.get().path("cas_required").asBoolean(entry.casRequired);
        entry.deleteAfter = body.get().path("delete_version_after").asText(entry.deleteAfter);
        if (body.get().has("custom_metadata")) {
            entry.custom = custom;
        }
        return quirks.contains(KvQuirk.WARNINGS) ? replies.warned("\"max_versions\" was capped") : Answered.empty(204);
    }

    /** Printable, as Go's {@code unicode.IsPrint} sees it: of spaces only the one of ASCII. */
    private static boolean isTaken(Map.Entry<String, String> pair) {
        int key = pair.getKey().getBytes(StandardCharsets.UTF_8).length;
        int value = pair.getValue().getBytes(StandardCharsets.UTF_8).length;
        return key >= 1
                && key <= 128
                && value >= 1
                && value <= 512
                && (pair.getKey() + pair.getValue())
                        .codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || (Character.isSpaceChar(point) && point != ' '));
    }

    /**
     * The keys of a folder.
     *
     * @param folder empty, or with a slash at its end
     * @param seen whether the last write is seen already
     */
    synchronized Answered list(Asked asked, String folder, boolean seen) {
        TreeSet<String> keys = new TreeSet<>();
        for (String path : entries.tailMap(folder, true).keySet()) {
            if (!path.startsWith(folder)) {
                break;
            }
            if (seen || !path.equals(lastWritten)) {
                String rest = path.substring(folder.length());
                int slash = rest.indexOf('/');
                keys.add(slash < 0 ? rest : rest.substring(0, slash + 1));
            }
        }
        List<String> page = new ArrayList<>(keys);
        if (quirks.contains(KvQuirk.PAGES)) {
            String after = asked.query().getOrDefault("after", "");
            int limit = number(asked.query().getOrDefault("limit", "")).orElse(0);
            page = keys.tailSet(after, false).stream()
                    .limit(limit == 0 ? Long.MAX_VALUE : limit)
                    .toList();
        }
        if (page.isEmpty()) {
            return KvReplies.absent();
        }
        ObjectNode data = KvReplies.object();
        page.forEach(data.putArray("keys")::add);
        return replies.data(200, data);
    }
}
