package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;

/**
 * A named group of secrets; a secret's name is unique inside it.
 *
 * @param name 1 to 100 UTF-16 units, for example "Acme"
 * @param environment up to 50 UTF-16 units, for example "production"; may be empty
 * @param rule id of the naming rule that its names follow, up to 100 UTF-16 units, see {@code naming.NamingRules}
 */
public record SecretCollection(CollectionId id, String name, String environment, String rule) {
    public static final int MAX_NAME = 100;
    public static final int MAX_ENVIRONMENT = 50;
    static final int MAX_RULE = 100;

    /** Name and environment as one line, for example "Acme, production". */
    public String title() {
        return environment.isEmpty() ? name : name + ", " + environment;
    }
}
