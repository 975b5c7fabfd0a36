package dev.lockstep.ui.audit;

import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditLog.Damage;
import dev.lockstep.vault.Way;
import dev.lockstep.words.Ago;
import dev.lockstep.words.ExportFailure;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of entries, of damage, and of an export that failed. */
final class AuditWords {
    private AuditWords() {}

    /** What belongs to an entry, beside its event and the name of the secret. */
    static String about(AuditEntry entry, ZoneId zone) {
        return switch (entry.event()) {
            case UNLOCKED -> way(entry.note());
            case FAILED_UNLOCKS -> Text.of("audit.attempts", entry.count(), dated(entry.note(), zone));
            case REVEALED, COPIED, FORMER_REVEALED, FORMER_RESTORED -> former(entry.note(), zone);
            case FOREIGN_ENTRIES_REMOVED -> Text.of("audit.entries", entry.count());
            case IMPORTED -> Text.of("audit.secrets", entry.count());
            default -> entry.count() > 1 ? many(entry) : entry.note();
        };
    }

    private static String many(AuditEntry entry) {
        String number = Text.of("audit.secrets", entry.count());
        return entry.note().isEmpty() ? number : Text.of("audit.secrets.note", number, entry.note());
    }

    private static String way(String note) {
        return Arrays.stream(Way.values())
                .filter(way -> way.name().equals(note))
                .findFirst()
                .map(AuditWords::way)
                .orElse(note);
    }

    private static String way(Way way) {
        return switch (way) {
            case PASSWORD -> Text.of("audit.way.password");
            case PASSWORD_AND_KEY_FILE -> Text.of("audit.way.key-file");
            case RECOVERY_CODE -> Text.of("audit.way.recovery-code");
            case KEYSTORE -> Text.of("audit.way.keystore");
            case CREATION -> Text.of("audit.way.creation");
        };
    }

    private static String former(String note, ZoneId zone) {
        String when = dated(note, zone);
        return when.isEmpty() ? "" : Text.of("audit.value-of", when);
    }

    /** Notes hold moments as ISO 8601 tells them, in UTC. */
    private static String dated(String note, ZoneId zone) {
        return Arrays.stream(note.split(" - ", -1))
                .map(part -> date(part, zone))
                .distinct()
                .collect(Collectors.joining(" \u2013 "));
    }

    private static String date(String text, ZoneId zone) {
        try {
            return Ago.exact(Instant.parse(text), zone);
        } catch (DateTimeException e) {
            return text;
        }
    }

    static String kind(Damage.Kind kind) {
        return switch (kind) {
            case MISSING -> Text.of("audit.damaged.missing");
            case ALTERED -> Text.of("audit.damaged.altered");
            case REPLACED -> Text.of("audit.damaged.replaced");
            case SURPLUS -> Text.of("audit.damaged.surplus");
        };
    }

    /** How many entries are damaged there. */
    static String entries(Damage damage) {
        return Text.of("audit.entries", damage.to() - damage.from() + 1);
    }

    static String damage(Damage damage) {
        long number = damage.to() - damage.from() + 1;
        return switch (damage.kind()) {
            case MISSING -> Text.of("audit.damage.missing", number);
            case ALTERED -> Text.of("audit.damage.altered", number);
            case REPLACED -> Text.of("audit.damage.replaced", number);
            case SURPLUS -> Text.of("audit.damage.surplus", number);
        };
    }

    /** The first places of damage, in one notice. */
    static FailureWords damage(List<Damage> all) {
        String places = all.stream().limit(3).map(AuditWords::place).collect(Collectors.joining(" "));
        String rest = all.size() > 3 ? " " + Text.of("audit.damage.more", all.size() - 3) : "";
        return new FailureWords(
                Text.of("audit.damage.what"), places + rest, Text.of("audit.damage.advice"), "AUDIT-DAMAGED");
    }

    private static String place(Damage damage) {
        return damage.from() == damage.to()
                ? Text.of("audit.damage.place", damage(damage), damage.from())
                : Text.of("audit.damage.places", damage(damage), damage.from(), damage.to());
    }

    static FailureWords failed(Exception thrown) {
        return ExportFailure.words(Text.of("audit.export.failed"), thrown);
    }
}
