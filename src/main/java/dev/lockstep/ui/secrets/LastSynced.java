package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Tip;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** When the value of a secret was last sent to a remote, or read there. */
final class LastSynced implements MarksContent.Drawing {
    private final MarkWords words;
    private final Label label = new Label();
    private final Tip tip = new Tip();

    LastSynced(MarkWords words) {
        this.words = words;
        label.getStyleClass().add("muted-cell");
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public void show(Optional<List<Mark>> marks) {
        CellText told = marks.map(words::known).orElse(CellText.of(""));
        label.setText(told.text());
        tip.setText(told.exact());
        label.setTooltip(told.exact().isEmpty() ? null : tip);
    }
}
