package dev.lockstep.ui.shell;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Says below the menus, on every screen, that presentation mode is on, with the way out of it. */
final class PresentationBanner {
    private final HBox root;

    PresentationBanner(Discretion discretion) {
        Label words = new Label(Text.of("shell.presentation.on"), Icon.of(Feather.EYE_OFF));
        words.setMinWidth(0);
        Button leave = new Button(Text.of("discretion.leave"));
        leave.setId("leave-presentation-mode");
        leave.setMinWidth(Button.USE_PREF_SIZE);
        leave.getStyleClass().add(Styles.SMALL);
        leave.setTooltip(new Tip(Shortcut.PRESENTATION.hint(Text.of("discretion.leave"))));
        leave.setOnAction(event -> discretion.leave());
        root = new HBox(8, words, SheetPage.spring(), leave);
        root.getStyleClass().addAll("banner", "presentation-banner");
        root.visibleProperty().bind(discretion.presentingProperty());
        root.managedProperty().bind(root.visibleProperty());
    }

    Parent root() {
        return root;
    }
}
