package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.Text;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is to be told about places of the source, one line each; only the lines in sight are made. */
final class ProblemList {
    private static final double ROW = 32;

    private final ListView<ImportProblem> list;

    ProblemList(ObservableList<ImportProblem> problems) {
        list = new ListView<>(problems);
        list.setId("import-problems");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Text.of("import.problems"));
        list.setPlaceholder(new Label(Text.of("import.nothing")));
        list.setCellFactory(any -> WholeText.of(new Line()));
        list.getStyleClass().add("import-problems");
    }

    ListView<ImportProblem> node() {
        return list;
    }

    private static final class Line extends ListCell<ImportProblem> {
        private Line() {
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void updateItem(@Nullable ImportProblem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (problem == null || empty) {
                setText(null);
                setGraphic(null);
            } else {
                boolean lost = problem.kind().isLost();
                setText(ImportWords.of(problem));
                setGraphic(Icon.of(lost ? Feather.ALERT_TRIANGLE : Feather.INFO));
                getGraphic().getStyleClass().add(lost ? "state-differs" : "state-same");
            }
        }
    }
}
