package dev.lockstep.ui.history;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Attention;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History.Version;
import dev.lockstep.words.Text;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The history of one secret, for a sheet of about 840 pixels: versions on the left, the chosen one and its comparison on the right. */
public final class HistoryView {
    private static final double WIDTH = 840;
    private static final double HEIGHT = 640;
    private static final double CELL = 56;

    private final HistoryViewModel model;
    private final ListView<Version> list = new ListView<>();
    private final Button restore = new Button(Text.of("history.restore"));
    private final Tooltip why = new Tip();
    private final Parent root;

    public HistoryView(HistoryViewModel model) {
        this.model = model;
        HBox body = new HBox(16, versions(), chosen());
        FailureNote damage = new FailureNote();
        model.damageProperty().subscribe(words -> {
            damage.show(words.orElse(null));
            body.setPadding(new Insets(words.isPresent() ? 12 : 4, 24, 16, 24));
        });
        root = new SheetPage(Text.of("history.title"), body)
                .beside(name())
                .notices(damage.root())
                .buttons(kept(), SheetPage.spring(), close(), restore())
                .filling()
                .prefSize(WIDTH, HEIGHT)
                .root();
        root.getStyleClass().add("history");
        root.getStylesheets()
                .add(Objects.requireNonNull(HistoryView.class.getResource("history.css"))
                        .toExternalForm());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Attention.whenLost(root, model::mask);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private Node name() {
        Label name = new Label();
        name.getStyleClass().add("history-name");
        name.setMinWidth(0);
        model.entryProperty()
                .subscribe(entry -> name.setText(entry.map(Entry::name).orElse("")));
        return name;
    }

    private Node versions() {
        list.setId("history-versions");
        list.setItems(model.versions());
        list.setCellFactory(any -> new VersionCell(model.clock()));
        list.setFixedCellSize(CELL);
        list.setAccessibleText(Text.of("history.versions"));
        list.getStyleClass().addAll("versions", Sheet.FIRST_FOCUS);
        list.setMinWidth(240);
        list.setPrefSize(280, 320);
        list.getSelectionModel().selectedItemProperty().subscribe(version -> {
            if (version != null) {
                model.choose(version);
            }
        });
        model.versions().addListener((ListChangeListener<Version>)
                change -> select(model.chosenProperty().get()));
        model.chosenProperty().subscribe(this::select);
        return list;
    }

    private void select(Optional<Version> version) {
        version.filter(model.versions()::contains)
                .filter(chosen -> !chosen.equals(list.getSelectionModel().getSelectedItem()))
                .ifPresent(chosen -> list.getSelectionModel().select(chosen));
    }

    private Node chosen() {
        Label alone = new Label(Text.of("history.alone"));
        alone.setWrapText(true);
        alone.getStyleClass().add("subtitle");
        alone.managedProperty().bind(alone.visibleProperty());
        ComparePane compare = new ComparePane(model);
        compare.root().managedProperty().bind(compare.root().visibleProperty());
        model.chosenProperty()
                .subscribe(version -> alone.setVisible(model.versions().size() == 1
                        && model.damageProperty().get().isEmpty()));
        VBox pane = new VBox(20, new ChosenPane(model).root(), compare.root(), alone);
        pane.setMinWidth(0);
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private Node kept() {
        Label kept = new Label(Text.of("history.kept", model.kept()));
        kept.getStyleClass().add("hint");
        kept.setMinWidth(0);
        return kept;
    }

    private Button close() {
        Button close = new Button(Text.of("history.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.close());
        return close;
    }

    /** A button that is disabled shows no tooltip, so the reason hangs on a box around it. */
    private Node restore() {
        restore.setId("history-restore");
        restore.setDefaultButton(true);
        restore.getStyleClass().add(Styles.ACCENT);
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.setOnAction(event -> model.restore());
        HBox box = new HBox(restore);
        Runnable tell = () -> {
            Optional<String> blocker = model.blocker();
            restore.setDisable(blocker.isPresent());
            restore.setAccessibleHelp(blocker.orElse(Text.of("history.restore.help")));
            why.setText(blocker.filter(words -> !words.isEmpty()).orElse(Text.of("history.restore.help")));
        };
        model.chosenProperty().subscribe(version -> tell.run());
        model.entryProperty().subscribe(entry -> tell.run());
        Tooltip.install(box, why);
        return box;
    }

    private void pressed(KeyEvent key) {
        boolean inList = list.equals(key.getTarget());
        if (Shortcut.REVEAL.matches(key) && (inList || key.isShortcutDown())) {
            key.consume();
            model.toggle();
        } else if (Shortcut.COPY_VALUE.matches(key)) {
            key.consume();
            model.copy();
        } else if (inList && key.getCode() == KeyCode.ENTER) {
            key.consume();
            model.restore();
        } else if (inList && key.getCode() == KeyCode.ESCAPE) {
            key.consume(); // a list takes Esc for itself, even where nothing can be edited
            model.close();
        }
    }
}
