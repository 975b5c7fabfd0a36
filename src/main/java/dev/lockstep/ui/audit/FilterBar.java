package dev.lockstep.ui.audit;

import atlantafx.base.controls.CustomTextField;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What is asked for: text, kind of event, period, and one secret. */
final class FilterBar {
    private final AuditViewModel model;
    private final AuditTable table;
    private final CustomTextField search = new CustomTextField();
    private final Button only = new Button();
    private final HBox root;

    FilterBar(AuditViewModel model, AuditTable table) {
        this.model = model;
        this.table = table;
        search.setId("audit-search");
        search.setLeft(Icon.of(Feather.SEARCH));
        search.setPromptText(Text.of("audit.search"));
        search.setAccessibleText(Text.of("audit.search"));
        search.setTooltip(new Tip(Shortcut.SEARCH.hint(Text.of("audit.search"))));
        search.textProperty().bindBidirectional(model.textProperty());
        Controls.searching(search, () -> {
            table.node().requestFocus();
            table.node().getSelectionModel().selectFirst();
        });
        search.setMinWidth(144);
        HBox.setHgrow(search, Priority.ALWAYS);
        only.setId("audit-only");
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.setMaxWidth(240);
        only.setOnAction(event -> turn());
        model.onlyProperty().subscribe(entry -> tell());
        table.node().getSelectionModel().selectedItemProperty().subscribe(row -> tell());
        root = new HBox(
                8,
                search,
                choice(
                        "audit-group",
                        Text.of("audit.group"),
                        List.of(EventGroup.values()),
                        EventGroup::words,
                        model.groupProperty()),
                choice(
                        "audit-period",
                        Text.of("audit.period"),
                        List.of(Period.values()),
                        Period::words,
                        model.periodProperty()),
                only);
        root.setAlignment(Pos.CENTER_LEFT);
    }

    Node root() {
        return root;
    }

    void focus() {
        search.requestFocus();
        search.selectAll();
    }

    private void turn() {
        model.only(model.onlyProperty().get().isPresent() ? Optional.empty() : table.chosen());
    }

    private void tell() {
        Optional<AuditEntry> narrowed = model.onlyProperty().get();
        boolean possible = table.chosen().flatMap(AuditEntry::subject).isPresent();
        only.setText(
                narrowed.map(entry -> Text.of("audit.only.name", entry.name())).orElse(Text.of("audit.only")));
        only.setGraphic(Icon.of(narrowed.isPresent() ? Feather.X : Feather.FILTER));
        only.setAccessibleHelp(Text.of("audit.only.help"));
        only.setDisable(narrowed.isEmpty() && !possible);
    }

    private static <T> ComboBox<T> choice(
            String id, String name, List<T> values, Function<T, String> words, ObjectProperty<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.getItems().setAll(values);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new Choice<>(words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
