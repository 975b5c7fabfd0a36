package dev.lockstep.ui.kit;

import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The key map: every action that has keys, in the order of the shortcut sheet. Menus, tooltips, screens and the sheet all read it here. */
public enum Shortcut {
    COPY_VALUE(Group.SECRET, "Shortcut+C"),
    COPY_NAME(Group.SECRET, "Shortcut+B"),
    REVEAL(Group.SECRET, "Shortcut+R Space"),
    REVEAL_ALL(Group.SECRET, "Shortcut+Shift+C"),
    NEW_SECRET(Group.SECRET, "Shortcut+N"),
    EDIT(Group.SECRET, "Shortcut+E Enter"),
    HISTORY(Group.SECRET, "Shortcut+Shift+V"),
    DUPLICATE(Group.SECRET, "Shortcut+D"),
    FAVOURITE(Group.SECRET, "Shortcut+Shift+F"),
    TAGS(Group.SECRET, "Shortcut+T"),
    MOVE(Group.SECRET, "Shortcut+M"),
    ROTATE(Group.SECRET, "Shortcut+Shift+U"),
    TRASH(Group.SECRET, "Delete"),
    RESTORE(Group.SECRET, "Shortcut+Shift+T"),
    DELETE_FOR_GOOD(Group.SECRET, "Shift+Delete"),
    UNDO(Group.SECRET, "Shortcut+Z"),
    REDO(Group.SECRET, "Shortcut+Shift+Z"),
    IMPORT(Group.SECRET, "Shortcut+I"),

    SEARCH(Group.LISTS, "Shortcut+F F3"),
    CLEAR_SEARCH(Group.LISTS, "Esc"),
    ROTATE_SOON(Group.LISTS, "Shortcut+Shift+D"),
    HEALTH(Group.LISTS, "Shortcut+Shift+R"),

    SAVE(Group.EDITOR, "Shortcut+Enter Shortcut+S"),
    CANCEL(Group.EDITOR, "Esc"),
    GENERATOR(Group.EDITOR, "Shortcut+G"),
    REGENERATE(Group.EDITOR, "Shortcut+R"),

    VAULT_KEYS(Group.VAULT, "Shortcut+K"),
    BACKUPS(Group.VAULT, "Shortcut+Shift+B"),
    LOCK(Group.VAULT, "Shortcut+L Shortcut+Shift+L"),
    NEW_VAULT(Group.VAULT, "Shortcut+Shift+N"),
    OPEN_VAULT(Group.VAULT, "Shortcut+O"),
    CLOSE(Group.VAULT, "Shortcut+W"),
    QUIT(Group.VAULT, "Shortcut+Q"),
    AUDIT(Group.VAULT, "Shortcut+Shift+A"),
    REMOTES(Group.VAULT, "Shortcut+Shift+M"),
    CHECK_REMOTES(Group.VAULT, "F5"),
    SYNC_PLAN(Group.VAULT, "Shortcut+Shift+P"),
    APPLY_SYNC(Group.VAULT, "Shortcut+Enter"),
    ROTATION_RUNS(Group.VAULT, "Shortcut+Shift+O"),
    OFFBOARDING(Group.VAULT, "Shortcut+Shift+E"),

    PRESENTATION(Group.WINDOW, "Shortcut+Shift+H"),
    ZOOM_IN(Group.WINDOW, "Shortcut+Equals Shortcut+Plus Shortcut+Add"),
    ZOOM_OUT(Group.WINDOW, "Shortcut+Minus Shortcut+Subtract"),
    ZOOM_RESET(Group.WINDOW, "Shortcut+0"),
    SETTINGS(Group.WINDOW, "Shortcut+Comma"),
    SHORTCUT_SHEET(Group.WINDOW, "Shortcut+Slash F1");

    private final Group group;
    private final String combinations;

    /** @param combinations as {@link KeyCombination#valueOf} reads them, separated by spaces, the one of the menu first */
    Shortcut(Group group, String combinations) {
        this.group = group;
        this.combinations = combinations;
    }

    /** A heading of the shortcut sheet. */
    public enum Group {
        SECRET,
        LISTS,
        EDITOR,
        VAULT,
        WINDOW;

        public String words() {
            return switch (this) {
                case SECRET -> Text.of("keys.group.secret");
                case LISTS -> Text.of("keys.group.lists");
                case EDITOR -> Text.of("keys.group.editor");
                case VAULT -> Text.of("keys.group.vault");
                case WINDOW -> Text.of("keys.group.window");
            };
        }
    }

