package dev.lockstep.ui.backups;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The backups that there are, and what can be done with each. */
final class ListPane {
    private final BackupsViewModel model;
    private final BackupTable table;
    private final Parent root;

    ListPane(BackupsViewModel model, List<BackupRow> rows, ZoneId zone, Node failure) {
        this.model = model;
        table = BackupTable.wide(rows, zone);
        table.node().getStyleClass().add(Sheet.FIRST_FOCUS);
        table.node().setMinHeight(180);
        table.node().setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                compare();
            }
        });
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        Label kept = new Label(Text.of("backups.kept", model.folder()));
        kept.getStyleClass().add("hint");
        kept.setWrapText(true);
        kept.setMinHeight(Region.USE_PREF_SIZE);
        VBox body = new VBox(12, actions(), table.node(), kept);
        body.setPadding(new Insets(4, 24, 12, 24));
        root = new SheetPage(Text.of("backups.title"), body)
                .notices(spaced(failure))
                .buttons(verify(), restore(), SheetPage.spring(), close())
                .filling()
                .prefSize(BackupsView.WIDTH, BackupsView.HEIGHT)
                .root();
    }

    Parent root() {
        return root;
    }

    private static Node spaced(Node failure) {
        VBox box = new VBox(failure);
        box.setPadding(new Insets(0, 0, failure.isVisible() ? 8 : 0, 0));
        return box;
    }

    private Node actions() {
        Button backUp = new Button(Text.of("backups.back-up"), Icon.of(Feather.SAVE));
        backUp.setId("back-up");
        backUp.setOnAction(event -> model.backUp());
        Button check = new Button(Text.of("backups.check"), Icon.of(Feather.SHIELD));
        check.setId("check-vault");
        check.setOnAction(event -> model.check());
        Label about = new Label(Text.of("backups.about"));
        about.setWrapText(true);
        about.getStyleClass().add("subtitle");
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        backUp.setMinWidth(Region.USE_PREF_SIZE);
        check.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, about, check, backUp);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private Button verify() {
        Button verify = new Button(Text.of("backups.verify"));
        verify.setId("verify");
        onlyForOwn(verify);
        verify.setOnAction(event -> opening().ifPresent(row -> model.verify(row.backup())));
        return verify;
    }

    private Button restore() {
        Button restore = new Button(Text.of("backups.restore"));
        restore.setId("restore-backup");
        onlyForOwn(restore);
        restore.setOnAction(event -> compare());
        return restore;
    }

    private Button close() {
        Button close = new Button(Text.of("backups.close"));
        close.getStyleClass().add(Styles.ACCENT);
        close.setOnAction(event -> model.close());
        return close;
    }

    private void onlyForOwn(Button button) {
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> opening().isEmpty(),
                        table.node().getSelectionModel().selectedItemProperty()));
    }

    private Optional<BackupRow> opening() {
        return table.chosen().filter(BackupRow::opens);
    }

    private void compare() {
        opening().ifPresent(row -> model.compare(row.backup()));
    }
}
