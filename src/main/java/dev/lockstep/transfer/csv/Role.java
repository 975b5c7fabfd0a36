package dev.lockstep.transfer.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a column is, told by its heading in the tables of KeePassXC ({@code CsvExporter.cpp}), Bitwarden, 1Password, browsers, Doppler,
 * Infisical and Lockstep.
 */
enum Role {
    NAME("name title key"),
    VALUE("value"),
    PASSWORD("password login_password"),
    USER_NAME("username login_username"),
    ADDRESS("url website login_uri"),
    NOTES("notes note extra description comment"),
    ONE_TIME_CODE("totp otpauth login_totp"),
    /** A path that begins with the name of the whole. */
    GROUP("group"),
    FOLDER("folder grouping collections"),
    TAGS("tags"),
    /** Lines of {@code label: value}; some of them are hidden in the other program, and it does not tell which. */
    FIELDS("fields"),
    ARCHIVED("archived"),
    ROTATE_BY("rotate_by");

    private static final Map<String, Role> BY_HEADING = Arrays.stream(values())
            .flatMap(role -> Arrays.stream(role.headings.split(" ", -1)).map(heading -> Map.entry(heading, role)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** In small letters, with blanks between them. */
    private final String headings;

    Role(String headings) {
        this.headings = headings;
    }

    static Optional<Role> of(String heading) {
        return Optional.ofNullable(BY_HEADING.get(heading.strip().toLowerCase(Locale.ROOT)));
    }
}
