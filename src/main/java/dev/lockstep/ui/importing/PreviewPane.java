package dev.lockstep.ui.importing;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Filters;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.FormatWords;
import dev.lockstep.words.HoldingWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What would be imported, row by row, before anything is written. */
final class PreviewPane implements Panes.Pane {
    private final ImportViewModel model;
    private final Sifting sifting;
    private final Label name = WholeText.name("", "import-source");
    private final Hyperlink format = new Hyperlink();
    private final Label taken = Controls.wrapped("", "hint");
    private final Label left = Controls.wrapped("", "warn-text");
    private final CustomTextField search = new CustomTextField();
    private final FlowPane filters;
    private final RowTable table;
    private final ProblemList problems;
    private final Parent root;

    PreviewPane(ImportViewModel model) {
        this.model = model;
        sifting = model.comparing().sifting();
        table = new RowTable(model.comparing(), model::write);
        problems = new ProblemList(sifting.problems());
        filters = Filters.of(
                "import-filters", List.of(Show.values()), Show::words, sifting::count, sifting.showProperty());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox.setVgrow(problems.node(), Priority.ALWAYS);
        VBox body = new VBox(
                8,
                Parts.trouble(model.failureProperty()),
                source(),
                new VBox(2, taken, left),
                sieve(),
                table.node(),
                problems.node());
        body.setPadding(new Insets(4, 24, 12, 24));
        root = new SheetPage(Text.of("import.title"), body)
                .beside(target())
                .buttons(buttons())
                .filling()
                .prefSize(ImportView.WIDTH, ImportView.HEIGHT)
                .root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sifting.showProperty().subscribe(this::arrange);
        model.comparing().changesProperty().subscribe(change -> tell());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return sifting.showProperty().get().ofProblems() ? problems.node() : table.node();
    }

    private void arrange(Show show) {
        Controls.present(table.node(), !show.ofProblems());
        Controls.present(problems.node(), show.ofProblems());
    }

    private void tell() {
        Filters.count(filters, List.of(Show.values()), Show::words, sifting::count);
        model.question().ifPresent(asked -> {
            name.setText(Legible.line(asked.name()));
            name.setAccessibleText(name.getText());
            format.setText(Text.of(
                    "import.source.as",
                    asked.formatProperty().get().map(FormatWords::name).orElse("")));
            format.setAccessibleText(format.getText() + ", " + Text.of("import.source.change"));
        });
        taken.setText(Parts.taken(model.comparing().holdings()));
        left.setText(HoldingWords.of(Fate.LEFT_OUT, model.comparing().holdings()));
        Controls.present(taken, !taken.getText().isEmpty());
        Controls.present(left, !left.getText().isEmpty());
    }

    private Node source() {
        name.setGraphic(Icon.of(Feather.FILE));
        format.setId("import-change-format");
        format.setMinWidth(Region.USE_PREF_SIZE);
        format.setOnAction(event -> model.askAgain());
        HBox line = new HBox(12, name, format);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node sieve() {
        search.setId("import-search");
        search.setLeft(Icon.of(Feather.SEARCH));
        search.setPromptText(Text.of("import.search"));
        search.setAccessibleText(Text.of("import.search"));
        search.textProperty().bindBidirectional(sifting.searchProperty());
        Controls.searching(search, () -> first().requestFocus());
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(120);
        HBox line = new HBox(12, search, bulk());
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, line, filters);
    }

    private Node bulk() {
        HBox bulk = new HBox(
                bulk(Text.of("import.bulk.add-new"), Bulk.ADD_NEW, Styles.LEFT_PILL),
                bulk(Text.of("import.bulk.add-and-replace"), Bulk.ADD_AND_REPLACE, Styles.CENTER_PILL),
                bulk(Text.of("import.bulk.skip-all"), Bulk.SKIP_ALL, Styles.RIGHT_PILL));
        bulk.setMinWidth(Region.USE_PREF_SIZE);
        return bulk;
    }

    private Button bulk(String words, Bulk choice, String pill) {
        Button button = new Button(words);
        button.getStyleClass().add(pill);
        button.setAccessibleText(Text.of("import.bulk") + ": " + words);
        button.setOnAction(event -> model.comparing().choose(choice));
        return button;
    }

    private Node target() {
        ComboBox<SecretCollection> target = new ComboBox<>();
        target.setId("import-target");
        target.getItems().setAll(model.collections());
        target.setConverter(new Choice<>(collection -> Legible.line(collection.title())));
        target.valueProperty().bindBidirectional(model.targetProperty());
        target.setMaxWidth(260);
        Label label = new Label(Text.of("import.target"));
        label.setLabelFor(target);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, label, target);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** From left to right, with the counts before them. */
    private Node[] buttons() {
        Comparing comparing = model.comparing();
        Label tally = new Label();
        tally.getStyleClass().add("hint");
        tally.textProperty()
                .bind(comparing
                        .tallyProperty()
                        .map(now -> Text.of("import.tally", now.added(), now.replaced(), now.skipped())));
        Button write = Controls.primary("import-write", "", model::write);
        write.textProperty().bind(comparing.tallyProperty().map(now -> Text.of("import.write", now.written())));
        write.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.staleProperty().get()
                                || comparing.tallyProperty().get().written() == 0,
                        model.staleProperty(),
                        comparing.tallyProperty()));
        return new Node[] {
            tally,
            SheetPage.spring(),
            Controls.button("import-another", Text.of("import.another"), model::another),
            Controls.button("import-close", Text.of("import.cancel"), model::close),
            write
        };
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.SEARCH.matches(key)) {
            key.consume();
            search.requestFocus();
            search.selectAll();
        }
    }
}
