package dev.lockstep.sync;

import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.connect.Address;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Why what was filled in cannot be used, found out without asking anybody. */
public enum FieldProblem {
    EMPTY,
    TOO_LONG,
    /** No address with https, or with http of this computer. */
    NO_ADDRESS,
    /** A control character or one beyond ASCII, which no header can hold. */
    BAD_CHARACTER,
    NO_CHOICE,
    NO_FILE,
    /** A file that this user may not read, or that the disk does not give. */
    UNREADABLE,
    FILE_TOO_LARGE,
    NO_CERTIFICATE,
    /** A file with a private key, which is nothing to trust and belongs to nobody else. */
    PRIVATE_KEY;

    /** What is wrong with the text of a field that is no credential; edge blanks do not count. What is in a file tells {@link AuthorityFile}. */
    public static Optional<FieldProblem> of(ContractField field, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return field.required() ? Optional.of(EMPTY) : Optional.empty();
        }
        if (text.length() > field.maxLength()) {
            return Optional.of(TOO_LONG);
        }
        return switch (field.role()) {
            case ADDRESS -> Address.of(text).isPresent() ? Optional.empty() : Optional.of(NO_ADDRESS);
            case SCOPE, CREDENTIAL -> isPrintable(text) ? Optional.empty() : Optional.of(BAD_CHARACTER);
            case OPTION -> option(field, text);
        };
    }

    private static Optional<FieldProblem> option(ContractField field, String text) {
        if (field.id().equals(ContractField.AUTHORITIES)) {
            return isPath(text) ? Optional.empty() : Optional.of(NO_FILE);
        }
        return field.choices().isEmpty() || field.choices().contains(text) ? Optional.empty() : Optional.of(NO_CHOICE);
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(unit -> unit >= ' ' && unit <= '~');
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
