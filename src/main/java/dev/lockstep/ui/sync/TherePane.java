package dev.lockstep.ui.sync;

import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the last whole list of a remote had, in three lists: ours, names that secrets here would have too, and names that nobody here knows. */
final class TherePane implements Panes.Pane {
    private static final double ROW = 28;

    private final SyncViewModel model;
    private final Stage.Planned planned;
    private final ComboBox<Contact> remote = new ComboBox<>();
    private final ListView<String> ours = list("there-ours", Text.of("sync.there.spoken.ours"), false);
    private final ListView<String> clashes = list("there-clashes", Text.of("sync.there.spoken.clashes"), true);
    private final ListView<String> unknown = list("there-unknown", Text.of("sync.there.spoken.unknown"), false);
    private final Label about = Controls.wrapped("", "subtitle");
    private final Button adopt = Controls.button("adopt", Text.of("sync.adopt"), this::adopt);
    private final Button adoptAll = Controls.button("adopt-all", Text.of("sync.adopt-all"), this::adoptAll);
    private final Parent root;

    TherePane(SyncViewModel model, Stage.Planned planned) {
        this.model = model;
        this.planned = planned;
        List<Contact> contacts = planned.there().contacts();
        remote.setId("there-remote");
        remote.setAccessibleText(Text.of("sync.details.remote"));
        remote.setConverter(new dev.lockstep.ui.kit.Choice<>(this::name));
        remote.getItems().setAll(contacts);
        remote.setMaxWidth(280);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(12, remote, about);
        top.setAlignment(Pos.CENTER_LEFT);
        Label first = heading();
        Label second = heading();
        Label third = heading();
        HBox lists = new HBox(
                16,
                column(first, ours, new Label(Text.of("sync.there.ours.note"))),
                column(second, clashes, new HBox(8, adopt, adoptAll)),
                column(third, unknown, new Label(Text.of("sync.there.unknown.note"))));
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox body = new VBox(12, top, lists);
        if (contacts.isEmpty()) {
            body.getChildren()
                    .setAll(Controls.wrapped(
                            model.scope().isEmpty() ? Text.of("sync.rows.no-remotes") : Text.of("sync.there.none"),
                            "subtitle"));
        }
        body.setPadding(new Insets(4, 24, 12, 24));
        remote.valueProperty().subscribe(contact -> {
            if (contact != null) {
                show(contact);
                first.setText(Text.of("sync.there.ours", contact.ours().size()));
                second.setText(Text.of("sync.there.clashes", contact.clashes().size()));
                third.setText(Text.of("sync.there.unknown", contact.unknown().size()));
            }
        });
        clashes.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.SPACE) {
                key.consume();
                adopt();
            }
        });
        planned.plan().planProperty().subscribe((before, now) -> clashes.refresh());
        planned.there()
                .chosenProperty()
                .subscribe(chosen -> planned.there().shown().ifPresent(remote::setValue));
        remote.valueProperty()
                .subscribe((before, now) -> planned.there().chosenProperty().set(Optional.of(now.remote())));
        root = new Frame(model, planned, body).root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return clashes.getItems().isEmpty() ? remote : clashes;
    }

    private String name(Contact contact) {
        return model.spelling().name(planned.sites().name(contact.remote()));
    }

    private void show(Contact contact) {
        ours.getItems().setAll(contact.ours());
        clashes.getItems().setAll(contact.clashes());
        unknown.getItems().setAll(contact.unknown());
        clashes.getSelectionModel().selectFirst();
        about.setText(contact.first() ? Text.of("sync.there.first") : Text.of("sync.there.about"));
        adopt.setDisable(contact.clashes().isEmpty());
        adoptAll.setDisable(contact.clashes().isEmpty());
    }

    private void adopt() {
        row(clashes.getSelectionModel().getSelectedItem()).ifPresent(row -> {
            boolean chosen = row.choice().equals(Optional.of(Choice.ADOPT));
            planned.plan().choose(row.key(), chosen ? Choice.SKIP : Choice.ADOPT);
        });
    }

    private void adoptAll() {
        planned.plan().adoptAll(remote.getValue().remote());
    }

    /** The row in which a name can be adopted. */
    private Optional<Row> row(@Nullable String there) {
        return there == null
                ? Optional.empty()
                : planned.plan().adoptable(remote.getValue().remote(), there);
    }

    private static Label heading() {
        Label heading = new Label();
        heading.getStyleClass().add("section");
        return heading;
    }

    private static VBox column(Label heading, ListView<String> list, Region below) {
        VBox.setVgrow(list, Priority.ALWAYS);
        below.setMinHeight(36);
        below.getStyleClass().add("hint");
        if (below instanceof Label words) {
            words.setWrapText(true);
        }
        VBox column = new VBox(8, heading, list, below);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(240);
        column.setMinWidth(0);
        return column;
    }

    private ListView<String> list(String id, String words, boolean deciding) {
        ListView<String> list = new ListView<>();
        list.setId(id);
        list.setAccessibleText(words);
        list.setFixedCellSize(ROW);
        list.setMinHeight(3 * ROW);
        list.setPrefHeight(6 * ROW);
        list.setPlaceholder(new Label(Text.of("sync.there.empty")));
        list.setCellFactory(any -> new NameCell(deciding));
        return list;
    }

    private final class NameCell extends ListCell<String> {
        private final boolean deciding;

        private NameCell(boolean deciding) {
            this.deciding = deciding;
            getStyleClass().add("name-there");
        }

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            if (name == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            Optional<Row> adopted = deciding
                    ? row(name).filter(row -> row.choice().equals(Optional.of(Choice.ADOPT)))
                    : Optional.empty();
            setText(model.spelling().name(name));
            setGraphic(adopted.map(row -> PlanTable.icon(row.operation())).orElse(null));
            setAccessibleText(
                    adopted.isPresent()
                            ? Text.of("sync.there.adopted", model.spelling().name(name))
                            : null);
        }
    }
}
