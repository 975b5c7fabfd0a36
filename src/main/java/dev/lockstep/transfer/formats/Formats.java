package dev.lockstep.transfer.formats;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Likeness;
import dev.lockstep.transfer.bitwarden.BitwardenFormat;
import dev.lockstep.transfer.bundle.BundleFormat;
import dev.lockstep.transfer.csv.CsvFormat;
import dev.lockstep.transfer.dotenv.DotenvFormat;
import dev.lockstep.transfer.folder.FolderFormat;
import dev.lockstep.transfer.folder.PassFormat;
import dev.lockstep.transfer.json.DopplerFormat;
import dev.lockstep.transfer.json.InfisicalFormat;
import dev.lockstep.transfer.json.JsonFormat;
import dev.lockstep.transfer.json.VaultKvFormat;
import dev.lockstep.transfer.keepass.KeePassFormat;
import dev.lockstep.transfer.keepass.KeePassXmlFormat;
import dev.lockstep.transfer.onepassword.OnePasswordFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All formats that are read. */
public final class Formats {
    private static final List<ImportFormat> ALL = List.of(
            new BundleFormat(),
            new KeePassFormat(),
            new KeePassXmlFormat(),
            new BitwardenFormat(),
            new OnePasswordFormat(),
            new VaultKvFormat(),
            new DopplerFormat(),
            new InfisicalFormat(),
            new JsonFormat(),
            new CsvFormat(),
            new DotenvFormat(),
            new FolderFormat(),
            new PassFormat());

    private Formats() {}

    /** In the order to show, and to ask where several are equally likely. */
    public static List<ImportFormat> all() {
        return ALL;
    }

    /** That of an id. */
    public static Optional<ImportFormat> of(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * The most likely format of a file or folder; empty if it looks like none. The beginning of a file that may hold secrets is overwritten
     * afterwards.
     *
     * @throws ImportException if it is neither a file nor a folder, cannot be read, or is of a format of which can be said what to do instead
     */
    public static Optional<ImportFormat> likely(Path source) throws ImportException, InterruptedException {
        return likely(ALL, source);
    }

    /** The most likely among some formats. */
    public static Optional<ImportFormat> likely(List<ImportFormat> among, Path source)
            throws ImportException, InterruptedException {
        byte[] beginning = beginning(source);
        try {
            Unreadable.refuse(source, beginning);
            Optional<ImportFormat> best = Optional.empty();
            Likeness most = Likeness.NO;
            for (ImportFormat format : among) {
                Likeness found = format.judge(source, beginning);
                if (found.compareTo(most) > 0) {
                    best = Optional.of(format);
                    most = found;
                }
            }
            return best;
        } finally {
            Arrays.fill(beginning, (byte) 0);
        }
    }

    private static byte[] beginning(Path source) throws ImportException, InterruptedException {
        if (Files.isDirectory(source)) {
            return new byte[0];
        }
        if (!Files.isRegularFile(source)) {
            throw new ImportException(ImportException.Reason.NOT_A_FILE);
        }
        try (InputStream stream = Files.newInputStream(source)) {
            return stream.readNBytes(ImportFormat.BEGINNING);
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }
}
