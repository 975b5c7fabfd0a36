package dev.lockstep.ui.rotation;

import atlantafx.base.theme.Styles;
import dev.lockstep.sync.rotation.Line;
import dev.lockstep.sync.rotation.Survey;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs that there are, the open ones first. */
final class RunsPane implements Panes.Pane {
    private static final int NAMED = 3;

    private final RotationViewModel model;
    private final TableView<Survey> table = Tables.table("runs-table", Text.of("rotation.runs"));
    private final Button fresh;
    private final Node first;
    private final Parent root;

    RunsPane(RotationViewModel model, Step.Runs runs) {
        this.model = model;
        fresh = Controls.button("new-run", Text.of("rotation.runs.new"), () -> model.choose(Source.ALL, List.of()));
        fresh.getStyleClass().add(Styles.ACCENT);
        Button close = Controls.button("close-rotation", Text.of("rotation.close"), model::close);
        Button offboarding = Controls.button(
                "offboarding", Text.of("rotation.runs.offboarding"), () -> model.choose(Source.KNOWN, List.of()));
        fresh.setDisable(model.readOnly());
        boolean empty = runs.surveys().isEmpty();
        first = empty ? fresh : table;
        VBox body = new VBox(8, empty ? none() : filled(runs));
        VBox.setVgrow(body.getChildren().getFirst(), Priority.ALWAYS);
        body.setPadding(new Insets(4, 24, 12, 24));
        root = new SheetPage(Text.of("rotation.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(offboarding, SheetPage.spring(), close, fresh)
                .filling()
                .prefSize(RotationView.WIDTH, RotationView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return first;
    }

    private static Node none() {
        FontIcon icon = Icon.of(Feather.REFRESH_CW);
        icon.getStyleClass().add("empty-icon");
        Label title = Controls.wrapped(Text.of("rotation.runs.none"), "title-4");
        Label words = Controls.wrapped(Text.of("rotation.runs.none.words"), "hint");
        words.setMaxWidth(480);
        VBox box = new VBox(12, icon, title, words);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node filled(Step.Runs runs) {
        Tables.column(
                table,
                Text.of("rotation.column.begun"),
                160,
                run -> model.telling().exact(run.rotation().begun()));
        Tables.column(table, Text.of("rotation.column.secrets"), 360, this::secrets);
        Tables.column(table, Text.of("rotation.column.state"), 320, this::state, run -> {
            FontIcon icon = Icon.of(run.rotation().isOpen() ? Feather.CIRCLE : Feather.CHECK_CIRCLE);
            icon.getStyleClass().add(run.rotation().isOpen() ? "mood-plain" : "mood-good");
            return icon;
        });
        table.getItems().setAll(runs.surveys());
        table.getSelectionModel().selectFirst();
        Tables.onEnter(table, this::open);
        return table;
    }

    private void open() {
        Survey chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.open(chosen.rotation().id());
        }
    }

    private String secrets(Survey run) {
        List<String> names = run.lines().stream()
                .limit(NAMED)
                .map(Line::name)
                .map(model.telling()::name)
                .toList();
        String named = String.join(", ", names);
        int more = run.lines().size() - names.size();
        return more > 0 ? Text.of("rotation.runs.more", named, more) : named;
    }

    private String state(Survey run) {
        return run.rotation()
                .finished()
                .map(when -> Text.of("rotation.runs.finished", model.telling().ago(when)))
                .orElseGet(() -> Text.of(
                        "rotation.runs.left",
                        run.unrenewed().size() + run.open().size()));
    }
}
