package dev.lockstep.ui.importing;

import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.words.HoldingWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** A framed sentence about what went wrong; takes no room while there is none. */
    static Node trouble(ObservableValue<String> problem) {
        Label words = Controls.wrapped("", "words");
        words.textProperty().bind(problem);
        Node notice = Controls.notice(Feather.ALERT_CIRCLE, "notice-bad", words);
        notice.setId("import-problem");
        notice.visibleProperty().bind(problem.map(text -> !text.isEmpty()));
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    /** Where everything goes that is not left out; empty if nothing does. */
    static String taken(List<Holding> holdings) {
        return Arrays.stream(Fate.values())
                .filter(fate -> fate != Fate.LEFT_OUT)
                .map(fate -> HoldingWords.of(fate, holdings))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
