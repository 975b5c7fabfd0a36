package dev.lockstep.ui.health;

import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Finding;
import dev.lockstep.words.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One sentence about a finding. No value is in it. */
final class FindingWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final HealthViewModel model;
    private final ZoneId zone;

    FindingWords(HealthViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    String of(Finding finding, Entry entry) {
        return switch (finding) {
            case Finding.Unreadable unreadable -> Text.of("health.finding.unreadable");
            case Finding.Overdue overdue -> Text.of("health.finding.overdue", due(entry), days(entry));
            case Finding.Misplaced misplaced -> misplaced(misplaced);
            case Finding.Reused reused -> reused(reused);
            case Finding.Weak weak ->
                entry.size() == 0 ? Text.of("health.finding.empty") : Text.of("health.finding.weak");
            case Finding.DueSoon soon ->
                days(entry) == 0
                        ? Text.of("health.finding.due-today")
                        : Text.of("health.finding.due-soon", due(entry), days(entry));
            case Finding.Old old -> Text.of("health.finding.old", changed(entry));
            case Finding.BadName name -> Text.of("health.finding.name");
            case Finding.NotSecret published -> Text.of("health.finding.not-secret", KeyWords.of(published.key()));
            case Finding.DueLater later -> Text.of("health.finding.due-later", due(entry));
            case Finding.Fresh fresh -> Text.of("health.finding.fresh", changed(entry));
        };
    }

    private static String misplaced(Finding.Misplaced misplaced) {
        String key = KeyWords.of(misplaced.key());
        return switch (misplaced.misfit()) {
            case TEST_IN_PRODUCTION -> Text.of("health.finding.test-in-production", key);
            case LIVE_IN_TEST -> Text.of("health.finding.live-in-test", key);
            case NO_SECRET -> Text.of("health.finding.no-secret", key);
            case OTHER_VENDOR -> Text.of("health.finding.other-vendor", key);
            case OTHER_KIND -> Text.of("health.finding.other-kind", key);
        };
    }

    private String reused(Finding.Reused reused) {
        String other = model.entry(new Finding.Weak(reused.other()))
                .map(entry -> Text.of("health.finding.other", entry.name(), model.collection(entry)))
                .orElse("");
        if (other.isEmpty()) {
            return Text.of("health.finding.reused-gone");
        }
        return reused.more() == 0
                ? Text.of("health.finding.reused", other)
                : Text.of("health.finding.reused-more", other, reused.more());
    }

    private static String due(Entry entry) {
        return entry.rotateBy().map(DAY::format).orElse("");
    }

    /** From today to the day by which a new value is due, or from it. */
    private long days(Entry entry) {
        return entry.rotateBy()
                .map(day -> Math.abs(day.toEpochDay() - model.today().toEpochDay()))
                .orElse(0L);
    }

    private String changed(Entry entry) {
        return DAY.format(LocalDate.ofInstant(entry.valueChanged(), zone));
    }
}
