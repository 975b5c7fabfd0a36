package dev.lockstep.ui.health;

import dev.lockstep.vault.Age;
import dev.lockstep.vault.Finding;
import dev.lockstep.vault.Finding.Concern;
import dev.lockstep.words.Text;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;

/** What the list shows, in words, and the signs that stand for each concern. */
final class ShownWords {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private static final Set<Concern> LOOKED_FOR = Set.of(Concern.MISPLACED, Concern.NOT_SECRET, Concern.UNREADABLE);

    private ShownWords() {}

    static String of(Shown shown) {
        return switch (shown) {
            case Shown.Everything everything -> Text.of("health.everything");
            case Shown.About about -> of(about.concern());
            case Shown.Aged aged -> of(aged.age());
            case Shown.DueIn due -> due.month().map(ShownWords::due).orElse(Text.of("health.concern.overdue"));
        };
    }

    private static String due(YearMonth month) {
        return Text.of("health.due-in", MONTH.format(month));
    }

    static String of(Concern concern) {
        return switch (concern) {
            case UNREADABLE -> Text.of("health.concern.unreadable");
            case OVERDUE -> Text.of("health.concern.overdue");
            case MISPLACED -> Text.of("health.concern.misplaced");
            case REUSED -> Text.of("health.concern.reused");
            case WEAK -> Text.of("health.concern.weak");
            case DUE_SOON -> Text.of("health.concern.due-soon");
            case OLD -> Text.of("health.concern.old");
            case NAME -> Text.of("health.concern.name");
            case NOT_SECRET -> Text.of("health.concern.not-secret");
        };
    }

    static String of(Age age) {
        return switch (age) {
            case MONTH -> Text.of("health.age.month");
            case QUARTER -> Text.of("health.age.quarter");
            case HALF_YEAR -> Text.of("health.age.half-year");
            case YEAR -> Text.of("health.age.year");
            case TWO_YEARS -> Text.of("health.age.two-years");
            case OLDER -> Text.of("health.age.older");
        };
    }

    /** As it stands below a bar. */
    static String brief(Age age) {
        return switch (age) {
            case MONTH -> Text.of("health.age.brief.month");
            case QUARTER -> Text.of("health.age.brief.quarter");
            case HALF_YEAR -> Text.of("health.age.brief.half-year");
            case YEAR -> Text.of("health.age.brief.year");
            case TWO_YEARS -> Text.of("health.age.brief.two-years");
            case OLDER -> Text.of("health.age.brief.older");
        };
    }

    /** Whether a concern can only be found by looking into values. */
    static boolean needsLook(Shown shown) {
        return shown instanceof Shown.About about && LOOKED_FOR.contains(about.concern());
    }

    static Feather icon(Shown shown) {
        return switch (shown) {
            case Shown.Everything everything -> Feather.LIST;
            case Shown.About about -> icon(about.concern());
            case Shown.Aged aged -> Feather.CALENDAR;
            case Shown.DueIn due -> Feather.CLOCK;
        };
    }

    private static Feather icon(Concern concern) {
        return switch (concern) {
            case UNREADABLE -> Feather.X_CIRCLE;
            case OVERDUE -> Feather.ALERT_CIRCLE;
            case MISPLACED -> Feather.SHUFFLE;
            case REUSED -> Feather.COPY;
            case WEAK -> Feather.UNLOCK;
            case DUE_SOON -> Feather.CLOCK;
            case OLD -> Feather.CALENDAR;
            case NAME -> Feather.ALERT_TRIANGLE;
            case NOT_SECRET -> Feather.INFO;
        };
    }

    /** The sign of one finding. */
    static Feather icon(Finding finding) {
        return switch (finding) {
            case Finding.Unreadable unreadable -> icon(Concern.UNREADABLE);
            case Finding.Overdue overdue -> icon(Concern.OVERDUE);
            case Finding.Misplaced misplaced -> icon(Concern.MISPLACED);
            case Finding.Reused reused -> icon(Concern.REUSED);
            case Finding.Weak weak -> icon(Concern.WEAK);
            case Finding.DueSoon soon -> icon(Concern.DUE_SOON);
            case Finding.Old old -> icon(Concern.OLD);
            case Finding.BadName name -> icon(Concern.NAME);
            case Finding.NotSecret published -> icon(Concern.NOT_SECRET);
            case Finding.DueLater later -> Feather.CLOCK;
            case Finding.Fresh fresh -> Feather.CHECK;
        };
    }
}
