package dev.lockstep.transfer.keepass;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The XML that KeePass 2 and KeePassXC export, with all values in clear. */
public final class KeePassXmlFormat implements ImportFormat {
    /** The largest file that is read, in bytes: 256 MiB. */
    public static final int MAX_SIZE = 256 << 20;

    /** A reader without state. */
    public KeePassXmlFormat() {}

    @Override
    public String id() {
        return "keepass-xml";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return new String(beginning, StandardCharsets.ISO_8859_1).contains("<KeePassFile")
                ? Likeness.SURE
                : Likeness.NO;
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        try (SourceFile file = SourceFile.read(source, MAX_SIZE)) {
            return read(new SegmentSource(file.content()), progress);
        }
    }

    /** Reads what is exported, from its first byte. */
    static ImportSource read(XmlBytes.Source source, Progress progress) throws ImportException, InterruptedException {
        try (XmlScanner xml = new XmlScanner(source, DocumentReader.MAX_TEXT);
                Gathering found = new Gathering()) {
            new DocumentReader(new Elements(xml, Elements.Mask.NONE), found, progress, hash -> true).read();
            return found.finish();
        } catch (IOException e) {
            throw new ImportException(Reason.DAMAGED);
        }
    }
}
