package dev.lockstep.ui.history;

import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.vault.History;
import dev.lockstep.vault.History.Version;
import dev.lockstep.vault.Origin;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.time.Duration;

/** What is told of a version. */
final class HistoryWords {
    private HistoryWords() {}

    static String origin(Origin origin) {
        return switch (origin) {
            case TYPED -> Text.of("history.origin.typed");
            case IMPORTED -> Text.of("history.origin.imported");
            case DUPLICATED -> Text.of("history.origin.duplicated");
            case RESTORED -> Text.of("history.origin.restored");
            case REMOTE -> Text.of("history.origin.remote");
            case OTHER -> Text.of("history.origin.other");
        };
    }

    static String date(Version version, Clock clock) {
        return Ago.exact(version.written(), clock.getZone());
    }

    static String age(Version version, Clock clock) {
        return Ago.of(version.written(), clock.instant());
    }

    static String title(Version version, Clock clock) {
        return version.present()
                ? Text.of("history.value.present", date(version, clock))
                : Text.of("history.value.of", date(version, clock));
    }

    /** How it came and how large it is. */
    static String about(Version version) {
        return Text.of("history.about", origin(version.origin()), version.size());
    }

    static String compared(History.Comparison comparison, Version one, Version other) {
        if (comparison.same()) {
            return Text.of("history.same", comparison.size());
        }
        Duration between = Duration.between(one.written(), other.written()).abs();
        String apart = between.toMinutes() < 1
                ? Text.of("history.apart.minute")
                : Text.of("history.apart", Ago.of(one.written().minus(between), one.written()));
        return comparison.size() == comparison.otherSize()
                ? Text.of("history.differs.same-size", comparison.size(), apart)
                : Text.of("history.differs", comparison.size(), comparison.otherSize(), apart);
    }

    static String copied(SecretClipboard.Outcome outcome, String name, int seconds) {
        return switch (outcome) {
            case COPIED ->
                seconds > 0 ? Text.of("history.copied", name, seconds) : Text.of("history.copied.stays", name);
            case NOT_TEXT -> Text.of("history.copy.not-text", name);
            case REFUSED -> Text.of("history.copy.refused", name);
        };
    }
}
