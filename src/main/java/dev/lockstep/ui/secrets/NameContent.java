package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.LateTip;
import dev.lockstep.vault.Entry;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Star, name, and a mark where the name breaks the rule of its collection. */
final class NameContent implements EntryCell.Content {
    private final Parts parts;
    private final Discretion discretion;
    private final Star star;
    private final Label name = new Label();
    private final Label problem = new Label(null, Icon.of(Feather.ALERT_TRIANGLE));
    private final HBox box;
    private @Nullable SecretId shown;
    private boolean favourite;
    private boolean hovered;

    NameContent(Parts parts, Discretion discretion) {
        this.parts = parts;
        this.discretion = discretion;
        star = new Star(this::toggle);
        name.getStyleClass().add("secret-name");
        problem.getStyleClass().add("name-problem");
        new LateTip(problem).say(Text.of("secrets.name-problem"));
        problem.setAccessibleText(Text.of("secrets.name-problem"));
        name.setMinWidth(0);
        star.node().setMinWidth(Region.USE_PREF_SIZE);
        problem.setMinWidth(Label.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        box = new HBox(4, name, problem, star.node());
        box.setAlignment(Pos.CENTER_LEFT);
        box.parentProperty()
                .flatMap(Parent::parentProperty)
                .flatMap(Parent::hoverProperty)
                .orElse(false)
                .subscribe(now -> hover(now));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Entry entry) {
        shown = entry.id();
        favourite = entry.favourite();
        name.setText(discretion.line(entry.name()));
        name.setAccessibleText(Discretion.spoken(name.getText()));
        star.show(favourite);
        fit();
        star.node().setDisable(entry.trashed().isPresent());
        problem.setVisible(!parts.sidebar().rule(entry.collection()).accepts(entry.name()));
    }

    @Override
    public void clear() {
        shown = null;
        name.setText("");
        name.setAccessibleText("");
    }

    private void hover(boolean now) {
        hovered = now;
        fit();
    }

    /** The outline of a star takes room from the name only while the mouse is on its row. */
    private void fit() {
        star.node().setManaged(favourite || hovered);
    }

    private void toggle() {
        if (shown != null) {
            parts.changes().favourite(List.of(shown), !favourite);
        }
    }
}
