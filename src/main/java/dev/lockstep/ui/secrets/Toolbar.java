package dev.lockstep.ui.secrets;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Query.Scope;
import dev.lockstep.words.Text;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The two lines above the table: search and the main actions, then what is listed and how. */
final class Toolbar {
    private final SecretsViewModel model;
    private final Parts parts;
    private final VBox root;
    private final Label place = new Label();
    private final Label count = new Label();

    Toolbar(SecretsViewModel model, SearchField search, ColumnMenu columnMenu) {
        this.model = model;
        parts = model.parts();
        HBox.setHgrow(search.node(), Priority.ALWAYS);
        Button create = button(Action.NEW_SECRET, Text.of("secrets.new"), Feather.PLUS);
        create.getStyleClass().add(Styles.ACCENT);
        HBox actions =
                new HBox(8, search.node(), button(Action.IMPORT, Text.of("secrets.import"), Feather.DOWNLOAD), create);
        actions.getStyleClass().add("toolbar");
        place.getStyleClass().add("place-title");
        place.setMinWidth(0);
        count.getStyleClass().add("hint");
        count.setMinWidth(Label.USE_PREF_SIZE);
        HBox list = new HBox(
                8,
                toggle(Action.SIDEBAR, Feather.SIDEBAR),
                place,
                count,
                SheetPage.spring(),
                columns(columnMenu),
                toggle(Action.DETAILS, Feather.INFO));
        list.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("list-bar");
        root = new VBox(actions, list);
        InvalidationListener tell = changed -> tell();
        parts.list().answersProperty().addListener(tell);
        parts.list().scopeProperty().addListener(tell);
        parts.sidebar().countsProperty().addListener(tell);
        model.tellingsProperty().addListener(tell);
        tell();
    }

    VBox root() {
        return root;
    }

    private void tell() {
        place.setText(parts.sidebar().title(parts.list().scopeProperty().get()));
        int rows = parts.list().rows().size();
        boolean searching = !parts.list().textProperty().get().isBlank();
        count.setText(searching ? Text.of("secrets.found", rows) : listed(rows));
        parts.list().answersProperty().get();
        parts.sidebar().countsProperty().get();
        model.tellingsProperty().get();
    }

    private String listed(int rows) {
        String due = DueWords.of(parts.sidebar().countsProperty().get());
        boolean listing = parts.list().scopeProperty().get() instanceof Scope.RotateSoon;
        return listing && !due.isEmpty() ? due : Text.of("secrets.count", rows);
    }

    private Button button(Action action, String words, Feather drawing) {
        Button button = new Button(words, Icon.of(drawing));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> model.run(action));
        model.enabled(action).subscribe(now -> button.setDisable(!now));
        action.shortcut()
                .map(keys -> keys.hint(action.words()))
                .map(Tooltip::new)
                .ifPresent(button::setTooltip);
        return button;
    }

    private Node toggle(Action action, Feather drawing) {
        Button button = Icon.button(drawing, action.words());
        button.getStyleClass().add("small-button");
        button.setOnAction(event -> model.run(action));
        return button;
    }

    private static MenuButton columns(ColumnMenu menu) {
        MenuButton button = new MenuButton(null, Icon.of(Feather.SLIDERS));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "small-button", "no-arrow");
        button.setAccessibleText(Text.of("secrets.columns"));
        button.setTooltip(new Tip(Text.of("secrets.columns")));
        button.getItems().setAll(menu.items());
        return button;
    }
}
