package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.LateTip;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** When the value of a secret was last sent to a remote, or read there. */
final class LastSynced implements MarksContent.Drawing {
    private final MarkWords words;
    private final Label label = new Label();
    private final LateTip tip = new LateTip(label);

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
        tip.say(told.exact());
    }
}
