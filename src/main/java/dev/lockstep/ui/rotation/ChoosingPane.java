package dev.lockstep.ui.rotation;

import atlantafx.base.theme.Styles;
import dev.lockstep.model.CollectionId;
import dev.lockstep.sync.rotation.Exposures;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses secrets for a run: those that people may know, those that are due, or any. */
final class ChoosingPane implements Panes.Pane {
    private final RotationViewModel model;
    private final ChoiceList list;
    private final TableView<Candidate> table = Tables.table("choice-table", Text.of("rotation.choice"));
    private final Button begin;
    private final Parent root;

    ChoosingPane(RotationViewModel model, ChoiceList list) {
        this.model = model;
        this.list = list;
        begin = Controls.button("begin-run", "", model::begin);
        begin.getStyleClass().add(Styles.ACCENT);
        Button all = Controls.button("tick-all", Text.of("rotation.choice.all"), list::tickAll);
        list.ticksProperty().subscribe(now -> ticked(now.intValue()));
        fill();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox body = new VBox(8, filters(), table, Controls.wrapped(Text.of("rotation.choice.keys"), "hint"));
        body.setPadding(new Insets(4, 24, 12, 24));
        SheetPage page = new SheetPage(Text.of("rotation.choice.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(
                        all,
                        SheetPage.spring(),
                        Controls.button("leave-choice", Text.of("rotation.back"), model::leave),
                        begin)
                .filling()
                .prefSize(RotationView.WIDTH, RotationView.HEIGHT);
        doubts(list.exposures()).forEach(page::notices);
        root = page.root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedAnywhere);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return table;
    }

    private Node filters() {
        ComboBox<Source> source = Parts.bound(
                Parts.choice(
                        "choice-source",
                        Text.of("rotation.choice.source"),
                        List.of(Source.values()),
                        one -> one.words() + "  " + list.count(one)),
                list.sourceProperty());
        ComboBox<Period> period = Parts.bound(
                Parts.choice(
                        "choice-period", Text.of("rotation.choice.period"), List.of(Period.values()), Period::words),
                list.periodProperty());
        period.disableProperty().bind(list.sourceProperty().isNotEqualTo(Source.KNOWN));
        List<Optional<CollectionId>> all = new ArrayList<>(List.of(Optional.empty()));
        list.collections().stream()
                .sorted(Comparator.comparing(list::title, String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> all.add(Optional.of(one)));
        ComboBox<Optional<CollectionId>> collection = Parts.bound(
                Parts.choice("choice-collection", Text.of("rotation.choice.collection"), all, this::title),
                list.collectionProperty());
        collection.setMaxWidth(240);
        return new FlowPane(8, 8, source, period, collection);
    }

    private String title(Optional<CollectionId> collection) {
        return collection
                .map(id -> model.telling().name(list.title(id)))
                .orElseGet(() -> Text.of("rotation.choice.everywhere"));
    }

    /** What is to be known of a list that may lack something. */
    private List<Node> doubts(Exposures exposures) {
        List<Node> doubts = new ArrayList<>();
        if (exposures.damaged()) {
            doubts.add(note(Text.of("rotation.doubt.damaged")));
        }
        exposures
                .setBack()
                .ifPresent(when -> doubts.add(
                        note(Text.of("rotation.doubt.set-back", model.telling().exact(when)))));
        if (exposures.unnamed() > 0) {
            doubts.add(note(Text.of("rotation.doubt.unnamed", exposures.unnamed())));
        }
        return doubts;
    }

    private Node note(String words) {
        VBox note = new VBox(Controls.wrapped(words, "words"));
        note.getStyleClass().addAll("notice", "notice-warn");
        note.visibleProperty().bind(list.sourceProperty().isEqualTo(Source.KNOWN));
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private void fill() {
        Tables.column(
                table,
                Text.of("rotation.column.secret"),
                280,
                one -> model.telling().name(one.name()),
                this::tick);
        Tables.column(
                table,
                Text.of("rotation.column.collection"),
                180,
                one -> model.telling().name(list.title(one.collection())));
        Tables.column(table, Text.of("rotation.column.known"), 400, this::known);
        table.setItems(list.shown());
        table.getSelectionModel().selectFirst();
        list.shown().addListener((ListChangeListener<Candidate>)
                change -> table.getSelectionModel().selectFirst());
        list.sourceProperty().subscribe(source -> table.setPlaceholder(placeholder(source)));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Tables.onEnter(table, this::toggle);
    }

    private Label placeholder(Source source) {
        return Controls.wrapped(
                switch (source) {
                    case KNOWN -> Text.of("rotation.choice.none-known");
                    case DUE -> Text.of("rotation.choice.none-due");
                    case ALL -> Text.of("rotation.choice.none");
                },
                "hint");
    }

    private FontIcon tick(Candidate candidate) {
        FontIcon icon = Icon.of(list.isTicked(candidate) ? Feather.CHECK_SQUARE : Feather.SQUARE);
        icon.getStyleClass().add(list.isTicked(candidate) ? "mood-change" : "mood-plain");
        icon.setOnMouseClicked(click -> {
            click.consume();
            list.tick(candidate);
        });
        return icon;
    }

    private String known(Candidate candidate) {
        if (list.sourceProperty().get() == Source.DUE) {
            return candidate
                    .due()
                    .map(day -> Text.of("rotation.due", day.toString()))
                    .orElse("");
        }
        return candidate
                .exposure()
                .map(known -> Text.of(
                        "rotation.known",
                        model.telling().times(known),
                        model.telling().ago(known.last())))
                .orElseGet(() -> Text.of("rotation.unknown"));
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE) {
            key.consume();
            toggle();
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.A) {
            key.consume();
            list.tickAll();
        }
    }

    private void pressedAnywhere(KeyEvent key) {
        if (Shortcut.SAVE.matches(key)) {
            key.consume();
            model.begin();
        }
    }

    private void toggle() {
        Candidate chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            list.tick(chosen);
        }
    }

    private void ticked(int ticks) {
        begin.setText(Text.of("rotation.choice.begin", ticks));
        begin.setDisable(ticks == 0 || model.readOnly());
        table.refresh();
    }
}
