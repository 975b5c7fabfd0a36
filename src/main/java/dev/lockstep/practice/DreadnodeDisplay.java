package dev.lockstep.practice;

import static dev.lockstep.practice.PlainJson.object;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How Dreadnode shows a secret: never its value. */
final class DreadnodeDisplay {
    private static final String BULLETS = "\u2022\u2022\u2022\u2022";
    private static final int SHORT = 10;
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    private static final DateTimeFormatter NO_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Set<DreadnodeQuirk> quirks;

    DreadnodeDisplay(Set<DreadnodeQuirk> quirks) {
        this.quirks = quirks;
    }

    Map<String, @Nullable Object> of(DreadnodeSecrets.Stored stored) {
        Map<String, @Nullable Object> shown = object("id", stored.id(), "name", stored.name());
        if (stored.provider().isPresent() || !quirks.contains(DreadnodeQuirk.PROVIDER_ABSENT)) {
            shown.put("provider", stored.provider().orElse(null));
        }
        shown.put("masked_value", mask(stored.value()));
        shown.put("created_at", time(stored.created()));
        boolean empty = stored.updated().isEmpty() && quirks.contains(DreadnodeQuirk.NO_CHANGE_AT_FIRST);
        shown.put("updated_at", empty ? null : time(stored.updated().orElse(stored.created())));
        return shown;
    }

    /** The first six characters, four bullets, the last three. */
    private String mask(String value) {
        int[] points = value.codePoints().toArray();
        if (points.length < SHORT && !quirks.contains(DreadnodeQuirk.SHORT_VALUES_SHOWN)) {
            return BULLETS;
        }
        int first = Math.min(6, points.length);
        int last = Math.min(3, points.length);
        return new String(points, 0, first) + BULLETS + new String(points, points.length - last, last);
    }

    private String time(Instant instant) {
        if (quirks.contains(DreadnodeQuirk.TIMES_WITH_MICROSECONDS)) {
            return MICROSECONDS.format(instant.atOffset(ZoneOffset.UTC));
        }
        if (quirks.contains(DreadnodeQuirk.TIMES_WITHOUT_OFFSET)) {
            return NO_OFFSET.format(instant.atOffset(ZoneOffset.UTC));
        }
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
