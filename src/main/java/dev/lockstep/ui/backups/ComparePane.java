package dev.lockstep.ui.backups;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.Backup;
import dev.lockstep.vault.Difference;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks whether a backup is to be restored, and tells by name what that would change. */
final class ComparePane {
    private static final int MOST = 200;

    private final Parent root;

    ComparePane(BackupsViewModel model, Backup backup, Difference difference, ZoneId zone) {
        VBox body = new VBox(16, words(Text.of("backups.compare.about"), "subtitle"));
        if (difference.none()) {
            body.getChildren().add(words(Text.of("backups.compare.none"), "notice-title"));
        }
        Difference.Part secrets = difference.secrets();
        section(body, Text.of("backups.compare.gone", secrets.gone().size()), secrets.gone());
        section(body, Text.of("backups.compare.changed", secrets.changed().size()), secrets.changed());
        section(body, Text.of("backups.compare.back", secrets.back().size()), secrets.back());
        Difference.Part remotes = difference.remotes();
        section(body, Text.of("backups.compare.remotes-gone", remotes.gone().size()), remotes.gone());
        section(
                body,
                Text.of("backups.compare.remotes-changed", remotes.changed().size()),
                remotes.changed());
        section(body, Text.of("backups.compare.remotes-back", remotes.back().size()), remotes.back());
        body.setPadding(new Insets(4, 24, 16, 24));
        Button cancel = new Button(Text.of("backups.cancel"));
        cancel.getStyleClass().add(Sheet.FIRST_FOCUS);
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> model.list());
        Button restore = new Button(Text.of("backups.compare.restore"));
        restore.setId("confirm-restore");
        restore.getStyleClass().add(Styles.ACCENT);
        restore.setOnAction(event -> model.restore(backup));
        root = new SheetPage(Text.of("backups.compare.title", Ago.exact(backup.taken(), zone)), body)
                .buttons(cancel, restore)
                .prefSize(BackupsView.WIDTH, BackupsView.HEIGHT)
                .root();
    }

    Parent root() {
        return root;
    }

    private static void section(VBox body, String heading, List<Difference.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        VBox names = new VBox(4, words(heading, "section"));
        for (Difference.Line line : lines.subList(0, Math.min(MOST, lines.size()))) {
            names.getChildren().add(line(line));
        }
        if (lines.size() > MOST) {
            names.getChildren().add(words(Text.of("backups.more", lines.size() - MOST), "subtitle"));
        }
        body.getChildren().add(names);
    }

    private static Node line(Difference.Line line) {
        return words(Text.of("backups.compare.line", line.name(), line.collection()), "backup-name");
    }

    private static Label words(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
