package dev.lockstep.ui.sync;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Remotes while they are looked at, side by side. */
final class CheckingPane implements Panes.Pane {
    private final SyncViewModel model;
    private final CheckRun run;
    private final Button cancel;
    private final Parent root;

    CheckingPane(SyncViewModel model, Stage.Checking checking) {
        this.model = model;
        this.run = checking.run();
        List<Sites.Site> sites = checking.sites().all();
        ListView<Sites.Site> list = new ListView<>();
        list.setId("check-list");
        list.getItems().setAll(sites);
        list.setFocusTraversable(false);
        list.setMinHeight(96);
        list.setPrefHeight(200);
        list.setCellFactory(any -> WholeText.of(new SiteCell()));
        VBox.setVgrow(list, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        String title = checking.reading() ? Text.of("sync.reading") : Text.of("sync.checking");
        bar.setAccessibleText(title);
        Label about = Controls.wrapped(
                checking.reading() ? Text.of("sync.reading.about") : Text.of("sync.checking.about"), "subtitle");
        VBox body = new VBox(12, about, bar, list);
        body.setPadding(new Insets(4, 24, 12, 24));
        cancel = Controls.button("cancel-check", Text.of("sync.cancel"), model::stopCheck);
        cancel.setCancelButton(true);
        run.changesProperty().subscribe(now -> list.refresh());
        root = new SheetPage(title, body)
                .buttons(SheetPage.spring(), cancel)
                .filling()
                .prefSize(SyncView.WIDTH, SyncView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return cancel;
    }

    private final class SiteCell extends ListCell<Sites.Site> {
        @Override
        protected void updateItem(Sites.@Nullable Site site, boolean empty) {
            super.updateItem(site, empty);
            if (site == null || empty) {
                setText(null);
                return;
            }
            int names = run.names(site.id());
            String name = model.spelling().name(site.name());
            setText(names == 0 ? Text.of("sync.check.asked", name) : Text.of("sync.check.seen", name, names));
        }
    }
}
