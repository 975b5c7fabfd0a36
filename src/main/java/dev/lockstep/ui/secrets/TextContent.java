package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.Entry;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A line of plain text in a cell, with the exact figure in its tooltip where there is one. */
final class TextContent implements EntryCell.Content {
    private final Function<Entry, CellText> words;
    private final Label label = new Label();
    private @Nullable Tooltip tooltip;

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
        if (told.exact().isEmpty()) {
            label.setTooltip(null);
            return;
        }
        if (tooltip == null) {
            tooltip = new Tip();
        }
        tooltip.setText(told.exact());
        label.setTooltip(tooltip);
    }

    @Override
    public void clear() {
        label.setText("");
        label.setTooltip(null);
    }
}
