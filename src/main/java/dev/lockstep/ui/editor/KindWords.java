package dev.lockstep.ui.editor;

import dev.lockstep.vault.Entry;
import dev.lockstep.words.Text;

/** The words for what a value is used for. */
final class KindWords {
    private KindWords() {}

    static String of(Entry.Kind kind) {
        return switch (kind) {
            case API_KEY -> Text.of("editor.kind.api-key");
            case TOKEN -> Text.of("editor.kind.token");
            case WEBHOOK_SECRET -> Text.of("editor.kind.webhook-secret");
            case PASSWORD -> Text.of("editor.kind.password");
            case CERTIFICATE -> Text.of("editor.kind.certificate");
            case OTHER -> Text.of("editor.kind.other");
        };
    }
}
