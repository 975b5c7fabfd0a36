package dev.lockstep.ui.generator;

import dev.lockstep.words.Text;

/** The recipes to choose from. */
enum RecipeKind {
    URL_SAFE,
    CHARACTERS,
    HEX,
    BASE64URL,
    UUID,
    PASSPHRASE;

    String words() {
        return switch (this) {
            case URL_SAFE -> Text.of("generator.kind.url-safe");
            case CHARACTERS -> Text.of("generator.kind.characters");
            case HEX -> Text.of("generator.kind.hex");
            case BASE64URL -> Text.of("generator.kind.base64url");
            case UUID -> Text.of("generator.kind.uuid");
            case PASSPHRASE -> Text.of("generator.kind.passphrase");
        };
    }
}
