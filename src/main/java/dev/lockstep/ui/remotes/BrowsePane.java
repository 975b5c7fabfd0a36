package dev.lockstep.ui.remotes;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What stands at a remote, as the vendor shows it. */
final class BrowsePane implements RemotesView.Pane {
    private final Browser browser;
    private final BrowseTable table;
    private final PeekPane peek;
    private final TextField search = FieldLimit.on(new TextField(), FieldLimit.LINE);
    private final Label status = new Label();
    private final ProgressIndicator running = new ProgressIndicator();
    private final Button again = Controls.button("list-again", Text.of("remotes.list.again"), this::againOrStop);
    private final FailureNote failed = new FailureNote();
    private final Parent root;

    BrowsePane(RemotesViewModel model, Browser browser) {
        this.browser = browser;
        table = new BrowseTable(browser);
        peek = new PeekPane(browser);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox body = new VBox(8, bar(), table.node(), status(), peek.root());
        body.setPadding(new Insets(4, 24, 12, 24));
        VBox notes = new VBox(failed.root());
        notes.managedProperty().bind(failed.root().visibleProperty());
        notes.setPadding(new Insets(0, 0, 8, 0));
        String name = Legible.line(browser.remote().name());
        root = new SheetPage(Text.of("remotes.list.title", name), body)
                .notices(notes)
                .buttons(
                        Controls.button("back", Text.of("remotes.back"), model::back),
                        SheetPage.spring(),
                        Controls.button("close-remotes", Text.of("remotes.close"), model::close))
                .filling()
                .prefSize(RemotesView.WIDTH, RemotesView.HEIGHT)
                .root();
        browser.readingProperty().subscribe(this::tell);
        InvalidationListener counted = change -> count();
        browser.shown().addListener(counted);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return table.node();
    }

    private Node bar() {
        search.setId("search-there");
        search.setPromptText(Text.of("remotes.list.search"));
        search.setAccessibleText(Text.of("remotes.list.search"));
        search.textProperty().bindBidirectional(browser.textProperty());
        Controls.searching(search, table::enter);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox line = new HBox(8, search, again);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node status() {
        status.setId("list-status");
        status.getStyleClass().add("hint");
        running.setPrefSize(16, 16);
        running.setAccessibleText(Text.of("remotes.list.progress"));
        running.managedProperty().bind(running.visibleProperty());
        HBox line = new HBox(8, running, status);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(20);
        return line;
    }

    private void againOrStop() {
        if (browser.readingProperty().get() instanceof Reading.Running) {
            browser.stop();
        } else {
            browser.read();
        }
    }

    private void tell(Reading reading) {
        running.setVisible(reading instanceof Reading.Running);
        failed.show(reading instanceof Reading.Failed told ? told.words() : null);
        again.setText(
                reading instanceof Reading.Running ? Text.of("remotes.list.stop") : Text.of("remotes.list.again"));
        table.placeholder(
                switch (reading) {
                    case Reading.Running running -> Text.of("remotes.list.running", 0);
                    case Reading.Whole whole -> Text.of("remotes.list.empty");
                    case Reading.Cut cut -> "";
                    case Reading.Stopped stopped -> Text.of("remotes.list.stopped", 0);
                    case Reading.Failed told -> Text.of("remotes.list.failed", 0);
                });
        count();
    }

    private void count() {
        int all = browser.count();
        int shown = browser.shown().size();
        String words = switch (browser.readingProperty().get()) {
            case Reading.Running running -> Text.of("remotes.list.running", all);
            case Reading.Whole whole -> Text.of("remotes.list.whole", all);
            case Reading.Cut cut -> Text.of("remotes.list.cut", all, cut.all());
            case Reading.Stopped stopped -> Text.of("remotes.list.stopped", all);
            case Reading.Failed told -> Text.of("remotes.list.failed", all);
        };
        status.setText(shown == all ? words : Text.of("remotes.list.found", shown, words));
    }

    private void pressed(KeyEvent key) {
        Optional<Found> chosen = browser.peeking().chosen();
        if (Shortcut.SEARCH.matches(key)) {
            key.consume();
            search.requestFocus();
            search.selectAll();
        } else if (Shortcut.CHECK_REMOTES.matches(key)) {
            key.consume();
            browser.read();
        } else if (table.node().equals(key.getTarget()) && key.getCode() == KeyCode.ENTER && chosen.isPresent()) {
            key.consume();
            peek.focus();
        } else if (Shortcut.REVEAL.matches(key) && table.node().equals(key.getTarget())) {
            key.consume();
            browser.peeking().toggle();
        } else if (Shortcut.COPY_VALUE.matches(key) && table.node().equals(key.getTarget())) {
            key.consume();
            browser.peeking().copy();
        }
    }
}
