package dev.lockstep.transfer;

import dev.lockstep.cleartext.SecretValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A name and a value of what is imported.
 *
 * @param name 1 to 255 UTF-16 units
 * @param value the exact bytes; closed together with its {@link ImportSource}
 */
public record ImportEntry(String name, SecretValue value, Place place, Extras extras) {
    /**
     * What else is known of a secret. It is taken over as far as the vault has room for it.
     *
     * @param description empty for none
     * @param tags in their order
     * @param rotateBy the day by which a new value is due
     */
    public record Extras(String description, List<String> tags, Optional<LocalDate> rotateBy) {
        public static final Extras NONE = new Extras("", List.of(), Optional.empty());

        public Extras {
            tags = List.copyOf(tags);
        }

        /** A description and nothing else. */
        public static Extras described(String description) {
            return new Extras(description, List.of(), Optional.empty());
        }
    }
}
