package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.LateTip;
import dev.lockstep.vault.Entry;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A line of plain text in a cell, with the exact figure in its tooltip where there is one. */
final class TextContent implements EntryCell.Content {
    private final Function<Entry, CellText> words;
    private final Label label = new Label();
    private final LateTip tip = new LateTip(label);

    TextContent(Function<Entry, CellText> words, String... styles) {
        this.words = words;
        label.getStyleClass().addAll(styles);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public void show(Entry entry) {
        CellText told = words.apply(entry);
        label.setText(told.text());
        tip.say(told.exact());
    }

    @Override
    public void clear() {
        label.setText("");
        tip.say("");
    }
}
