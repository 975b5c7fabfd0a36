package dev.lockstep.remote;

import java.util.List;

/**
 * One thing to fill in for a connection.
 *
 * @param id under which it is stored, for example {@code "brand"}; it never changes
 * @param role what it is for
 * @param required whether there is no connection without it
 * @param maxLength in UTF-16 units
 * @param initial what it is until the user changes it; empty for none
 * @param choices the only values that it takes; empty if it is free text
 */
public record ContractField(
        String id, Role role, boolean required, int maxLength, String initial, List<String> choices) {
    public ContractField {
        choices = List.copyOf(choices);
    }

    /** Id of the field that every vendor has for a file with certificates of authorities that are trusted besides those of the system. */
    public static final String AUTHORITIES = "authorities";

    /** What a field is for. */
    public enum Role {
        /** Where the vendor's API is: an address with https, or with http on this computer. */
        ADDRESS,
        /** Belongs to what the vendor calls a brand, an application, a mount: two remotes with the same are the same. */
        SCOPE,
        /** Proves who asks: sealed in the vault, masked, never logged. */
        CREDENTIAL,
        /** How to talk to this vendor where its documents leave it open. */
        OPTION
    }

    /** Free text that has to be filled in. */
    static ContractField required(String id, Role role, int maxLength) {
        return new ContractField(id, role, true, maxLength, "", List.of());
    }

    /** Free text that may stay empty. */
    static ContractField optional(String id, Role role, int maxLength) {
        return new ContractField(id, role, false, maxLength, "", List.of());
    }

    /** Where the API is, with the place that the vendor documents. */
    static ContractField address(String initial) {
        return new ContractField("address", Role.ADDRESS, true, 500, initial, List.of());
    }

    /** One of a few; the first is taken until the user chooses. */
    static ContractField choice(String id, String... choices) {
        return new ContractField(id, Role.OPTION, true, 40, choices[0], List.of(choices));
    }

    /** A file with certificates of own authorities. */
    static ContractField authorities() {
        return optional(AUTHORITIES, Role.OPTION, 1000);
    }
}
