package dev.lockstep.ui.welcome;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Draws one recent vault: name over folder, when it was saved, and a button that takes it off the list. */
final class RecentCell extends ListCell<RecentVault> {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final WelcomeViewModel model;
    private final Label name = new Label();
    private final Label folder = new Label();
    private final Label when = new Label();
    private final Label missing = new Label(Text.of("welcome.missingChip"));
    private final Button remove = Icon.button(Feather.X, Text.of("welcome.remove"));
    private final Tooltip place = new Tip();
    private final Tooltip moment = new Tip();
    private final HBox row;

    RecentCell(WelcomeViewModel model) {
        this.model = model;
        name.getStyleClass().add("recent-name");
        folder.getStyleClass().add("hint");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        when.getStyleClass().add("hint");
        when.setMinWidth(USE_PREF_SIZE);
        when.setTooltip(moment);
        missing.getStyleClass().addAll("chip", "chip-warn");
        missing.setMinWidth(USE_PREF_SIZE);
        remove.visibleProperty().bind(hoverProperty().or(selectedProperty()).or(missing.visibleProperty()));
        remove.setFocusTraversable(false);
        VBox words = new VBox(2, name, folder);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(12, Icon.of(Feather.ARCHIVE), words, missing, when, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RecentVault vault, boolean empty) {
        super.updateItem(vault, empty);
        if (vault == null || empty) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        name.setText(model.discretion().line(vault.name()));
        folder.setText(model.discretion().line(vault.folder()));
        place.setText(model.discretion().line(vault.file().toString()));
        setTooltip(place);
        when.setText(vault.saved().map(saved -> Ago.of(saved, model.now())).orElse(""));
        moment.setText(vault.saved()
                .map(saved -> Text.of("welcome.saved", Ago.exact(saved, ZoneId.systemDefault())))
                .orElse(""));
        missing.setVisible(vault.missing());
        missing.setManaged(vault.missing());
        when.setManaged(!vault.missing());
        when.setVisible(!vault.missing());
        pseudoClassStateChanged(MISSING, vault.missing());
        remove.setOnAction(pressed -> model.remove(vault));
        setAccessibleText(words(vault, Discretion.spoken(name.getText()), Discretion.spoken(folder.getText())));
        setGraphic(row);
    }

    private static String words(RecentVault vault, String name, String folder) {
        return vault.missing()
                ? Text.of("welcome.readOutMissing", name, folder)
                : Text.of("welcome.readOut", name, folder);
    }
}