    public Group group() {
        return group;
    }

    /** What the keys do. */
    public String words() {
        return switch (this) {
            case COPY_VALUE -> Text.of("keys.copy-value");
            case COPY_NAME -> Text.of("keys.copy-name");
            case REVEAL -> Text.of("keys.reveal");
            case REVEAL_ALL -> Text.of("keys.reveal-all");
            case NEW_SECRET -> Text.of("keys.new-secret");
            case EDIT -> Text.of("keys.edit");
            case HISTORY -> Text.of("keys.history");
            case DUPLICATE -> Text.of("keys.duplicate");
            case ROTATE -> Text.of("keys.rotate");
            case TRASH -> Text.of("keys.trash");
            case FAVOURITE -> Text.of("keys.favourite");
            case TAGS -> Text.of("keys.tags");
            case MOVE -> Text.of("keys.move");
            case RESTORE -> Text.of("keys.restore");
            case DELETE_FOR_GOOD -> Text.of("keys.delete-for-good");
            case UNDO -> Text.of("keys.undo");
            case REDO -> Text.of("keys.redo");
            case IMPORT -> Text.of("keys.import");
            case SEARCH -> Text.of("keys.search");
            case CLEAR_SEARCH -> Text.of("keys.clear-search");
            case ROTATE_SOON -> Text.of("keys.rotate-soon");
            case HEALTH -> Text.of("keys.health");
            case SAVE -> Text.of("keys.save");
            case CANCEL -> Text.of("keys.cancel");
            case GENERATOR -> Text.of("keys.generator");
            case REGENERATE -> Text.of("keys.regenerate");
            case VAULT_KEYS -> Text.of("keys.vault-keys");
            case LOCK -> Text.of("keys.lock");
            case BACKUPS -> Text.of("keys.backups");
            case NEW_VAULT -> Text.of("keys.new-vault");
            case OPEN_VAULT -> Text.of("keys.open-vault");
            case CLOSE -> Text.of("keys.close");
            case AUDIT -> Text.of("keys.audit");
            case REMOTES -> Text.of("keys.remotes");
            case CHECK_REMOTES -> Text.of("keys.check-remotes");
            case SYNC_PLAN -> Text.of("keys.sync-plan");
            case APPLY_SYNC -> Text.of("keys.apply-sync");
            case ROTATION_RUNS -> Text.of("keys.rotation-runs");
            case OFFBOARDING -> Text.of("keys.offboarding");
            case QUIT -> Text.of("keys.quit");
            case PRESENTATION -> Text.of("keys.presentation");
            case ZOOM_IN -> Text.of("keys.zoom-in");
            case ZOOM_OUT -> Text.of("keys.zoom-out");
            case ZOOM_RESET -> Text.of("keys.zoom-reset");
            case SETTINGS -> Text.of("keys.settings");
            case SHORTCUT_SHEET -> Text.of("keys.shortcut-sheet");
        };
    }

    /** The combination that a menu shows. */
    public KeyCombination combination() {
        return all().getFirst();
    }

    /** Every combination that triggers the action, the one of the menu first. */
    public List<KeyCombination> all() {
        return split().map(KeyCombination::valueOf).toList();
    }

    /** Whether these keys were pressed. */
    public boolean matches(KeyEvent event) {
        return all().stream().anyMatch(keys -> keys.match(event));
    }

    /** The combinations as words of this system, for example "Ctrl+F" and "F3". */
    public List<String> keys() {
        return split().map(Shortcut::display).distinct().toList();
    }

    /** Words for a tooltip with the keys behind them, for example "Save (Ctrl+Enter)". */
    public String hint(String words) {
        return Text.of("keys.hint", words, keys().getFirst());
    }

    private Stream<String> split() {
        return Arrays.stream(combinations.split(" "));
    }

    private static String display(String combination) {
        return Arrays.stream(combination.split("\\+")).map(Shortcut::key).collect(Collectors.joining("+"));
    }

    private static String key(String name) {
        return switch (name) {
            case "Shortcut" -> onMac() ? Text.of("keys.command") : Text.of("keys.control");
            case "Equals" -> "=";
            case "Plus", "Add" -> "+";
            case "Minus", "Subtract" -> "\u2212";
            case "Comma" -> ",";
            case "Slash" -> "/";
            default -> name;
        };
    }

    private static boolean onMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }
}
