package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.words.NameWords;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** A chip that tells by shape, colour and spoken words how the typed name fares under one rule. */
final class RuleChip {
    private static final List<String> COLOURS = List.of("chip-ok", "chip-warn", "chip-bad");

    /** Pointing counts once the pointer rests, so that the way to the fix below may lead over other chips. */
    private static final Duration MOMENT = Duration.millis(200);

    private final Button button = new Button();
    private final PauseTransition dwell = new PauseTransition(MOMENT);
    private final String title;

    /**
     * @param title what the chip says
     * @param show shows the rule below the chips; asked for by pointing, by focus and by click
     */
    RuleChip(String title, Runnable show) {
        this.title = title;
        button.setText(title);
        button.getStyleClass().addAll("chip", "chip-button");
        button.setOnAction(event -> show.run());
        button.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                show.run();
            }
        });
        dwell.setOnFinished(event -> show.run());
        button.setOnMouseMoved(event -> dwell.playFromStart());
        button.setOnMouseExited(event -> dwell.stop());
    }

    Button button() {
        return button;
    }

    /** Takes over what the rule says now. */
    void tell(RuleReport report) {
        button.getStyleClass().removeAll(COLOURS);
        switch (report.standing()) {
            case OPEN -> look(Feather.MINUS, "", Text.of("editor.rule.open"));
            case FITS -> look(Feather.CHECK, "chip-ok", Text.of("editor.rule.fits"));
            case MAPPED -> look(Feather.CORNER_DOWN_RIGHT, "chip-ok", Text.of("editor.rule.mapped"));
            case FIXABLE -> look(Feather.ALERT_TRIANGLE, "chip-warn", Text.of("editor.rule.fixable"));
            case REFUSED -> look(Feather.X, "chip-bad", Text.of("editor.rule.refused"));
        }
    }

    private void look(Feather shape, String colour, String standing) {
        button.setGraphic(Icon.of(shape));
        if (!colour.isEmpty()) {
            button.getStyleClass().add(colour);
        }
        button.setAccessibleText(Text.of("editor.rule.spoken", title, standing));
    }

    /** Marks the chip whose rule is shown below. */
    void chosen(boolean shown) {
        button.getStyleClass().remove("chip-shown");
        if (shown) {
            button.getStyleClass().add("chip-shown");
        }
    }

    /** What the chip of a vendor's rule says. */
    static String titleOf(RuleReport report) {
        return NameWords.title(report.rule());
    }
}
