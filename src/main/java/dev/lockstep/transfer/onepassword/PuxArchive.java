package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The ZIP archive. Only its two JSON files are unpacked, each until it is as large as it may be, whatever the archive says of its size; so it
 * does not matter how much the rest would be unpacked, nor where its names lead.
 */
final class PuxArchive implements AutoCloseable {
    /** The largest {@code export.data}, in bytes: 64 MiB. It is read as a stream. */
    static final int MAX_DATA = 64 << 20;

    private static final int MAX_ATTRIBUTES = 1 << 16;
    private static final int NEWEST_VERSION = 3;
    private static final String ATTRIBUTES = "export.attributes";
    private static final String DATA = "export.data";
    private static final String FILES = "files/";

    private final ZipFile zip;
    private final List<ZipEntry> entries;

    private PuxArchive(ZipFile zip, List<ZipEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static PuxArchive open(Path file) throws ImportException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new ImportException(Reason.NOT_A_FILE);
        }
        try {
            ZipDirectory.requireReadable(file);
            ZipFile zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.UTF_8);
            return new PuxArchive(
                    zip, zip.stream().<ZipEntry>map(entry -> entry).toList());
        } catch (ZipException | EOFException e) {
            throw new ImportException(Reason.DAMAGED);
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }

    /** Makes sure that the version of the format is known; an archive that does not tell it is taken for one. */
    void requireKnownVersion() throws ImportException, InterruptedException {
        long[] version = new long[1];
        Optional<ZipEntry> attributes = only(ATTRIBUTES);
        if (attributes.isPresent()) {
            read(
                    attributes.get(),
                    MAX_ATTRIBUTES,
                    Progress.UNTOLD,
                    json -> json.object(name -> {
                        if (name.equals("version")) {
                            version[0] = json.number().orElse(0);
                        } else {
                            json.skip();
                        }
                    }));
        }
        if (version[0] > NEWEST_VERSION) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
    }

    /** Reads {@code export.data}. */
    void readData(PuxJson.Reader reader, Progress progress) throws ImportException, InterruptedException {
        ZipEntry data = only(DATA).orElseThrow(() -> new ImportException(Reason.OTHER_FORMAT));
        read(data, MAX_DATA, progress, reader);
    }

    /** Where several have one name, nobody could say which of them counts. */
    private Optional<ZipEntry> only(String name) throws ImportException {
        List<ZipEntry> found =
                entries.stream().filter(entry -> entry.getName().equals(name)).toList();
        if (found.size() > 1) {
            throw new ImportException(Reason.DAMAGED);
        }
        return found.stream().findFirst();
    }

    private void read(ZipEntry entry, int most, Progress progress, PuxJson.Reader reader)
            throws ImportException, InterruptedException {
        if (entry.getSize() > most) {
            throw new ImportException(Reason.TOO_LARGE);
        }
        try (InputStream unpacked = zip.getInputStream(entry);
                CheckedSize checked = new CheckedSize(unpacked, entry, most, progress);
                PuxJson json = PuxJson.of(checked)) {
            json.whole(reader);
            checked.requireSound();
        } catch (CheckedSize.TooLarge e) {
            throw new ImportException(Reason.TOO_LARGE);
        } catch (ZipException | EOFException e) {
            throw new ImportException(Reason.DAMAGED);
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }

    /** Tells of each file that no item has told of. */
    void tellOfRest(Gathering gathering, Attached attached) {
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (name.equals(ATTRIBUTES) || name.equals(DATA) || name.equals(FILES)) {
                continue;
            }
            if (!name.startsWith(FILES) || name.contains("..") || entry.isDirectory()) {
                gathering.lost(Thing.OTHER, Place.of(name), Kind.NO_PLACE_FOR_IT, Optional.empty());
            } else if (!attached.has(name.substring(FILES.length()))) {
                gathering.lost(Thing.ATTACHMENT, Place.of(name), Kind.ATTACHMENT, Optional.empty());
            }
        }
    }

    @Override
    public void close() throws ImportException {
        try {
            zip.close();
        } catch (IOException e) {
            throw new ImportException(Reason.UNREADABLE);
        }
    }
}
