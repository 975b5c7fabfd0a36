package dev.lockstep.ui.sync;

import atlantafx.base.theme.Styles;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Tally;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.ResultWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What came of applying: a summary, and the rows, those first that did not come to what was wanted. */
final class EndedPane implements Panes.Pane {
    private final Button close;
    private final Parent root;

    EndedPane(SyncViewModel model, Stage.Ended ended) {
        Tally tally = ended.outcome().tally();
        List<Applied> applied = ended.outcome().rows();
        Map<RowKey, Applied> byKey = applied.stream()
                .collect(Collectors.toMap(one -> one.row().key(), Function.identity(), (one, other) -> other));
        List<Row> rows = applied.stream()
                .sorted(Comparator.comparing((Applied one) -> ResultWords.isGood(one.result())))
                .map(Applied::row)
                .toList();
        ResultTable table = new ResultTable(
                ended.sites(),
                model.spelling(),
                row -> Optional.ofNullable(byKey.get(row.key())).map(one -> new Live.Step.Over(one.result())));
        table.show(rows);
        Label summary = Controls.wrapped(ResultWords.summary(tally), "notice-title");
        summary.setId("apply-summary");
        VBox note = new VBox(4, summary);
        boolean good = tally.failed() == 0 && tally.unknown() == 0 && tally.untried() == 0;
        note.getStyleClass().addAll("notice", good ? "notice-ok" : "notice-warn");
        if (tally.unknown() > 0) {
            note.getChildren().add(Controls.wrapped(Text.of("sync.ended.unknown"), "words"));
        }
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox body = new VBox(12, note, table.node());
        body.setPadding(new Insets(4, 24, 12, 24));
        close = Controls.button("ended-close", Text.of("sync.close"), model::close);
        close.getStyleClass().add(Styles.ACCENT);
        close.setDefaultButton(true);
        root = new SheetPage(Text.of("sync.ended"), body)
                .buttons(
                        Controls.button("ended-back", Text.of("sync.ended.back"), model::back),
                        SheetPage.spring(),
                        close)
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
        return close;
    }
}
