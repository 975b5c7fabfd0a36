package dev.lockstep.transfer.folder;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with one secret in each file, as Docker and Kubernetes mount them and {@code pass show NAME > NAME} writes them. A file further down is
 * named {@code folder/name}. Every byte is taken, the line end at the end too, which is told of where it is the only one.
 *
 * <p>Hidden files and folders are not read. A link is followed if it leads to a file inside the folder: so a mount of Kubernetes, whose files are
 * links by way of {@code ..data}, gives each secret once, and nothing outside is ever read. Devices and pipes are not opened. A store of {@code pass}
 * itself is refused, since its files are encrypted.
 */
public final class FolderFormat implements ImportFormat {
    /** The most that is read of all files together, in bytes: 64 MiB. */
    public static final int MAX_SIZE = 64 << 20;

    private static final String STORE_OF_PASS = ".gpg-id";

    /** A reader without state. */
    public FolderFormat() {}

    @Override
    public String id() {
        return "folder";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return Files.isDirectory(source) ? Likeness.LIKELY : Likeness.NO;
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        if (!Files.isDirectory(source)) {
            throw new ImportException(Reason.OTHER_FORMAT);
        }
        if (Files.exists(source.resolve(STORE_OF_PASS))) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
        try (Gathering gathering = new Gathering()) {
            new FolderWalk(source.toRealPath(), gathering, progress).run();
            return gathering.finish();
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }
}
