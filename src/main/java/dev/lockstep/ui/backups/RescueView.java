package dev.lockstep.ui.backups;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.GatePage;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.credentials.KeyFilePane;
import dev.lockstep.vault.Backup;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is left to do for a vault that cannot be opened: a backup, or what can be read of the file. */
public final class RescueView {
    private final RescueViewModel model;
    private final ZoneId zone;
    private final SecretField field = new SecretField();
    private final Label asked = new Label();
    private final KeyFilePane keyFile;
    private final Hyperlink otherWay = new Hyperlink();
    private final FailureNote note = new FailureNote();
    private final StackPane body = new StackPane();
    private final Parent root;
    private boolean withCode;

    public RescueView(RescueViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        keyFile = new KeyFilePane(model.keyFile());
        keyFile.prompt(Text.of("backups.rescue.key-file"));
        keyFile.root().managedProperty().bind(keyFile.root().visibleProperty());
        asked.getStyleClass().add("field-label");
        asked.setLabelFor(field);
        otherWay.setOnAction(event -> ask(!withCode));
        ask(false);
        root = GatePage.of(GatePage.WIDEST, field::requestFocus, heading(), body);
        keyFile.acceptDrops(root);
        model.stateProperty().subscribe(this::show);
        model.failureProperty().subscribe(words -> note.show(words.orElse(null)));
    }

    public Parent root() {
        return root;
    }

    private VBox heading() {
        Label name = new Label(Text.of("backups.rescue.title", model.file().name()));
        name.getStyleClass().add("title");
        Label about = new Label(Text.of("backups.rescue.about"));
        about.getStyleClass().add("subtitle");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, name, about);
    }

    private void ask(boolean code) {
        withCode = code;
        field.clear();
        field.revealedProperty().set(code);
        asked.setText(code ? Text.of("backups.rescue.code") : Text.of("backups.rescue.password"));
        field.setAccessibleText(asked.getText());
        keyFile.root().setVisible(!code);
        otherWay.setText(code ? Text.of("backups.rescue.use-password") : Text.of("backups.rescue.use-code"));
    }

    private void show(RescueViewModel.State state) {
        switch (state) {
            case RescueViewModel.State.Listing listing -> body.getChildren().setAll(list(listing.rows()));
            case RescueViewModel.State.Working working -> working(working);
            case RescueViewModel.State.Repaired done -> body.getChildren().setAll(repaired(done));
            case RescueViewModel.State.Ended ended -> field.clear();
        }
    }

    private void working(RescueViewModel.State.Working now) {
        if (!body.getChildren().isEmpty()
                && body.getChildren().getFirst().getUserData() instanceof WorkingPane shown
                && shown.task() == now.task()) {
            shown.show(now.done(), now.total());
            return;
        }
        WorkingPane pane = new WorkingPane(now.task(), model::cancel);
        pane.show(now.done(), now.total());
        body.getChildren().setAll(pane.root());
    }

    private Node list(List<BackupRow> rows) {
        BackupTable table = BackupTable.narrow(rows, zone);
        table.node().setPrefHeight(148);
        table.node().setMinHeight(110);
        Label places = new Label(Text.of("backups.rescue.places", model.folder()));
        places.getStyleClass().add("hint");
        places.setWrapText(true);
        places.setMinHeight(Region.USE_PREF_SIZE);
        Button restore = new Button(Text.of("backups.rescue.restore"));
        restore.setId("rescue-restore");
        restore.getStyleClass().add(Styles.ACCENT);
        restore.setDefaultButton(true);
        restore.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> field.buffer().isEmpty() || chosen(table).isEmpty(),
                        field.editsProperty(),
                        table.node().getSelectionModel().selectedItemProperty()));
        restore.setOnAction(event -> restore(table));
        field.setOnEnter(() -> restore(table));
        Button repair = new Button(Text.of("backups.rescue.repair"));
        repair.setId("rescue-repair");
        repair.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> field.buffer().isEmpty(), field.editsProperty()));
        repair.setOnAction(event -> model.repair(field.buffer(), withCode));
        Hyperlink back = new Hyperlink(Text.of("backups.back"));
        back.setOnAction(event -> model.back());
        HBox buttons = new HBox(8, back, SheetPage.spring(), repair, restore);
        buttons.setAlignment(Pos.CENTER_LEFT);
        HBox way = new HBox(8, asked, SheetPage.spring(), otherWay);
        way.setAlignment(Pos.BASELINE_LEFT);
        return new VBox(12, table.node(), places, new VBox(4, way, field), keyFile.root(), note.root(), buttons);
    }

    private void restore(BackupTable table) {
        chosen(table).ifPresent(backup -> model.restore(backup, field.buffer(), withCode));
    }

    private static Optional<Backup> chosen(BackupTable table) {
        return table.chosen().filter(BackupRow::canBeTried).map(BackupRow::backup);
    }

    private Node repaired(RescueViewModel.State.Repaired done) {
        Button open = new Button(Text.of("backups.rescue.open"));
        open.setId("rescue-open");
        open.setDefaultButton(true);
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(event -> model.goOn());
        HBox buttons = new HBox(SheetPage.spring(), open);
        String words = Text.of(
                "backups.repaired.about", done.report().secrets(), done.report().formerValues());
        return new VBox(
                16, Findings.notice(Feather.CHECK_CIRCLE, "notice-ok", words), Findings.list(done.report()), buttons);
    }
}
