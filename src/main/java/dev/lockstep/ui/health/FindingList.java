package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.Finding;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The findings chosen, a line each; Enter or a double click opens the secret. */
final class FindingList {
    private static final double LINE = 44;

    private final HealthViewModel model;
    private final ListView<Finding> list = new ListView<>();
    private final Label title = new Label();
    private final Label nothing = new Label();
    private final VBox root;

    FindingList(HealthViewModel model) {
        this.model = model;
        FindingWords wording = new FindingWords(model, ZoneId.systemDefault());
        list.setCellFactory(view -> new FindingCell(model, wording));
        list.setFixedCellSize(LINE);
        list.setId("findings");
        list.getStyleClass().addAll("findings", "edge-to-edge");
        nothing.getStyleClass().add("subtitle");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        title.getStyleClass().add("section");
        title.setMinWidth(0);
        BooleanBinding none = list.getSelectionModel().selectedItemProperty().isNull();
        Button edit = button(Text.of("health.edit"), model::open, none);
        edit.setId("edit-finding");
        edit.setVisible(model.editable());
        edit.setManaged(model.editable());
        Button locate = button(Text.of("health.locate"), model::locate, none);
        locate.setId("locate-finding");
        HBox header = new HBox(8, title, SheetPage.spring(), locate, edit);
        header.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(8, header, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(0);
        model.findingsProperty().subscribe(this::show);
        model.overviewProperty().subscribe(now -> tell());
        model.shownProperty().subscribe(now -> tell());
    }

    Node root() {
        return root;
    }

    private Button button(String words, Consumer<Finding> action, BooleanBinding none) {
        Button button = new Button(words);
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(none);
        button.setOnAction(event -> act(action));
        return button;
    }

    private void act(Consumer<Finding> action) {
        Finding selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            action.accept(selected);
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && list.getSelectionModel().getSelectedItem() != null) {
            key.consume();
            act(model::open);
        }
    }

    /** After a change the line stays selected that stands where the former one stood. */
    private void show(List<Finding> findings) {
        int selected = list.getSelectionModel().getSelectedIndex();
        list.setItems(FXCollections.observableList(findings));
        if (selected >= 0 && !findings.isEmpty()) {
            list.getSelectionModel().select(Math.min(selected, findings.size() - 1));
        }
    }

    private void tell() {
        Shown shown = model.shownProperty().get();
        title.setText(ShownWords.of(shown));
        list.setAccessibleText(title.getText());
        boolean unknown = model.overviewProperty()
                .get()
                .filter(now -> now.unseen() > 0 && ShownWords.needsLook(shown))
                .isPresent();
        nothing.setText(unknown ? Text.of("health.nothing.unseen") : Text.of("health.nothing"));
    }
}
