package dev.lockstep.ui.shell;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Rollback;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says that the file is older than what this computer last saw of the vault, and asks what to do. */
final class RollbackBanner {
    private final HBox root;

    RollbackBanner(ShellViewModel model, OpenVault vault, Rollback older, ZoneId zone) {
        Label what = words(
                older.counter() == older.seenCounter() ? Text.of("shell.rollback.fork") : Text.of("shell.rollback"));
        what.getStyleClass().add("notice-title");
        Label facts = words(Text.of(
                "shell.rollback.facts",
                older.counter(),
                Ago.exact(older.saved(), zone),
                older.seenCounter(),
                Ago.exact(older.seen(), zone)));
        Label meaning = words(Text.of("shell.rollback.meaning"));
        VBox said = new VBox(4, what, facts, meaning);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button backups = new Button(Text.of("shell.backups"));
        backups.setId("rollback-backups");
        backups.getStyleClass().add(Styles.SMALL);
        backups.setMinWidth(Region.USE_PREF_SIZE);
        backups.setOnAction(event -> model.backups());
        Button accept = new Button(Text.of("shell.rollback.accept"));
        accept.setId("accept-rollback");
        accept.getStyleClass().add(Styles.SMALL);
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setOnAction(event -> {
            accept.setDisable(true);
            model.acceptOlder(vault);
        });
        root = new HBox(12, Icon.of(Feather.ALERT_TRIANGLE), said, backups, accept);
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getStyleClass().addAll("banner", "banner-warn");
    }

    Parent root() {
        return root;
    }

    private static Label words(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
