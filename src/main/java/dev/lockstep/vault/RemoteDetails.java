package dev.lockstep.vault;

import dev.lockstep.naming.NameMapping;
import java.util.Map;

/**
 * What the user edits of a remote, besides its credentials. The vault does not know what settings and place mean. Nothing is trimmed.
 *
 * @param name shown to the user, 1 to {@value #MAX_NAME} UTF-16 units; several remotes may have the same
 * @param place where it leads, in a form that is the same exactly if vendor, host and scope are the same; up to {@value #MAX_PLACE} UTF-16
 *     units; a vault has no two remotes of one vendor with the same place
 * @param mapping how the names of secrets are written there
 * @param prefix put before each of those names, up to {@value #MAX_PREFIX} UTF-16 units; may be empty
 * @param settings up to {@value #MAX_SETTINGS} texts of up to {@value #MAX_SETTING} UTF-16 units by their ids, each up to {@value #MAX_ID} of
 *     a-z, 0-9 and hyphen; nothing that has to stay secret
 */
public record RemoteDetails(
        String name, String place, NameMapping mapping, String prefix, Map<String, String> settings) {
    public static final int MAX_NAME = 100;
    public static final int MAX_PREFIX = 100;
    public static final int MAX_SETTINGS = 32;
    public static final int MAX_SETTING = 16_384;
    public static final int MAX_CREDENTIALS = 16;

    /** The most bytes of one credential. */
    public static final int MAX_CREDENTIAL = 1 << 16;

    static final int MAX_PLACE = 4096;
    static final int MAX_ID = 64;

    public RemoteDetails {
        settings = Map.copyOf(settings);
    }

    /** Whether a text can be the id of a vendor, a setting or a credential. */
    static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_ID
                && text.chars().allMatch(unit -> "abcdefghijklmnopqrstuvwxyz0123456789-".indexOf(unit) >= 0);
    }
}
