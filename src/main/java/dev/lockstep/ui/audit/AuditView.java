package dev.lockstep.ui.audit;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.audit.Checking.Outcome;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import java.io.File;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The audit log, for a sheet of about 960 pixels. */
public final class AuditView {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 680;

    private final AuditViewModel model;
    private final FilterBar bar;
    private final Label chain = new Label();
    private final Button export = new Button(Text.of("audit.export"), Icon.of(Feather.DOWNLOAD));
    private final ProgressBar written = new ProgressBar();
    private final Button cancel = new Button(Text.of("audit.export.cancel"));
    private final Parent root;

    public AuditView(AuditViewModel model) {
        this.model = model;
        AuditTable table = new AuditTable(model.rows(), model.clock().getZone());
        bar = new FilterBar(model, table);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox body = new VBox(8, bar.root(), table.node(), found());
        body.setPadding(new Insets(4, 24, 8, 24));
        FailureNote trouble = new FailureNote();
        FailureNote unwritten = new FailureNote();
        model.troubleProperty().subscribe(words -> trouble.show(words.orElse(null)));
        model.exporting().failureProperty().subscribe(words -> unwritten.show(words.orElse(null)));
        VBox notes = new VBox(8, trouble.root(), unwritten.root());
        notes.visibleProperty()
                .bind(trouble.root().visibleProperty().or(unwritten.root().visibleProperty()));
        notes.managedProperty().bind(notes.visibleProperty());
        notes.setPadding(new Insets(0, 0, 8, 0));
        root = new SheetPage(Text.of("audit.title"), body)
                .beside(chain())
                .notices(notes)
                .buttons(exporting(), SheetPage.spring(), close())
                .filling()
                .prefSize(WIDTH, HEIGHT)
                .root();
        root.getStyleClass().add("audit");
        root.getStylesheets()
                .add(Objects.requireNonNull(AuditView.class.getResource("audit.css"))
                        .toExternalForm());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private Node chain() {
        chain.setId("audit-chain");
        chain.getStyleClass().add("chain");
        chain.setTooltip(new Tip(Text.of("audit.chain.help")));
        model.checkProperty().subscribe(this::tell);
        return chain;
    }

    private void tell(Outcome outcome) {
        chain.getStyleClass().removeAll("ok-text", "error-text");
        switch (outcome) {
            case Outcome.Running running ->
                chain(Text.of("audit.chain.running", running.percent()), Feather.LOADER, "");
            case Outcome.Whole whole -> chain(Text.of("audit.chain.whole"), Feather.CHECK_CIRCLE, "ok-text");
            case Outcome.Damaged damaged ->
                chain(Text.of("audit.chain.damaged", damaged.damage().size()), Feather.ALERT_CIRCLE, "error-text");
            case Outcome.Failed failed -> chain(Text.of("audit.chain.failed"), Feather.ALERT_CIRCLE, "error-text");
        }
    }

    private void chain(String words, Feather icon, String style) {
        chain.setText(words);
        chain.setGraphic(Icon.of(icon));
        if (!style.isEmpty()) {
            chain.getStyleClass().add(style);
        }
    }

    private Node found() {
        Label status = new Label();
        status.setId("audit-status");
        status.textProperty().bind(model.status());
        status.getStyleClass().add("hint");
        Button older = new Button(Text.of("audit.older"));
        older.setId("audit-older");
        older.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        older.setOnAction(event -> model.older());
        model.reachProperty().subscribe(reach -> older.setVisible(reach.older() && !reach.running()));
        HBox line = new HBox(8, status, SheetPage.spring(), older);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(32);
        return line;
    }

    private Node exporting() {
        export.setId("audit-export");
        export.setTooltip(new Tip(Text.of("audit.export.help")));
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(event -> choose());
        written.setPrefWidth(200);
        written.setAccessibleText(Text.of("audit.export.running"));
        cancel.setId("audit-cancel");
        cancel.setOnAction(event -> model.exporting().cancel());
        HBox line = new HBox(12, export, written, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        model.exporting().progressProperty().subscribe(this::progress);
        return line;
    }

    private void progress(Optional<Job.Progress> now) {
        export.setDisable(now.isPresent());
        written.setVisible(now.isPresent());
        cancel.setVisible(now.isPresent());
        now.ifPresent(state -> written.setProgress((double) state.done() / Math.max(1, state.total())));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("audit.export.title"));
        chooser.setInitialFileName(model.proposedName());
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    private Button close() {
        Button close = new Button(Text.of("audit.close"));
        close.setDefaultButton(true);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.close());
        return close;
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.SEARCH.matches(key)) {
            key.consume();
            bar.focus();
        }
    }
}
