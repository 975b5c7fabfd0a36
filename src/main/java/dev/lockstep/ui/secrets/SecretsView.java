package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Attention;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The main window's content: sidebar, table with search, details. */
public final class SecretsView {
    private final SecretsViewModel model;
    private final SecretTable table;
    private final StackPane root = new StackPane();

    public SecretsView(SecretsViewModel model) {
        this.model = model;
        Wording wording = new Wording(model.habits(), model.parts().sidebar());
        table = new SecretTable(model, wording);
        SearchField search = new SearchField(model, table::enter);
        BorderPane centre = new BorderPane(table.node());
        centre.setTop(new Toolbar(model, search, table.columnMenu()).root());
        centre.getStyleClass().add("centre");
        centre.setMinWidth(0);
        ThreePanes panes = new ThreePanes(
                model.parts().panes(), new Sidebar(model).root(), centre, new DetailsPane(model, wording).root());
        root.getChildren().add(panes);
        root.getStyleClass().add("secrets");
        root.getStylesheets()
                .add(Objects.requireNonNull(SecretsView.class.getResource("secrets.css"))
                        .toExternalForm());
        new QuestionSheet(model.parts().asking(), model.habits().discretion(), root);
        TableKeys.onScreen(panes, model);
        whileEmpty(table.node());
        acceptFiles();
        Attention.whenLost(root, model::mask);
    }

    public Parent root() {
        return root;
    }

    /** Moves the keyboard to the table, as after the vault was opened. */
    public void enter() {
        table.enter();
    }

    /** A menu item for an action, for the window's menu bar; a new one each time. */
    public MenuItem item(Action action) {
        return ActionItems.of(model, action);
    }

    /** Menu items for the choice of columns and of the order, for the window's menu bar; new ones each time. */
    public List<MenuItem> columnItems() {
        return table.columnMenu().items();
    }

    private void whileEmpty(TableView<Row> shown) {
        EmptyStates states = new EmptyStates(model);
        Parts parts = model.parts();
        Runnable tell = () -> shown.setPlaceholder(states.of(Emptiness.of(
                parts.list().answeredProperty().get(),
                parts.sidebar().countsProperty().get())));
        parts.list().answersProperty().subscribe(number -> tell.run());
        parts.sidebar().countsProperty().subscribe(counts -> tell.run());
    }

    private void acceptFiles() {
        root.setOnDragOver(event -> {
            if (!files(event).isEmpty() && model.enabled(Action.IMPORT).get()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.setOnDragDropped(event -> {
            Optional<Path> file = files(event).stream().findFirst();
            event.setDropCompleted(file.isPresent());
            event.consume();
            file.ifPresent(dropped -> model.exits().importFile().accept(Optional.of(dropped)));
        });
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().hasFiles()
                ? event.getDragboard().getFiles().stream()
                        .map(file -> file.toPath())
                        .toList()
                : List.of();
    }
}
