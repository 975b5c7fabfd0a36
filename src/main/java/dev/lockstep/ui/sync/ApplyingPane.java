package dev.lockstep.ui.sync;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Rows while they are applied. */
final class ApplyingPane implements Panes.Pane {
    /** So many rows that are over are shown above those under way. */
    private static final int ABOVE = 4;

    private final Live live;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final ResultTable table;
    private final Button cancel;
    private final Parent root;
    private boolean following = true;

    ApplyingPane(SyncViewModel model, Stage.Applying applying) {
        live = applying.live();
        table = new ResultTable(applying.sites(), model.spelling(), live::step);
        words.setId("apply-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of("sync.applying"));
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox body = new VBox(8, words, bar, table.node());
        body.setPadding(new Insets(4, 24, 12, 24));
        cancel = Controls.button("cancel-apply", Text.of("sync.cancel"), () -> {});
        cancel.setOnAction(event -> {
            stop();
            model.cancel();
        });
        table.node().addEventFilter(InputEvent.ANY, event -> stray(event.getEventType()));
        live.changesProperty().subscribe(now -> show());
        root = new SheetPage(Text.of("sync.applying"), body)
                .buttons(Controls.wrapped(Text.of("sync.applying.about"), "hint"), SheetPage.spring(), cancel)
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
        return table.node();
    }

    private void stop() {
        cancel.setText(Text.of("sync.cancelling"));
        cancel.setDisable(true);
    }

    /** Who looks at other rows is left there. */
    private void stray(EventType<? extends InputEvent> type) {
        if (type == ScrollEvent.SCROLL || type == MouseEvent.MOUSE_PRESSED || type == KeyEvent.KEY_PRESSED) {
            following = false;
        }
    }

    private void show() {
        table.show(live.rows());
        if (following && live.done() > 0) {
            table.node().scrollTo(Math.max(0, live.done() - ABOVE));
        }
        int total = live.rows().size();
        words.setText(
                live.started() ? Text.of("sync.applying.rows", live.done(), total) : Text.of("sync.applying.looking"));
        bar.setProgress(
                live.started() ? (double) live.done() / Math.max(1, total) : ProgressBar.INDETERMINATE_PROGRESS);
    }
}
