package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.util.HashSet;
import java.util.Map;

/** What the format can hold. */
final class Limits {
    private Limits() {}

    /**
     * Refuses details that are too long, or that no file can hold.
     *
     * @throws VaultException {@code TooLarge}, {@code HalfCharacter}
     * @throws IllegalArgumentException for an empty name or tag, a repeated tag, or lead days out of range, which no screen lets through
     */
    static void check(SecretDetails details) throws VaultException {
        atMost(details.name().length(), Failure.Field.NAME, SecretDetails.MAX_NAME);
        atMost(details.description().length(), Failure.Field.DESCRIPTION, SecretDetails.MAX_DESCRIPTION);
        atMost(details.tags().size(), Failure.Field.TAGS, SecretDetails.MAX_TAGS);
        for (String tag : details.tags()) {
            atMost(tag.length(), Failure.Field.TAG, SecretDetails.MAX_TAG);
            whole(tag, Failure.Field.TAG);
        }
        whole(details.name(), Failure.Field.NAME);
        whole(details.description(), Failure.Field.DESCRIPTION);
        boolean sound = !details.name().isEmpty()
                && !details.tags().contains("")
                && new HashSet<>(details.tags()).size() == details.tags().size()
                && details.leadDays() >= 0
                && details.leadDays() <= 3650;
        if (!sound) {
            throw new IllegalArgumentException("Details that no screen lets through");
        }
    }

    static void check(SecretValue value) throws VaultException {
        atMost(value.size(), Failure.Field.VALUE, SecretValue.MAX_SIZE);
    }

    /** Refuses an unfinished edit only where the format has no room for it: it may break every other limit. */
    static void checkDraft(SecretDetails details) throws VaultException {
        atMost(Wire.utf8(details.name()).length, Failure.Field.NAME, Wire.MAX_TEXT);
        atMost(Wire.utf8(details.description()).length, Failure.Field.DESCRIPTION, Wire.MAX_TEXT);
        atMost(details.tags().size(), Failure.Field.TAGS, Wire.MAX_TEXT);
        for (String tag : details.tags()) {
            atMost(Wire.utf8(tag).length, Failure.Field.TAG, Wire.MAX_TEXT);
        }
    }

    static void check(SecretCollection collection) throws VaultException {
        atMost(collection.name().length(), Failure.Field.COLLECTION, SecretCollection.MAX_NAME);
        atMost(collection.environment().length(), Failure.Field.COLLECTION, SecretCollection.MAX_ENVIRONMENT);
        atMost(collection.rule().length(), Failure.Field.COLLECTION, SecretCollection.MAX_RULE);
        whole(collection.name(), Failure.Field.COLLECTION);
        whole(collection.environment(), Failure.Field.COLLECTION);
        whole(collection.rule(), Failure.Field.COLLECTION);
        if (collection.name().isEmpty()) {
            throw new IllegalArgumentException("A collection without a name");
        }
    }

    /**
     * Refuses a remote that is too large, or that no file can hold.
     *
     * @throws VaultException {@code TooLarge}, {@code HalfCharacter}
     * @throws IllegalArgumentException for an empty name, an id that is none, or more settings or credentials than any vendor asks for, which no
     *     screen lets through
     */
    static void check(String vendor, RemoteDetails details, Map<String, SecretValue> credentials)
            throws VaultException {
        atMost(details.name().length(), Failure.Field.REMOTE, RemoteDetails.MAX_NAME);
        atMost(details.prefix().length(), Failure.Field.PREFIX, RemoteDetails.MAX_PREFIX);
        atMost(details.place().length(), Failure.Field.SETTING, RemoteDetails.MAX_PLACE);
        whole(details.name(), Failure.Field.REMOTE);
        whole(details.prefix(), Failure.Field.PREFIX);
        whole(details.place(), Failure.Field.SETTING);
        for (String text : details.settings().values()) {
            atMost(text.length(), Failure.Field.SETTING, RemoteDetails.MAX_SETTING);
            whole(text, Failure.Field.SETTING);
        }
        for (SecretValue credential : credentials.values()) {
            atMost(credential.size(), Failure.Field.CREDENTIAL, RemoteDetails.MAX_CREDENTIAL);
        }
        boolean sound = !details.name().isEmpty()
                && RemoteDetails.isId(vendor)
                && details.settings().size() <= RemoteDetails.MAX_SETTINGS
                && details.settings().keySet().stream().allMatch(RemoteDetails::isId)
                && credentials.size() <= RemoteDetails.MAX_CREDENTIALS
                && credentials.keySet().stream().allMatch(RemoteDetails::isId);
        if (!sound) {
            throw new IllegalArgumentException("A remote that no screen lets through");
        }
    }

    private static void whole(String text, Failure.Field field) throws VaultException {
        if (!Wire.encodable(text).equals(text)) {
            throw new VaultException(new Failure.HalfCharacter(field));
        }
    }

    private static void atMost(int length, Failure.Field field, int limit) throws VaultException {
        if (length > limit) {
            throw new VaultException(new Failure.TooLarge(field, limit));
        }
    }
}
