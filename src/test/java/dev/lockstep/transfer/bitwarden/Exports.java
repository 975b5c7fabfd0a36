package dev.lockstep.transfer.bitwarden;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.json.JsonWalk;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads example files, and texts. */
final class Exports {
    /** That of the sealed examples. */
    static final String PASSWORD = "correct horse \u00fc battery";

    private Exports() {}

    static ImportSource file(String name) throws Exception {
        return new BitwardenFormat().read(path(name), ImportOptions.NONE, Progress.UNTOLD);
    }

    static ImportSource file(String name, String password) throws Exception {
        try (Passphrase typed = typed(password)) {
            return new BitwardenFormat().read(path(name), ImportOptions.password(typed), Progress.UNTOLD);
        }
    }

    static ImportSource text(String text, String password) throws Exception {
        try (Passphrase typed = typed(password)) {
            return bytes(text.getBytes(StandardCharsets.UTF_8), Optional.of(typed));
        }
    }

    static ImportSource bytes(byte[] bytes, Optional<Passphrase> password)
            throws ImportException, InterruptedException {
        JsonWalk walk = JsonWalk.of(MemorySegment.ofArray(bytes), Progress.UNTOLD);
        try (Gathering into = new Gathering()) {
            BitwardenFormat.read(walk, into, password);
            walk.end();
            return into.finish();
        }
    }

    static byte[] content(String name) throws IOException {
        try (InputStream file = Exports.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static Path path(String name) throws URISyntaxException {
        return Path.of(Exports.class.getResource(name).toURI());
    }

    static Passphrase typed(String password) throws CharacterCodingException {
        try (SecretBuffer typed = new SecretBuffer(Passphrase.MAX_LENGTH)) {
            typed.insert(0, password);
            return Passphrase.of(typed);
        }
    }
}
