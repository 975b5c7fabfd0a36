package dev.lockstep.transfer.folder;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder with one secret in each file, as Docker and Kubernetes mount them. A file further down is named {@code folder/name}. Every byte is
 * taken, the line end at the end too, which is told of where it is the only one.
 *
 * <p>Hidden files and folders are not read. A link is followed if it leads to a file inside the folder: so a mount of Kubernetes, whose files are
 * links by way of {@code ..data}, gives each secret once, and nothing outside is ever read. Devices and pipes are not opened. What is encrypted by
 * GnuPG is not read, and a folder of nothing else is refused.
 */
public final class FolderFormat implements ImportFormat {
    /** The most that is read of all files together, in bytes: 64 MiB. */
    public static final int MAX_SIZE = 64 << 20;

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
        return read(source, progress, FolderFormat::whole);
    }

    static ImportSource read(Path source, Progress progress, FolderWalk.Taker taker)
            throws ImportException, InterruptedException {
        if (!Files.isDirectory(source)) {
            throw new ImportException(Reason.OTHER_FORMAT);
        }
        try (Gathering gathering = new Gathering()) {
            new FolderWalk(source.toRealPath(), gathering, progress, taker).run();
            return gathering.finish();
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }

    private static void whole(String name, SecretValue value, Gathering into) {
        Place place = Place.of(name);
        if (!value.use(Encoding::isUtf8)) {
            into.note(place, Kind.NOT_TEXT, Optional.of(name));
        } else if (endsWithItsOnlyLineEnd(value)) {
            into.note(place, Kind.LINE_END_KEPT, Optional.of(name));
        }
        into.add(Thing.FILE, new ImportEntry(name, value, place, ImportEntry.Extras.NONE));
    }

    private static boolean endsWithItsOnlyLineEnd(SecretValue value) {
        int end = 0;
        while (end < value.size() && value.at(end) != '\n') {
            end++;
        }
        return end == value.size() - 1;
    }
}
