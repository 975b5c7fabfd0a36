package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.Toast;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.function.Consumer;

/** Passing messages, shown by whoever asked for them last. */
final class Messages {
    private Consumer<Toast> shower = ignored -> {};

    /** Says who shows them. */
    void shownBy(Consumer<Toast> next) {
        shower = next;
    }

    void tell(Toast message) {
        shower.accept(message);
    }

    /** Shows one sentence for a while. */
    void say(String sentence) {
        tell(Toast.of(sentence));
    }

    void failed(Exception failure) {
        FailureWords words = FailureWords.of(failure);
        say(Text.of("shell.failed", words.what(), words.meaning(), words.advice(), words.code()));
    }
}
