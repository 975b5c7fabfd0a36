package dev.lockstep.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How long ago something was, in few characters, and when it was exactly. */
public final class Ago {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final int DAYS_IN_MONTH = 30;
    private static final int DAYS_IN_YEAR = 365;

    private Ago() {}

    /** The age in its largest unit, such as "2 d" or "5 mo"; "just now" below a minute and for moments to come. */
    public static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return Text.of("ago.now");
        }
        if (age.toHours() < 1) {
            return Text.of("ago.minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return Text.of("ago.hours", age.toHours());
        }
        return days(age.toDays());
    }

    /** The same as part of a sentence, such as "2 d ago". */
    public static String since(Instant then, Instant now) {
        return then.plusSeconds(60).isAfter(now) ? Text.of("ago.now") : Text.of("ago.since", of(then, now));
    }

    private static String days(long days) {
        if (days < DAYS_IN_MONTH) {
            return Text.of("ago.days", days);
        }
        if (days < DAYS_IN_YEAR) {
            return Text.of("ago.months", days / DAYS_IN_MONTH);
        }
        return Text.of("ago.years", days / DAYS_IN_YEAR);
    }

    /** Day and time of day at a place, such as "2 May 2026, 14:05". */
    public static String exact(Instant when, ZoneId where) {
        return EXACT.format(when.atZone(where));
    }
}
