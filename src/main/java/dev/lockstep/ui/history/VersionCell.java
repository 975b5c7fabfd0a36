package dev.lockstep.ui.history;

import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.History.Version;
import dev.lockstep.words.Text;
import java.time.Clock;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A version in the list: when it was written, how it came, how large it is, and whether it is the present one. */
final class VersionCell extends ListCell<Version> {
    private final Clock clock;
    private final Label date = new Label();
    private final Label age = new Label();
    private final Label about = new Label();
    private final Label present = new Label(Text.of("history.present"));
    private final VBox box;

    VersionCell(Clock clock) {
        this.clock = clock;
        date.getStyleClass().add("version-date");
        age.getStyleClass().add("hint");
        about.getStyleClass().add("hint");
        present.getStyleClass().addAll("chip", "chip-ok");
        HBox first = new HBox(8, date, SheetPage.spring(), age);
        first.setAlignment(Pos.BASELINE_LEFT);
        HBox second = new HBox(8, about, SheetPage.spring(), present);
        second.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(2, first, second);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Version version, boolean empty) {
        super.updateItem(version, empty);
        if (empty || version == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        date.setText(HistoryWords.date(version, clock));
        age.setText(HistoryWords.age(version, clock));
        about.setText(HistoryWords.about(version));
        present.setVisible(version.present());
        setGraphic(box);
        setAccessibleText(Text.of(
                "history.version.spoken",
                date.getText(),
                about.getText(),
                version.present() ? present.getText() : Text.of("history.former")));
    }
}
