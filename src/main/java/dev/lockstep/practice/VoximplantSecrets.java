package dev.lockstep.practice;

import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secrets of the one application of a simulator, changed by the vendor's rules. */
final class VoximplantSecrets {
    /** docs.voximplant.ai, AddSecret: a Latin letter, then letters, digits and underscores, 64 characters in all. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private static final VendorContract CONTRACT = VendorContracts.VOXIMPLANT;

    private final Clock clock;
    private final Set<VoximplantQuirk> quirks;
    private final TreeMap<Long, Kept> byId = new TreeMap<>();
    private long last;

    VoximplantSecrets(Clock clock, Set<VoximplantQuirk> quirks) {
        this.clock = clock;
        this.quirks = quirks;
    }

    /** One secret. */
    record Kept(long id, String name, String value, Optional<String> description, Instant created, Instant modified) {
        @Override
        public String toString() {
            return Long.toString(id);
        }
    }

    /** Says that something is not done. */
    static final class FaultException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient VoximplantFault fault;

        FaultException(VoximplantFault fault) {
            super(fault.name());
            this.fault = fault;
        }

        VoximplantFault fault() {
            return fault;
        }
    }

    synchronized List<Kept> all() {
        return List.copyOf(byId.values());
    }

    synchronized Kept add(Map<String, String> asked) throws FaultException {
        String name = required(asked, "secret_name");
        String value = required(asked, "secret_value");
        requireName(name, VoximplantFault.INVALID_NAME);
        requireLength(value);
        requireFree(name, 0);
        Instant now = clock.instant();
        Kept kept = new Kept(++last, name, value, description(asked), now, now);
        byId.put(kept.id(), kept);
        return kept;
    }

    /** The secret that is named by its id or by its name. */
    synchronized Kept find(Map<String, String> asked) throws FaultException {
        String id = asked.get("secret_id");
        if (id != null) {
            Kept kept = id.matches("\\d{1,18}") ? byId.get(Long.parseLong(id)) : null;
            return requireFound(kept);
        }
        String name = required(asked, "secret_name");
        return requireFound(byId.values().stream()
                .filter(kept -> isSame(kept.name(), name))
                .findFirst()
                .orElse(null));
    }

    private Kept requireFound(@Nullable Kept kept) throws FaultException {
        if (kept == null) {
            throw new FaultException(
                    quirks.contains(VoximplantQuirk.UNKNOWN_IS_INVALID_PARAMETER)
                            ? VoximplantFault.INVALID_ID
                            : VoximplantFault.NOT_FOUND);
        }
        return kept;
    }

    synchronized void change(Map<String, String> asked) throws FaultException {
        Kept before = find(asked);
        String name = asked.getOrDefault("new_secret_name", before.name());
        String value = asked.getOrDefault("secret_value", before.value());
        requireName(name, VoximplantFault.INVALID_NEW_NAME);
        requireLength(value);
        requireFree(name, before.id());
        Optional<String> description = asked.containsKey("description") ? description(asked) : before.description();
        byId.put(before.id(), new Kept(before.id(), name, value, description, before.created(), clock.instant()));
    }

    /** Deletes what is listed, with semicolons between; {@code all} stands for all. */
    synchronized void delete(Map<String, String> asked) throws FaultException {
        String field = asked.containsKey("secret_id") ? "secret_id" : "secret_name";
        String listed = required(asked, field);
        if (listed.equals("all")) {
            byId.clear();
            return;
        }
        for (String one : listed.split(";", -1)) {
            try {
                byId.remove(find(Map.of(field, one)).id());
            } catch (FaultException e) {
                if (!quirks.contains(VoximplantQuirk.UNKNOWN_IS_DELETED)) {
                    throw e;
                }
            }
        }
    }

    private static String required(Map<String, String> asked, String field) throws FaultException {
        String text = asked.getOrDefault(field, "");
        if (text.isEmpty()) {
            throw new FaultException(VoximplantFault.EMPTY_PARAMETER);
        }
        return text;
    }

    private static void requireName(String name, VoximplantFault otherwise) throws FaultException {
        if (!NAME.matcher(name).matches()) {
            throw new FaultException(otherwise);
        }
    }

    private void requireLength(String value) throws FaultException {
        int length = quirks.contains(VoximplantQuirk.LENGTH_IN_BYTES)
                ? value.getBytes(StandardCharsets.UTF_8).length
                : value.codePointCount(0, value.length());
        if (length < CONTRACT.values().least() || length > CONTRACT.values().most()) {
            throw new FaultException(VoximplantFault.TOO_LONG);
        }
    }

    private void requireFree(String name, long own) throws FaultException {
        if (quirks.contains(VoximplantQuirk.TAKEN_IS_ALLOWED)) {
            return;
        }
        if (byId.values().stream().anyMatch(kept -> kept.id() != own && isSame(kept.name(), name))) {
            throw new FaultException(taken());
        }
    }

    private VoximplantFault taken() {
        if (quirks.contains(VoximplantQuirk.TAKEN_IS_INVALID_PARAMETER)) {
            return VoximplantFault.INVALID_NAME;
        }
        return quirks.contains(VoximplantQuirk.TAKEN_IS_TOLD_IN_WORDS)
                ? VoximplantFault.TAKEN_IN_WORDS
                : VoximplantFault.NOT_UNIQUE;
    }

    private boolean isSame(String name, String other) {
        return quirks.contains(VoximplantQuirk.CASE_IS_IGNORED) ? name.equalsIgnoreCase(other) : name.equals(other);
    }

    /** Cut to the first 200 characters, as the vendor does. */
    private static Optional<String> description(Map<String, String> asked) {
        int most = CONTRACT.descriptionLimit();
        return Optional.ofNullable(asked.get("description"))
                .map(text -> text.codePointCount(0, text.length()) <= most
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, most)));
    }
}
