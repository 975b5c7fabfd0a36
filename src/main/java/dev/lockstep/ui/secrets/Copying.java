package dev.lockstep.ui.secrets;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Secrets;
import dev.lockstep.words.Text;
import java.nio.charset.StandardCharsets;

/** Copies without revealing: the value goes from the vault to the clipboard and is closed. */
final class Copying {
    private final Secrets secrets;
    private final Background background;
    private final SecretClipboard clipboard;
    private final Discretion discretion;
    private final Notices notices;

    Copying(Secrets secrets, Background background, SecretClipboard clipboard, Discretion discretion, Notices notices) {
        this.discretion = discretion;
        this.secrets = secrets;
        this.background = background;
        this.clipboard = clipboard;
        this.notices = notices;
    }

    void value(Entry entry) {
        background
                .job(progress -> secrets.copy(entry.id()))
                .onDone(value -> put(entry.name(), value))
                .onFailed(notices::failed)
                .start();
    }

    /** A name is treated as a value is: kept out of clipboard histories, and cleared. */
    void name(Entry entry) {
        put(entry.name(), SecretValue.taking(entry.name().getBytes(StandardCharsets.UTF_8)));
    }

    private void put(String name, SecretValue value) {
        String told = discretion.line(name);
        try (value) {
            notices.done(
                    switch (clipboard.copy(name, value)) {
                        case COPIED ->
                            copied(told, clipboard.secondsLeftProperty().get());
                        case NOT_TEXT -> Text.of("secrets.copy.not-text", told);
                        case REFUSED -> Text.of("secrets.copy.refused", told);
                    });
        }
    }

    private static String copied(String name, int seconds) {
        return seconds > 0 ? Text.of("secrets.copied", name, seconds) : Text.of("secrets.copied.stays", name);
    }
}
