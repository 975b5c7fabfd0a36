package dev.lockstep.transfer.folder;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What {@code pass} shows of its store: a folder with a file for each secret, {@code NAME} or {@code NAME.txt}, since a secret and a folder may
 * have one name there. It is known by the {@code .gpg-id} of the store; the README has the lines that write it. The store itself is encrypted, and
 * refused.
 *
 * <p>By the convention of {@code pass} the first line is the password. A line {@code user:}, {@code username:} or {@code login:} and a line {@code
 * url:}, {@code uri:} or {@code website:} is described, {@code otpauth://} is the key of one-time codes. Since nothing tells which of the other
 * lines are secret, they are a secret, {@code NAME/Notes}. What is no text, or begins as PEM does, is one value from its first byte to its last.
 *
 * @see <a href="https://www.passwordstore.org/#organization">Data organization</a>
 */
public final class PassFormat implements ImportFormat {
    private static final String TEXT = ".txt";

    /** A reader without state. */
    public PassFormat() {}

    @Override
    public String id() {
        return "pass";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        if (!Files.isDirectory(source)) {
            return Likeness.NO;
        }
        return FolderWalk.isOfPass(source) ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        return FolderFormat.read(source, progress, PassFormat::item);
    }

    private static void item(String file, SecretValue content, Gathering into) {
        try (ForeignItem item = new ForeignItem()) {
            item.title(file.endsWith(TEXT) ? file.substring(0, file.length() - TEXT.length()) : file);
            if (content.use(Encoding::isUtf8)) {
                lines(content, item);
            } else {
                item.password(content);
            }
            item.give(into, Place.of(file));
        }
    }

    private static void lines(SecretValue content, ForeignItem item) {
        byte[] text = content.exposed();
        try (content) {
            new PassText(text, item).read();
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
