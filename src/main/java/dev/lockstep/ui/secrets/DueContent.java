package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.LateTip;
import dev.lockstep.vault.Entry;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How far the rotate-by day is: a shape of its own for soon and for past, then the words, then the colour. */
final class DueContent implements EntryCell.Content {
    private final Wording wording;
    private final boolean day;
    private final Label label = new Label();
    private final LateTip tip = new LateTip(label);
    private final Node soon = Icon.of(Feather.CLOCK);
    private final Node past = Icon.of(Feather.ALERT_CIRCLE);

    /** @param day whether the day itself stands beside how far it is */
    DueContent(Wording wording, boolean day) {
        this.wording = wording;
        this.day = day;
        label.getStyleClass().add("due");
        label.setWrapText(day);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public void show(Entry entry) {
        Due due = wording.due(entry);
        CellText told = wording.due(entry, due);
        label.setText(day ? wording.dueDay(entry, told) : told.text());
        tip.say(due.mark() == Due.Mark.NONE ? "" : told.exact());
        switch (due.mark()) {
            case NONE, LATER -> mark(null, "due-later");
            case SOON -> mark(soon, "due-soon");
            case PAST -> mark(past, "due-past");
        }
    }

    @Override
    public void clear() {
        label.setText("");
        tip.say("");
        label.setGraphic(null);
    }

    private void mark(@Nullable Node shape, String style) {
        label.setGraphic(shape);
        label.getStyleClass().setAll("label", "due", style);
    }
}
