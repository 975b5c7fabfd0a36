package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the toolkit's and ControlsFX's own controls in the themes, for people to judge. */
class ControlsGalleryTest extends ToolkitTest {
    @AfterEach
    void light() {
        runOnFx(Theme.LIGHT::apply);
    }

    @Test
    void controlsFindAllTheirColours() {
        Screens.write("kit-controls", ControlsGalleryTest::controls, 980, 700);
        assertEquals("", Screens.styleErrors());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void popupsFindAllTheirColours(Theme theme) {
        Label owner = onFx(() -> new Label("Owner"));
        try (Shown shown = Shown.of(() -> new VBox(owner), 400, 400)) {
            runOnFx(theme::apply);
            ContextMenu menu = onFx(ControlsGalleryTest::menu);
            Tooltip tooltip = onFx(() -> new Tooltip("Copy (Ctrl+C)"));
            PopOver popOver = onFx(() -> new PopOver(new VBox(8, new Label("Rule of Mixpeek"), new Hyperlink("Fix"))));
            runOnFx(() -> {
                menu.show(owner, 20, 40);
                tooltip.show(owner, 20, 300);
                popOver.show(owner);
            });
            settle();
            String suffix = theme == Theme.DARK ? "-dark" : "-light";
            Screens.save("kit-menu" + suffix, onFx(() -> menu.getScene().snapshot(null)));
            Screens.save("kit-tooltip" + suffix, onFx(() -> tooltip.getScene().snapshot(null)));
            Screens.save("kit-popover" + suffix, onFx(() -> popOver.getScene().snapshot(null)));
            runOnFx(() -> {
                menu.hide();
                tooltip.hide();
                popOver.hide(javafx.util.Duration.ZERO);
            });
            assertEquals(400, shown.scene().getWidth());
        }
        assertEquals("", Screens.styleErrors());
    }

    private static ContextMenu menu() {
        CheckMenuItem check = new CheckMenuItem("Favourite");
        check.setSelected(true);
        MenuItem copy = new MenuItem("Copy value");
        copy.setAccelerator(javafx.scene.input.KeyCombination.valueOf("Shortcut+C"));
        MenuItem off = new MenuItem("Restore");
        off.setDisable(true);
        return new ContextMenu(copy, new MenuItem("Copy name"), check, new SeparatorMenuItem(), off);
    }

    private static Parent controls() {
        MenuBar bar = new MenuBar(new Menu("Vault"), new Menu("Secret"), new Menu("View"), new Menu("Help"));
        SplitPane panes = new SplitPane(list(), table(), forms());
        panes.setDividerPositions(0.2, 0.66);
        VBox.setVgrow(panes, javafx.scene.layout.Priority.ALWAYS);
        return new VBox(bar, panes);
    }

    private static Node list() {
        ListView<String> list = new ListView<>();
        list.getItems().addAll("All", "Favourites", "Rotate soon", "Name problems", "Trash");
        list.getSelectionModel().select(1);
        VBox side = new VBox(list);
        side.getStyleClass().add("sidebar");
        return side;
    }

    private static Node table() {
        TableView<String> table = new TableView<>();
        for (String name : List.of("Name", "Value", "Updated")) {
            TableColumn<String, String> column = new TableColumn<>(name);
            column.setCellValueFactory(cell -> new SimpleStringProperty(cell.getValue()));
            table.getColumns().add(column);
        }
        table.getItems().addAll("STRIPE_API_KEY", "GITHUB_TOKEN", "SENTRY_DSN", "DATABASE_URL");
        table.getSelectionModel().select(1);
        TabPane tabs = new TabPane(new Tab("acme.lockstep", table), new Tab("private.lockstep", new Label()));
        return tabs;
    }

    private static Node forms() {
        CheckComboBox<String> tags = new CheckComboBox<>();
        tags.getItems().addAll("prod", "billing");
        tags.getCheckModel().checkAll();
        SegmentedButton kinds = new SegmentedButton(
                new javafx.scene.control.ToggleButton("Random"), new javafx.scene.control.ToggleButton("Passphrase"));
        kinds.getButtons().getFirst().setSelected(true);
        TextArea notes = new TextArea("Notes");
        notes.setPrefRowCount(3);
        RadioButton radio = new RadioButton("Ask each time");
        radio.setSelected(true);
        VBox form = new VBox(
                8,
                TextFields.createClearableTextField(),
                tags,
                kinds,
                new Spinner<Integer>(8, 128, 32),
                new DatePicker(LocalDate.of(2026, 5, 2)),
                new Slider(0, 10, 4),
                new ProgressBar(0.4),
                new HBox(8, radio, new Hyperlink("Learn more")),
                notes);
        form.getStyleClass().add("details");
        return form;
    }
}
