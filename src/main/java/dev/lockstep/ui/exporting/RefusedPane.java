package dev.lockstep.ui.exporting;

import dev.lockstep.transfer.export.Refusal;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.words.RefusalWords;
import dev.lockstep.words.Text;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the format cannot hold, before anything is written. */
final class RefusedPane implements Panes.Pane {
    private static final double ROW = 32;

    private final Button back;
    private final Parent root;

    RefusedPane(ExportViewModel model, Stage.Refused refused) {
        int left = refused.chosen() - refused.refusals().size();
        ListView<Refusal> list = new ListView<>(FXCollections.observableArrayList(refused.refusals()));
        list.setId("export-refusals");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Text.of("exporting.refused"));
        list.setCellFactory(any -> WholeText.of(new Line()));
        list.getStyleClass().add("refusals");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox body = new VBox(
                12,
                Controls.wrapped(
                        Text.of("exporting.refused.about", refused.refusals().size(), refused.chosen()), "words"),
                list);
        body.setPadding(new Insets(4, 24, 16, 24));
        back = Controls.button("export-back", Text.of("exporting.back"), model::back);
        Button rest = Controls.primary("export-rest", Text.of("exporting.refused.rest", left), model::leaveOut);
        rest.setDisable(left == 0);
        root = new SheetPage(Text.of("exporting.refused"), body)
                .buttons(back, SheetPage.spring(), rest)
                .filling()
                .prefSize(ExportView.WIDTH, ExportView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return back;
    }

    private static final class Line extends ListCell<Refusal> {
        private Line() {
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void updateItem(@Nullable Refusal refusal, boolean empty) {
            super.updateItem(refusal, empty);
            setText(refusal == null || empty ? null : RefusalWords.of(refusal));
            setGraphic(refusal == null || empty ? null : Icon.of(Feather.ALERT_TRIANGLE));
        }
    }
}
