package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.words.Text;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Counts the last seconds before the idle lock over the screen; any input makes it go. */
final class IdleWarning {
    private final HBox card = new HBox();

    IdleWarning(IdleLock idle) {
        ReadOnlyLongProperty left = idle.secondsLeftProperty();
        Label words = new Label("", Icon.of(Feather.LOCK));
        words.textProperty().bind(Bindings.createStringBinding(() -> Text.of("shell.idle", left.get()), left));
        card.getChildren().add(words);
        card.getStyleClass().add("toast");
        card.setAlignment(Pos.CENTER);
        card.setMouseTransparent(true);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.visibleProperty().bind(left.greaterThan(0L).and(left.lessThanOrEqualTo((long) IdleLock.WARNING)));
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        StackPane.setMargin(card, new Insets(16));
    }

    Node node() {
        return card;
    }
}
