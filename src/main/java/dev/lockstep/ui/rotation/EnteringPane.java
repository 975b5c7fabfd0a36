package dev.lockstep.ui.rotation;

import atlantafx.base.theme.Styles;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.Entry;
import dev.lockstep.words.Text;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Takes or makes the new values, one secret at a time. */
final class EnteringPane implements Panes.Pane {
    private static final int LIMIT = 65_536;

    private final RotationViewModel model;
    private final NewValues values;
    private final TableView<Entry> table = Tables.table("values-table", Text.of("rotation.values"));
    private final SecretField field = new SecretField(LIMIT);
    private final Label label = new Label();
    private final Label problem = Controls.wrapped("", "hint");
    private final Button save;
    private final Parent root;
    private boolean loading;

    EnteringPane(RotationViewModel model, NewValues values) {
        this.model = model;
        this.values = values;
        save = Controls.button("save-values", "", model::save);
        save.getStyleClass().add(Styles.ACCENT);
        save.setTooltip(new Tip(Shortcut.SAVE.hint(Text.of("rotation.values.save.help"))));
        values.changesProperty().subscribe(now -> changed());
        fill();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox body =
                new VBox(12, Controls.wrapped(Text.of("rotation.values.about"), "subtitle"), table, editor(), problem);
        body.setPadding(new Insets(4, 24, 12, 24));
        Button rest = Controls.button("generate-rest", Text.of("rotation.values.rest"), this::generateRest);
        root = new SheetPage(Text.of("rotation.values.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(
                        rest,
                        SheetPage.spring(),
                        Controls.button("leave-values", Text.of("rotation.back"), model::leave),
                        save)
                .filling()
                .prefSize(RotationView.WIDTH, RotationView.HEIGHT)
                .root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return table;
    }

    private void fill() {
        Tables.column(
                table,
                Text.of("rotation.column.secret"),
                400,
                entry -> model.telling().name(entry.name()));
        Tables.column(table, Text.of("rotation.column.value"), 400, this::state);
        table.getItems().setAll(values.entries());
        table.getSelectionModel().selectFirst();
        table.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                values.chosenProperty().set(Optional.of(chosen));
                load();
            }
        });
        Tables.onEnter(table, field::requestFocus);
    }

    private String state(Entry entry) {
        if (!values.has(entry)) {
            return Text.of("rotation.values.none");
        }
        return values.isGenerated(entry) ? Text.of("rotation.values.generated") : Text.of("rotation.values.typed");
    }

    private Node editor() {
        field.setId("new-value");
        field.setOnEnter(this::next);
        field.editsProperty().subscribe((before, now) -> typed());
        label.setLabelFor(field);
        label.getStyleClass().add("field-label");
        Button generate = Controls.button("generate-one", Text.of("rotation.values.generate"), this::generate);
        generate.setTooltip(new Tip(Shortcut.GENERATOR.hint(Text.of("rotation.values.generate.help"))));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(8, field, generate);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, label, line);
    }

    /** Shows what was typed or made for the chosen secret, masked. */
    private void load() {
        Optional<Entry> chosen = values.chosenProperty().get();
        chosen.ifPresent(entry -> {
            String name = model.telling().name(entry.name());
            label.setText(Text.of("rotation.values.of", name));
            field.setAccessibleText(Text.of("rotation.values.of", name));
        });
        loading = true;
        field.revealedProperty().set(false);
        field.clear();
        chosen.flatMap(values::value).ifPresent(value -> {
            try (value) {
                field.load(value);
            }
        });
        loading = false;
        problem.setText("");
    }

    private void typed() {
        if (!loading) {
            values.chosenProperty().get().ifPresent(this::take);
        }
    }

    private void take(Entry entry) {
        try {
            values.put(entry, field.buffer().toValue());
            problem.setText("");
        } catch (CharacterCodingException e) {
            values.put(entry, SecretValue.copyOf(new byte[0]));
            problem.setText(Text.of("rotation.values.half"));
        }
    }

    private void generate() {
        values.chosenProperty().get().ifPresent(entry -> {
            values.generate(entry);
            load();
        });
    }

    private void generateRest() {
        values.generateRest();
        load();
        save.requestFocus();
    }

    private void next() {
        if (table.getSelectionModel().getSelectedIndex() + 1 < values.entries().size()) {
            table.getSelectionModel().selectNext();
        } else {
            save.requestFocus();
        }
    }

    private void changed() {
        save.setText(Text.of("rotation.values.save", values.count()));
        save.setDisable(values.count() == 0);
        table.refresh();
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.SAVE.matches(key)) {
            key.consume();
            model.save();
        } else if (Shortcut.GENERATOR.matches(key)) {
            key.consume();
            generate();
        }
    }
}
