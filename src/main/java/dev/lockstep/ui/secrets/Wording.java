package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Strength;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** The words and figures of an entry, as table and details tell them. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final int DAYS_IN_MONTH = 30;
    private static final int DAYS_IN_YEAR = 365;

    private final Clock clock;
    private final Discretion discretion;
    private final SidebarViewModel sidebar;

    Wording(SecretsViewModel.Habits habits, SidebarViewModel sidebar) {
        this.clock = habits.clock();
        this.discretion = habits.discretion();
        this.sidebar = sidebar;
    }

    /** What a plain column says of an entry; name, value, rotate-by and what is of remotes have cells of their own. */
    Function<Entry, CellText> column(SecretColumn column) {
        return switch (column) {
            case NAME, VALUE, REMOTES, LAST_SYNCED, ROTATE_BY -> entry -> CellText.of("");
            case ENVIRONMENT -> entry -> CellText.of(sidebar.title(entry.collection()));
            case UPDATED -> entry -> when(entry.modified());
            case TAGS -> entry -> CellText.of(discretion.line(String.join(", ", entry.tags())));
            case DESCRIPTION -> entry -> CellText.of(discretion.line(firstLine(entry.description())));
            case CREATED -> entry -> when(entry.created());
            case VALUE_CHANGED -> entry -> when(entry.valueChanged());
            case SIZE -> entry -> CellText.of(size(entry.size()));
            case VERSIONS -> entry -> CellText.of(String.valueOf(entry.versions()));
            case STRENGTH -> entry -> CellText.of(strength(entry.strength()));
            case LAST_REVEALED ->
                entry -> entry.lastRevealed().map(this::when).orElse(CellText.of(Text.of("secrets.never")));
            case ID -> entry -> CellText.of(entry.id().toString());
        };
    }

    CellText when(Instant moment) {
        return new CellText(Ago.of(moment, clock.instant()), Ago.exact(moment, clock.getZone()));
    }

    Due due(Entry entry) {
        return Due.of(entry, LocalDate.now(clock));
    }

    /** How far the rotate-by day is, with the day itself. */
    CellText due(Entry entry, Due due) {
        String day = entry.rotateBy().map(DAY::format).orElse("");
        String text = switch (due.mark()) {
            case NONE -> "";
            case PAST -> Text.of("secrets.due.past", span(-due.days()));
            case SOON, LATER ->
                due.days() == 0 ? Text.of("secrets.due.today") : Text.of("secrets.due.in", span(due.days()));
        };
        return new CellText(text, due.mark() == Due.Mark.NONE ? "" : Text.of("secrets.due.day", day));
    }

    /** The rotate-by day with how far it is. */
    String dueDay(Entry entry, CellText due) {
        return entry.rotateBy()
                .map(day -> Text.of("secrets.due.with-day", DAY.format(day), due.text()))
                .orElse("");
    }

    private static String span(long days) {
        if (days < 2 * DAYS_IN_MONTH) {
            return Text.of("ago.days", days);
        }
        return days < 2 * DAYS_IN_YEAR
                ? Text.of("ago.months", days / DAYS_IN_MONTH)
                : Text.of("ago.years", days / DAYS_IN_YEAR);
    }

    static String size(int bytes) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(bytes);
    }

    static String strength(Strength strength) {
        return switch (strength) {
            case EMPTY -> Text.of("secrets.strength.empty");
            case WEAK -> Text.of("secrets.strength.weak");
            case FAIR -> Text.of("secrets.strength.fair");
            case GOOD -> Text.of("secrets.strength.good");
            case STRONG -> Text.of("secrets.strength.strong");
        };
    }

    static String kind(Entry.Kind kind) {
        return switch (kind) {
            case API_KEY -> Text.of("secrets.kind.api-key");
            case TOKEN -> Text.of("secrets.kind.token");
            case WEBHOOK_SECRET -> Text.of("secrets.kind.webhook-secret");
            case PASSWORD -> Text.of("secrets.kind.password");
            case CERTIFICATE -> Text.of("secrets.kind.certificate");
            case OTHER -> Text.of("secrets.kind.other");
        };
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
