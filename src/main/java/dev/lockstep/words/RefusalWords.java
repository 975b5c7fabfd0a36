package dev.lockstep.words;

import dev.lockstep.transfer.export.Refusal;

/** Why a format of export cannot hold a secret. */
public final class RefusalWords {
    private RefusalWords() {}

    /** In one sentence that begins with the name. */
    public static String of(Refusal refusal) {
        return Text.of("refusal", Legible.line(refusal.name()), reason(refusal.reason()));
    }

    private static String reason(Refusal.Reason reason) {
        return switch (reason) {
            case NAME_NOT_A_VARIABLE -> Text.of("refusal.name-not-a-variable");
            case NAME_NOT_A_KEY -> Text.of("refusal.name-not-a-key");
            case NAME_TWICE -> Text.of("refusal.name-twice");
            case ZERO_BYTE -> Text.of("refusal.zero-byte");
            case NOT_TEXT -> Text.of("refusal.not-text");
            case TAG_WITH_LINE_END -> Text.of("refusal.tag-with-line-end");
            case NO_ROOM -> Text.of("refusal.no-room");
        };
    }
}
