package dev.lockstep.ui.importing;

import atlantafx.base.theme.Styles;
import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.words.HoldingWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** The one that Enter presses. */
    static Button primary(String id, String words, Runnable action) {
        Button button = Controls.button(id, words, action);
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
    }

    /** A framed sentence. */
    static HBox notice(Feather icon, String style, Node... words) {
        VBox box = new VBox(4, words);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox notice = new HBox(12, Icon.of(icon), box);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("notice", style);
        return notice;
    }

    /** A framed sentence about what went wrong; takes no room while there is none. */
    static Node trouble(ObservableValue<String> problem) {
        Label words = Controls.wrapped("", "words");
        words.textProperty().bind(problem);
        Node notice = notice(Feather.ALERT_CIRCLE, "notice-bad", words);
        notice.setId("import-problem");
        notice.visibleProperty().bind(problem.map(text -> !text.isEmpty()));
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    static VBox labelled(String words, Node field, Node shown) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, shown);
    }

    /** Where everything goes that is not left out; empty if nothing does. */
    static String taken(List<Holding> holdings) {
        return Arrays.stream(Fate.values())
                .filter(fate -> fate != Fate.LEFT_OUT)
                .map(fate -> HoldingWords.of(fate, holdings))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
