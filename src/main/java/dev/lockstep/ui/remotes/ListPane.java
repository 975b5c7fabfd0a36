package dev.lockstep.ui.remotes;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The remotes that there are, and what can be done with each. */
final class ListPane implements RemotesView.Pane {
    private final RemotesViewModel model;
    private final RemoteTable table;
    private final Button add = Controls.button("add-remote", Text.of("remotes.add"), this::add);
    private final Button check = Controls.button("check-remotes", Text.of("remotes.check-all"), this::checkAll);
    private final Node empty;
    private final HBox verbs = new HBox(8);
    private final VBox list;
    private final Parent root;
    private final ListChangeListener<RemoteRow> follower = change -> swap();

    ListPane(RemotesViewModel model) {
        this.model = model;
        table = new RemoteTable(model);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        StatePane state = new StatePane(model);
        list = new VBox(12, actions(), table.node(), state.root());
        empty = empty();
        StackPane body = new StackPane(list, empty);
        body.setPadding(new Insets(4, 24, 12, 24));
        verbs.getChildren()
                .setAll(
                        restart(),
                        forRow(
                                "test-remote",
                                Text.of("remotes.check"),
                                model::check,
                                row -> !row.paused() && !row.ended()),
                        forRow("browse-remote", Text.of("remotes.browse"), model::browse, ListPane::open),
                        forRow("edit-remote", Text.of("remotes.edit"), model::edit, this::editable),
                        pause(),
                        remove());
        root = new SheetPage(Text.of("remotes.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(verbs, SheetPage.spring(), close())
                .filling()
                .prefSize(RemotesView.WIDTH, RemotesView.HEIGHT)
                .root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.rows().addListener(new WeakListChangeListener<>(follower));
        swap();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return model.rows().isEmpty() ? add : table.node();
    }

    private static boolean known(RemoteRow row) {
        return row.contract().isPresent();
    }

    private boolean editable(RemoteRow row) {
        return known(row) && !model.readOnly();
    }

    private static boolean open(RemoteRow row) {
        return known(row) && !row.paused() && !row.ended();
    }

    private void swap() {
        boolean none = model.rows().isEmpty();
        boolean keyboard = list.isFocusWithin() || verbs.isFocusWithin();
        empty.setVisible(none);
        list.setVisible(!none);
        verbs.setVisible(!none);
        if (none && keyboard) {
            add.requestFocus();
        }
    }

    private Node actions() {
        Label about = Controls.wrapped(Text.of("remotes.about"), "subtitle");
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button other = Controls.button("add-another", Text.of("remotes.add"), this::add);
        other.setGraphic(Icon.of(Feather.PLUS));
        other.setDisable(model.readOnly());
        check.setGraphic(Icon.of(Feather.REFRESH_CW));
        check.setTooltip(new Tip(Shortcut.CHECK_REMOTES.hint(Text.of("remotes.check-all.help"))));
        InvalidationListener running = change -> button();
        model.rows().addListener(new WeakInvalidationListener(running));
        check.getProperties().put("running", running);
        button();
        HBox line = new HBox(8, about, check, other);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private boolean running() {
        return model.rows().stream().anyMatch(row -> row.state() instanceof RowState.Checking);
    }

    private void button() {
        check.setText(running() ? Text.of("remotes.check-stop") : Text.of("remotes.check-all"));
    }

    private void checkAll() {
        if (running()) {
            model.stopChecks();
        } else {
            model.checkAll();
        }
    }

    private Node empty() {
        FontIcon icon = Icon.of(Feather.CLOUD_OFF);
        icon.getStyleClass().add("large-icon");
        Label title = new Label(Text.of("remotes.empty"));
        title.getStyleClass().add("title");
        Label more = Controls.wrapped(Text.of("remotes.empty.more"), "subtitle");
        more.setMaxWidth(420);
        more.setAlignment(Pos.CENTER);
        more.setTextAlignment(TextAlignment.CENTER);
        add.setDisable(model.readOnly());
        add.getStyleClass().add(Styles.ACCENT);
        VBox box = new VBox(12, icon, title, more, add);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void add() {
        if (!model.readOnly()) {
            model.add();
        }
    }

    private Button forRow(String id, String words, Consumer<RemoteRow> action, Predicate<RemoteRow> possible) {
        Button button = Controls.button(id, words, () -> chosen().ifPresent(action));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> chosen().filter(possible).isEmpty(), model.chosenProperty()));
        return button;
    }

    private Button restart() {
        Button restart = forRow(
                "restart-practice",
                Text.of("remotes.practice.again"),
                this::restart,
                row -> row.ended() && !model.readOnly());
        restart.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> chosen().filter(RemoteRow::ended).isPresent(), model.chosenProperty()));
        restart.managedProperty().bind(restart.visibleProperty());
        return restart;
    }

    /** The button goes once the vault runs, so the keyboard goes to the list before. */
    private void restart(RemoteRow row) {
        table.node().requestFocus();
        model.restart(row);
    }

    private Button pause() {
        Button pause = forRow("pause-remote", Text.of("remotes.pause"), model::pause, row -> !model.readOnly());
        pause.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> chosen().filter(RemoteRow::paused).isPresent()
                                ? Text.of("remotes.resume")
                                : Text.of("remotes.pause"),
                        model.chosenProperty()));
        return pause;
    }

    private Button remove() {
        return forRow("remove-remote", Text.of("remotes.remove"), model::askRemove, row -> !model.readOnly());
    }

    private Button close() {
        return Controls.button("close-remotes", Text.of("remotes.close"), model::close);
    }

    private Optional<RemoteRow> chosen() {
        return model.chosenProperty().get();
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.CHECK_REMOTES.matches(key)) {
            key.consume();
            model.checkAll();
        } else if (Shortcut.NEW_SECRET.matches(key)) {
            key.consume();
            add();
        } else if (table.node().equals(key.getTarget()) && key.getCode() == KeyCode.ENTER) {
            key.consume();
            chosen().filter(RemoteRow::ended).ifPresent(model::restart);
            chosen().filter(ListPane::open).ifPresent(model::browse);
        } else if (table.node().equals(key.getTarget()) && key.getCode() == KeyCode.DELETE && !model.readOnly()) {
            key.consume();
            chosen().ifPresent(model::askRemove);
        } else if (Shortcut.EDIT.matches(key)) {
            key.consume();
            chosen().filter(this::editable).ifPresent(model::edit);
        }
    }
}
