package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What 1Password 8 exports: a ZIP archive with {@code export.attributes}, {@code export.data} and a folder {@code files}
 * (support.1password.com/1pux-format). Nothing of it is ever written to disk, and attached files are not even unpacked.
 */
public final class OnePasswordFormat implements ImportFormat {
    /** Length of what stands before the name of a file in a ZIP archive (APPNOTE.TXT, 4.3.7). */
    private static final int NAME_AT = 30;

    /** A reader without state. */
    public OnePasswordFormat() {}

    @Override
    public String id() {
        return "1pux";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        if (!startsWith(beginning, 0, "PK\3\4")) {
            return Likeness.NO;
        }
        if (startsWith(beginning, NAME_AT, "export.")) {
            return Likeness.SURE;
        }
        String name = source.getFileName() == null ? "" : source.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".1pux") ? Likeness.SURE : Likeness.NO;
    }

    private static boolean startsWith(byte[] beginning, int from, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        return beginning.length >= from + wanted.length
                && new String(beginning, from, wanted.length, StandardCharsets.ISO_8859_1).equals(ascii);
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        try (PuxArchive archive = PuxArchive.open(source);
                Gathering gathering = new Gathering()) {
            archive.requireKnownVersion();
            Attached attached = new Attached();
            archive.readData(json -> new PuxTree(json, gathering, attached).read(), progress);
            archive.tellOfRest(gathering, attached);
            return gathering.finish();
        }
    }
}
