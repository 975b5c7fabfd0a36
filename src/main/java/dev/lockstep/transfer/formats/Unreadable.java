package dev.lockstep.transfer.formats;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Formats that are known and not read, because there is a better way to the same secrets. */
final class Unreadable {
    private static final String BLANKS = "\u00ef\u00bb\u00bf \t\r\n";
    private static final int MARK = "<!doctype html".length();

    private Unreadable() {}

    /** Refuses what is of such a format, with the reason that says what to do. */
    static void refuse(Path source, byte[] beginning) throws ImportException {
        if (beginning.length > 0 && source.toString().endsWith(".gpg")) {
            throw new ImportException(Reason.ENCRYPTED_BY_GPG);
        }
        String mark = mark(beginning);
        if (mark.startsWith("<!doctype html") || mark.startsWith("<html>") || mark.startsWith("<html ")) {
            throw new ImportException(Reason.HTML);
        }
    }

    /** The first letters in lower case; none of what does not begin as markup does, since that may be secret. */
    private static String mark(byte[] beginning) {
        int at = 0;
        while (at < beginning.length && BLANKS.indexOf(beginning[at] & 0xff) >= 0) {
            at++;
        }
        if (at == beginning.length || beginning[at] != '<') {
            return "";
        }
        int length = Math.min(MARK, beginning.length - at);
        return new String(beginning, at, length, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    }
}
