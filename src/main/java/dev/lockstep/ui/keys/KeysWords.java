package dev.lockstep.ui.keys;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Way;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.KeyFileWords;
import dev.lockstep.words.Text;

/** The words for ways, tasks and what came of them. */
final class KeysWords {
    private KeysWords() {}

    /** What a button says that begins or does a task. */
    static String verb(Task task) {
        return switch (task) {
            case CHANGE_PASSWORD -> Text.of("ways.change-password");
            case ADD_KEY_FILE -> Text.of("ways.add-key-file");
            case REPLACE_KEY_FILE -> Text.of("ways.replace-key-file");
            case REMOVE_KEY_FILE -> Text.of("ways.remove-key-file");
            case RENEW_CODE -> Text.of("ways.renew-code");
            case QUICK_UNLOCK -> Text.of("ways.switch-on");
            case REKEY -> Text.of("ways.rekey");
        };
    }

    /** What stands above a task. */
    static String title(Task task) {
        return task == Task.QUICK_UNLOCK ? Text.of("ways.quick.here") : verb(task);
    }

    /** What the user should know before a task. */
    static String explanation(Task task) {
        return switch (task) {
            case CHANGE_PASSWORD -> Text.of("ways.change-password.more");
            case ADD_KEY_FILE -> Text.of("ways.add-key-file.more");
            case REPLACE_KEY_FILE -> Text.of("ways.replace-key-file.more");
            case REMOVE_KEY_FILE -> Text.of("ways.remove-key-file.more");
            case RENEW_CODE -> Text.of("ways.renew-code.more");
            case QUICK_UNLOCK -> Text.of("ways.quick.one");
            case REKEY -> Text.of("ways.rekey.more");
        };
    }

    /** What was done; {@code gone} tells whether what opened the vault before is gone from the file already. */
    static Notice done(Task task, boolean gone) {
        return switch (task) {
            case CHANGE_PASSWORD ->
                notice(Text.of("ways.change-password.done"), Text.of("ways.old-copies"), gone, true);
            case ADD_KEY_FILE -> notice(Text.of("ways.add-key-file.done"), Text.of("ways.key-file.keep"), gone, false);
            case REPLACE_KEY_FILE ->
                notice(Text.of("ways.replace-key-file.done"), Text.of("ways.key-file.keep"), gone, false);
            case REMOVE_KEY_FILE -> notice(Text.of("ways.remove-key-file.done"), "", gone, false);
            case RENEW_CODE ->
                notice(Text.of("ways.renew-code.done"), Text.of("ways.renew-code.old-copies"), gone, true);
            case QUICK_UNLOCK -> notice(Text.of("ways.quick.on"), "", true, false);
            case REKEY -> throw new IllegalArgumentException();
        };
    }

    static Notice removed(Way way, boolean gone) {
        if (way == Way.KEYSTORE) {
            return new Notice(Text.of("ways.quick.off"), gone ? "" : Text.of("ways.quick.unconfirmed"), false);
        }
        return notice(Text.of("ways.removed", name(way)), "", gone, false);
    }

    static Notice dropped(boolean gone) {
        return notice(Text.of("ways.altered.done"), "", gone, false);
    }

    static Notice cancelled() {
        return new Notice(Text.of("ways.rekey.cancelled"), "", false);
    }

    private static Notice notice(String done, String more, boolean gone, boolean offersRekey) {
        String rest = gone ? "" : Text.of("ways.settling");
        return new Notice(done, String.join(" ", more, rest).strip(), offersRekey);
    }

    /** The present password, with its key file or without, was not accepted. */
    static FailureWords unproved(Exception failure, boolean withFile) {
        boolean wrong = failure instanceof VaultException known && known.failure() instanceof Failure.WrongPassword;
        return wrong && !withFile
                ? new FailureWords(
                        Text.of("ways.unproved"),
                        Text.of("ways.unproved.meaning"),
                        Text.of("ways.unproved.advice"),
                        "VAULT-WRONG-PASSWORD")
                : KeyFileWords.of(failure, withFile);
    }

    static FailureWords samePassword() {
        return new FailureWords(
                Text.of("ways.same"), Text.of("ways.same.meaning"), Text.of("ways.same.advice"), "VAULT-SAME-PASSWORD");
    }

    static String name(Way way) {
        return switch (way) {
            case PASSWORD -> Text.of("ways.password");
            case PASSWORD_AND_KEY_FILE -> Text.of("ways.password-and-key-file");
            case RECOVERY_CODE -> Text.of("ways.code");
            case KEYSTORE -> Text.of("ways.quick");
            case CREATION -> throw new IllegalArgumentException();
        };
    }

    /** What follows from removing a way. */
    static String consequence(Way way) {
        return switch (way) {
            case PASSWORD, PASSWORD_AND_KEY_FILE -> Text.of("ways.remove.password");
            case RECOVERY_CODE -> Text.of("ways.remove.code");
            case KEYSTORE, CREATION -> throw new IllegalArgumentException();
        };
    }
}
