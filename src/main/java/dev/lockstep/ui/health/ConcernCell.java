package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import java.text.NumberFormat;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One concern with how often it was found; pale where it was not. */
final class ConcernCell extends ListCell<Shown> {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final HealthViewModel model;
    private final FontIcon icon = Icon.of(Feather.LIST);
    private final Label words = new Label();
    private final Label count = new Label();
    private final HBox line = new HBox(8, icon, words, SheetPage.spring(), count);

    ConcernCell(HealthViewModel model) {
        this.model = model;
        words.setMinWidth(0);
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("concern-count");
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Shown item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        int found = model.overviewProperty().get().map(now -> count(now, item)).orElse(0);
        boolean unknown = found == 0
                && ShownWords.needsLook(item)
                && model.overviewProperty()
                        .get()
                        .filter(now -> now.unseen() > 0)
                        .isPresent();
        icon.setIconCode(ShownWords.icon(item));
        words.setText(ShownWords.of(item));
        count.setText(
                unknown
                        ? Text.of("health.unknown")
                        : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(found));
        pseudoClassStateChanged(NONE, found == 0);
        setAccessibleText(
                unknown
                        ? Text.of("health.concern.unknown", words.getText())
                        : Text.of("health.concern.spoken", words.getText(), found));
        setGraphic(line);
    }

    private static int count(Overview now, Shown item) {
        return item instanceof Shown.About about ? now.count(about.concern()) : now.findings();
    }
}
