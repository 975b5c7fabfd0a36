package dev.lockstep.ui.rotation;

import dev.lockstep.sync.rotation.Cell;
import dev.lockstep.sync.rotation.Stage;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.scene.layout.Region;

/** What is said of a row of a run, and the shape before it. */
final class StageSign {
    private StageSign() {}

    static String words(Item item) {
        return item.cell().map(StageSign::words).orElseGet(() -> here(item));
    }

    private static String here(Item item) {
        if (item.line().wantsValue()) {
            return Text.of("rotation.here.old");
        }
        return item.line().isHere() ? Text.of("rotation.here.new") : Text.of("rotation.here.gone");
    }

    private static String words(Cell cell) {
        return switch (cell.stage()) {
            case OLD -> cell.blocked() ? Text.of("rotation.stage.old.blocked") : Text.of("rotation.stage.old");
            case NOT_PUSHED -> Text.of("rotation.stage.not-pushed");
            case CHANGED_ELSEWHERE -> Text.of("rotation.stage.changed");
            case MISSING -> Text.of("rotation.stage.missing");
            case OUTCOME_UNKNOWN -> Text.of("rotation.stage.unknown");
            case UNVERIFIABLE -> Text.of("rotation.stage.unverifiable");
            case ACCEPTED -> Text.of("rotation.stage.accepted");
            case ACKNOWLEDGED -> Text.of("rotation.stage.acknowledged");
            case VERIFIED -> Text.of("rotation.stage.verified");
        };
    }

    /** 12 pixels a side; it says nothing to a screen reader, for the words stand beside it. */
    static Region shape(Item item) {
        Region shape = new Region();
        Optional<Stage> stage = item.cell().map(Cell::stage);
        shape.getStyleClass()
                .addAll("sign", stage.map(StageSign::style).orElse(item.isDone() ? "sign-verified" : "sign-differs"));
        return shape;
    }

    private static String style(Stage stage) {
        return switch (stage) {
            case OLD -> "sign-differs";
            case NOT_PUSHED -> "sign-ahead";
            case CHANGED_ELSEWHERE -> "sign-changed";
            case MISSING -> "sign-missing";
            case OUTCOME_UNKNOWN -> "sign-unanswered";
            case UNVERIFIABLE -> "sign-unclear";
            case ACCEPTED -> "sign-accepted";
            case ACKNOWLEDGED -> "sign-unchanged";
            case VERIFIED -> "sign-verified";
        };
    }
}
