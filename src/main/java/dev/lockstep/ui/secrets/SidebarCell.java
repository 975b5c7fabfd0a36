package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Query.Scope;
import dev.lockstep.words.Text;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the sidebar: a place with its count, or a heading. Rows of the table can be dropped on most places. */
final class SidebarCell extends ListCell<SidebarItem> {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final PseudoClass DUE = PseudoClass.getPseudoClass("due");
    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final SecretsViewModel model;
    private final FontIcon icon = Icon.of(Feather.KEY);
    private final Label title = new Label();
    private final Label count = new Label();
    private final HBox place;
    private @Nullable Headed headed;

    SidebarCell(SecretsViewModel model) {
        this.model = model;
        title.setMinWidth(0);
        count.getStyleClass().add("place-count");
        count.setMinWidth(Label.USE_PREF_SIZE);
        place = new HBox(8, icon, title, SheetPage.spring(), count);
        place.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnDragOver(this::dragOver);
        setOnDragExited(event -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::dropped);
    }

    @Override
    protected void updateItem(SidebarItem item, boolean empty) {
        super.updateItem(item, empty);
        boolean isHeading = !empty && item instanceof SidebarItem.Heading;
        pseudoClassStateChanged(HEADING, isHeading);
        pseudoClassStateChanged(DUE, false);
        pseudoClassStateChanged(OVERDUE, false);
        setTooltip(null);
        setContextMenu(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        switch (item) {
            case SidebarItem.Place shown -> show(shown);
            case SidebarItem.Heading shown -> show(shown);
        }
    }

    private void show(SidebarItem.Place shown) {
        icon.setIconCode(PlaceIcons.of(shown.scope()));
        title.setText(shown.title());
        count.setText(shown.count() == 0 ? "" : Wording.size(shown.count()));
        tell(shown);
        setContextMenu(menu(shown));
        setGraphic(place);
    }

    /** What is due is a badge, of another shape and colour where something is overdue, and says so in words. */
    private void tell(SidebarItem.Place shown) {
        boolean badge = shown.scope() instanceof Scope.RotateSoon && shown.count() > 0;
        pseudoClassStateChanged(DUE, badge);
        pseudoClassStateChanged(OVERDUE, badge && shown.overdue() > 0);
        String due = badge ? DueWords.of(shown.overdue(), shown.count() - shown.overdue()) : "";
        count.setGraphic(badge && shown.overdue() > 0 ? Icon.of(Feather.ALERT_CIRCLE) : null);
        setTooltip(badge ? new Tip(due) : null);
        setAccessibleText(
                badge
                        ? Text.of("secrets.place.due", shown.title(), due)
                        : Text.of("secrets.place.spoken", Discretion.spoken(shown.title()), shown.count()));
    }

    private void show(SidebarItem.Heading shown) {
        boolean collections = shown.group() == SidebarItem.Group.COLLECTIONS;
        String words = collections ? Text.of("secrets.collections") : Text.of("secrets.tags");
        setAccessibleText(words);
        if (headed == null) {
            headed = new Headed(model);
        }
        headed.show(words, collections && model.enabled(Action.NEW_COLLECTION).get());
        setGraphic(headed.line);
    }

    /** What a cell shows that is a heading, which few are. */
    private static final class Headed {
        private final Label heading = new Label();
        private final Button add = Icon.button(Feather.PLUS, Action.NEW_COLLECTION.words());
        private final HBox line = new HBox(heading, SheetPage.spring(), add);

        Headed(SecretsViewModel model) {
            heading.getStyleClass().add("section");
            add.getStyleClass().add("small-button");
            add.setOnAction(event -> model.run(Action.NEW_COLLECTION));
            line.setAlignment(Pos.CENTER_LEFT);
        }

        void show(String words, boolean adding) {
            heading.setText(words);
            add.setVisible(adding);
        }
    }

    private @Nullable ContextMenu menu(SidebarItem.Place shown) {
        return switch (shown.scope()) {
            case Scope.InCollection in ->
                model.parts()
                        .sidebar()
                        .collection(in.collection())
                        .map(collection -> PlaceMenus.collection(model, collection))
                        .orElse(null);
            case Scope.Trash trash -> PlaceMenus.trash(model);
            case Scope.All all -> null;
            case Scope.Favourites favourites -> null;
            case Scope.RotateSoon soon -> null;
            case Scope.NameProblems problems -> null;
            case Scope.Tagged tagged -> null;
        };
    }

    private void dragOver(DragEvent event) {
        if (RowDrag.carries(event) && getItem() instanceof SidebarItem.Place shown && model.takes(shown.scope())) {
            event.acceptTransferModes(TransferMode.MOVE);
            pseudoClassStateChanged(DROP, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (RowDrag.carries(event) && getItem() instanceof SidebarItem.Place shown) {
            model.drop(shown.scope());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
