package dev.lockstep.words;

import dev.lockstep.transfer.Holding;

/** The words for what was in something that is imported, and where it goes. */
public final class HoldingWords {
    private HoldingWords() {}

    /** One line, such as "3 passwords: secrets". */
    public static String of(Holding holding) {
        return Text.of("import.holding", thing(holding.thing()), holding.count(), fate(holding.fate()));
    }

    /** The sort of thing, in the plural. */
    public static String thing(Holding.Thing thing) {
        return switch (thing) {
            case VALUE -> Text.of("import.thing.value");
            case PASSWORD -> Text.of("import.thing.password");
            case FIELD -> Text.of("import.thing.field");
            case USER_NAME -> Text.of("import.thing.user-name");
            case ADDRESS -> Text.of("import.thing.address");
            case NOTE -> Text.of("import.thing.note");
            case ONE_TIME_CODE -> Text.of("import.thing.one-time-code");
            case CARD_OR_IDENTITY -> Text.of("import.thing.card");
            case PASSKEY -> Text.of("import.thing.passkey");
            case ATTACHMENT -> Text.of("import.thing.attachment");
            case FORMER_VALUE -> Text.of("import.thing.former-value");
            case FOLDER -> Text.of("import.thing.folder");
            case TAG -> Text.of("import.thing.tag");
            case EXPIRY -> Text.of("import.thing.expiry");
            case FILE -> Text.of("import.thing.file");
            case OTHER -> Text.of("import.thing.other");
        };
    }

    /** What becomes of it. */
    public static String fate(Holding.Fate fate) {
        return switch (fate) {
            case SECRET -> Text.of("import.fate.secret");
            case DESCRIPTION -> Text.of("import.fate.description");
            case TAG -> Text.of("import.fate.tag");
            case ROTATION -> Text.of("import.fate.rotation");
            case EMPTY -> Text.of("import.fate.empty");
            case LEFT_OUT -> Text.of("import.fate.left-out");
        };
    }
}
