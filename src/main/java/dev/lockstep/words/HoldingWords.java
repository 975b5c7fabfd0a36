package dev.lockstep.words;

import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.Holding.Fate;
import java.util.List;

/** What an import source held and where it goes, for example "12 passwords become secrets." */
public final class HoldingWords {
    private HoldingWords() {}

    /** What goes somewhere, in one sentence; empty if nothing does. */
    public static String of(Fate fate, List<Holding> holdings) {
        List<Holding> these =
                holdings.stream().filter(holding -> holding.fate() == fate).toList();
        if (these.isEmpty()) {
            return "";
        }
        int count = these.stream().mapToInt(Holding::count).sum();
        String what = list(these.stream().map(HoldingWords::thing).toList());
        return switch (fate) {
            case SECRET -> Text.of("holding.fate.secret", what, count);
            case DESCRIPTION -> Text.of("holding.fate.description", what, count);
            case TAG -> Text.of("holding.fate.tag", what, count);
            case ROTATION -> Text.of("holding.fate.rotation", what, count);
            case EMPTY -> Text.of("holding.fate.empty", what, count);
            case LEFT_OUT -> Text.of("holding.fate.left-out", what, count);
        };
    }

    private static String list(List<String> things) {
        int last = things.size() - 1;
        return last == 0
                ? things.getFirst()
                : Text.of("holding.and", String.join(", ", things.subList(0, last)), things.getLast());
    }

    private static String thing(Holding holding) {
        int count = holding.count();
        return switch (holding.thing()) {
            case VALUE -> Text.of("holding.value", count);
            case PASSWORD -> Text.of("holding.password", count);
            case FIELD -> Text.of("holding.field", count);
            case USER_NAME -> Text.of("holding.user-name", count);
            case ADDRESS -> Text.of("holding.address", count);
            case NOTE -> Text.of("holding.note", count);
            case ONE_TIME_CODE -> Text.of("holding.one-time-code", count);
            case CARD_OR_IDENTITY -> Text.of("holding.card-or-identity", count);
            case PASSKEY -> Text.of("holding.passkey", count);
            case ATTACHMENT -> Text.of("holding.attachment", count);
            case FORMER_VALUE -> Text.of("holding.former-value", count);
            case FOLDER -> Text.of("holding.folder", count);
            case TAG -> Text.of("holding.tag", count);
            case EXPIRY -> Text.of("holding.expiry", count);
            case FILE -> Text.of("holding.file", count);
            case OTHER -> Text.of("holding.other", count);
        };
    }
}
