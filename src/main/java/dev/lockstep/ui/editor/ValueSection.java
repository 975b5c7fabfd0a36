package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretArea;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The value: as a placeholder while it stays in the vault, as a field once it is opened or replaced. */
final class ValueSection {
    private final EditorViewModel viewModel;
    private final ValuePart part;
    private final SecretArea area = new SecretArea();
    private final Button reveal = new Button();
    private final Button keep = new Button(Text.of("editor.value.keep"));
    private final StoredValuePane placeholder;
    private final ValueFacts facts;
    private final VBox root;

    ValueSection(EditorViewModel viewModel) {
        this.viewModel = viewModel;
        part = viewModel.form().value();
        placeholder = new StoredValuePane(part, area::requestFocus);
        facts = new ValueFacts(part, area::requestFocus);
        area.setId("secret-value");
        area.setPrompt(Text.of("editor.value.prompt"));
        area.setPrefHeight(96);
        area.setMinHeight(96);
        area.revealedProperty().bindBidirectional(part.revealedProperty());
        area.editsProperty().addListener((property, before, now) -> part.edited());
        area.setOnTooLong(facts::refusedTooLong);
        root = Labelled.above(Text.of("editor.field.value"), area, placeholder.root(), area, facts.root());
        root.getChildren().set(0, head());
        part.attach(new ValueField(area.buffer(), area::load, area::clear));
        part.stateProperty().addListener((property, before, now) -> show(now));
        show(part.stateProperty().get());
    }

    Node root() {
        return root;
    }

    /** The two buttons before the value are no stops on the way to it: their keys, in the tooltips, work inside it. */
    private Node head() {
        Button generate = new Button(Text.of("editor.value.generate"), Icon.of(Feather.SHUFFLE));
        generate.setTooltip(new Tip(Shortcut.GENERATOR.hint(Text.of("editor.value.generate.hint"))));
        generate.setOnAction(event -> viewModel.generate());
        generate.getStyleClass().addAll("flat", "small");
        reveal.getStyleClass().addAll("flat", "small");
        reveal.setId("value-show");
        reveal.setFocusTraversable(false);
        reveal.setOnAction(
                event -> part.revealedProperty().set(!part.revealedProperty().get()));
        part.revealedProperty().subscribe(this::drawReveal);
        generate.setId("generate");
        generate.setFocusTraversable(false);
        keep.getStyleClass().addAll("flat", "small");
        keep.setOnAction(event -> part.keepStored());
        HBox head = new HBox(
                4, Labelled.label(Text.of("editor.field.value"), area), SheetPage.spring(), keep, reveal, generate);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void drawReveal(boolean revealed) {
        String words = revealed ? Text.of("editor.value.hide") : Text.of("editor.value.show");
        reveal.setText(words);
        reveal.setGraphic(Icon.of(revealed ? Feather.EYE_OFF : Feather.EYE));
        reveal.setTooltip(new Tip(Shortcut.REVEAL.hint(words)));
    }

    private void show(ValueState state) {
        boolean typed = state instanceof ValueState.Typed;
        appear(area, typed);
        appear(reveal, typed);
        appear(facts.root(), typed);
        appear(placeholder.root(), !typed);
        appear(keep, state instanceof ValueState.Typed at && at.replaces());
        placeholder.show(state);
    }

    private static void appear(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    /** Wipes what is drawn. */
    void close() {
        area.clear();
    }
}
