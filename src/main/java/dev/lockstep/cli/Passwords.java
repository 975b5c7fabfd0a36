package dev.lockstep.cli;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.PasswordStrength;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.Optional;

/** Where passwords come from: the terminal, or a descriptor that whoever starts the program opened. Never an argument or the environment. */
final class Passwords {
    /** Bytes of the longest password in UTF-8, with a line end. */
    private static final int MOST = 3 * Passphrase.MAX_LENGTH + 2;

    private final Terminal terminal;

    Passwords(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The password of something that has one.
     *
     * @param of what it belongs to, for the prompt
     * @return to be closed by the caller
     */
    SecretBuffer present(Optional<Integer> descriptor, String of) throws IOException, Refusal {
        if (descriptor.isPresent()) {
            return read(descriptor.get());
        }
        return asked(Text.of("cli.prompt.password", of));
    }

    /**
     * A new password, long enough to protect a vault; typed twice on a terminal.
     *
     * @return to be closed by the caller
     */
    SecretBuffer chosen(Optional<Integer> descriptor) throws IOException, Refusal {
        SecretBuffer first =
                descriptor.isPresent() ? read(descriptor.get()) : asked(Text.of("cli.prompt.new-password"));
        boolean fit = false;
        try {
            if (Character.codePointCount(first, 0, first.length()) < PasswordStrength.MINIMUM_CHARACTERS) {
                throw new Refusal(ExitCode.DATA, Text.of("cli.password.short", PasswordStrength.MINIMUM_CHARACTERS));
            }
            if (descriptor.isEmpty()) {
                try (SecretBuffer second = asked(Text.of("cli.prompt.again"))) {
                    if (CharSequence.compare(first, second) != 0) {
                        throw new Refusal(ExitCode.DATA, Text.of("cli.password.differs"));
                    }
                }
            }
            fit = true;
            return first;
        } finally {
            if (!fit) {
                first.close();
            }
        }
    }

    /** Asks on the terminal; to be closed by the caller. */
    SecretBuffer asked(String prompt) throws IOException, Refusal {
        return terminal.askHidden(prompt)
                .orElseThrow(() -> new Refusal(ExitCode.UNAVAILABLE, Text.of("cli.no-terminal")));
    }

    /** Reads a descriptor up to its end; one line end at the end does not belong to the password. */
    SecretBuffer read(int descriptor) throws IOException, Refusal {
        SecretBuffer password = new SecretBuffer(MOST);
        try (SecretValue read = terminal.read(descriptor, MOST + 1)) {
            if (read.size() > MOST || !password.load(read)) {
                password.close();
                throw new Refusal(ExitCode.DATA, Text.of("cli.password.not-text", descriptor));
            }
        }
        int end = password.length();
        if (end > 0 && password.charAt(end - 1) == '\n') {
            end -= end > 1 && password.charAt(end - 2) == '\r' ? 2 : 1;
            password.delete(end, password.length());
        }
        return password;
    }
}
