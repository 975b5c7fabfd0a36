package dev.lockstep.ui.create;

import dev.lockstep.vault.Vaults;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a vault file may have: those that Windows, macOS and Linux all take, so that the file can be carried between them. */
final class FileNames {
    /** UTF-16 units, ending excluded; with four UTF-8 bytes each it stays within the 255 bytes of common file systems. */
    static final int MAX_LENGTH = 60;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}/\\\\:*?\"<>|]");
    private static final Pattern EDGES = Pattern.compile("^\\s|^\\.|[\\s.]$", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");
    private static final Pattern DEVICE = Pattern.compile("(com|lpt)[0-9]", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /** Why a vault cannot have this name; empty if it can. */
    static Optional<PlaceCheck.Reason> problem(String name) {
        if (name.isBlank()) {
            return Optional.of(PlaceCheck.Reason.NAME_EMPTY);
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of(PlaceCheck.Reason.NAME_TOO_LONG);
        }
        if (FORBIDDEN.matcher(name).find() || EDGES.matcher(name).find()) {
            return Optional.of(PlaceCheck.Reason.NAME_CHARACTERS);
        }
        return reserved(name) ? Optional.of(PlaceCheck.Reason.NAME_RESERVED) : Optional.empty();
    }

    /** The file for a vault name; an ending that was typed is not doubled. */
    static String file(String name) {
        return name.endsWith(Vaults.SUFFIX) ? name : name + Vaults.SUFFIX;
    }

    private static boolean reserved(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return RESERVED.stream().anyMatch(stem::equalsIgnoreCase)
                || DEVICE.matcher(stem).matches();
    }
}
