package dev.lockstep.ui.help;

import dev.lockstep.ui.kit.Shortcut;
import java.util.Arrays;
import java.util.List;

/** Every key of the program under its headings. */
public final class ShortcutSheetViewModel {
    private final Runnable close;

    public ShortcutSheetViewModel(Runnable close) {
        this.close = close;
    }

    /** A heading with its rows. */
    record Section(String heading, List<Row> rows) {}

    /** What the keys do, and the combinations that do it. */
    record Row(String action, List<String> keys) {}

    List<Section> sections() {
        return Arrays.stream(Shortcut.Group.values())
                .map(group -> new Section(group.words(), rows(group)))
                .toList();
    }

    private static List<Row> rows(Shortcut.Group group) {
        return Arrays.stream(Shortcut.values())
                .filter(shortcut -> shortcut.group() == group)
                .map(shortcut -> new Row(shortcut.words(), shortcut.keys()))
                .toList();
    }

    /** Leaves the sheet. */
    public void close() {
        close.run();
    }
}
