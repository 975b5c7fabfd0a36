package dev.lockstep.ui.secrets;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.vault.Entry;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Eight bullets whatever the length, the word for an empty value, or the value itself while all values on the screen are shown. */
final class ValueContent implements EntryCell.Content {
    private static final String BULLETS = "\u2022".repeat(8);

    private final ShownValues values;
    private final Label words = new Label();
    private final StackPane box = new StackPane(words);
    private @Nullable SecretLabel drawing;
    private @Nullable SecretId shown;

    ValueContent(ShownValues values) {
        this.values = values;
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        words.setMinWidth(0);
        values.countProperty()
                .when(box.sceneProperty().map(scene -> true).orElse(false))
                .subscribe(count -> draw());
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Entry entry) {
        shown = entry.id();
        boolean empty = entry.size() == 0;
        words.setText(empty ? Text.of("secrets.value.empty") : BULLETS);
        words.setAccessibleText(empty ? Text.of("secrets.value.empty") : Text.of("secrets.value.hidden"));
        words.getStyleClass().setAll("label", empty ? "empty-value" : "masked");
        draw();
    }

    @Override
    public void clear() {
        shown = null;
        draw();
    }

    private void draw() {
        Optional<SecretValue> value =
                (shown == null ? Optional.<SecretValue>empty() : values.of(shown)).filter(open -> open.size() > 0);
        if (value.isPresent()) {
            if (drawing == null) {
                drawing = new SecretLabel();
                drawing.setMaxHeight(Region.USE_PREF_SIZE);
                box.getChildren().add(drawing);
            }
            drawing.show(value.get());
        } else if (drawing != null) {
            drawing.mask();
            box.getChildren().remove(drawing);
            drawing = null;
        }
        words.setVisible(drawing == null);
    }
}
