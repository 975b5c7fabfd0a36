package dev.lockstep.ui.keys;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.Way;
import dev.lockstep.words.KeystoreWords;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The switch of quick unlock, with the trade beside it. */
final class QuickSection {
    private final KeysViewModel model;
    private final boolean on;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label trade = new Label();
    private final Button again = new Button(Text.of("ways.quick.again"));
    private final VBox root;

    QuickSection(KeysViewModel model, WaysPart.Shown shown) {
        this.model = model;
        this.on = shown.has(Way.KEYSTORE);
        Label heading = new Label(Text.of("ways.quick"));
        heading.getStyleClass().add("section");
        Label name = new Label(Text.of("ways.quick.here"));
        name.getStyleClass().add("field-label");
        name.setLabelFor(toggle);
        toggle.setId("quick-unlock");
        toggle.setAccessibleText(name.getText());
        toggle.setSelected(on);
        toggle.selectedProperty().subscribe((before, now) -> {
            if (now != on) {
                toggle.setSelected(on);
                flip();
            }
        });
        trade.setWrapText(true);
        trade.getStyleClass().add("hint");
        again.getStyleClass().add(Styles.SMALL);
        again.setOnAction(pressed -> model.begin(Task.QUICK_UNLOCK));
        HBox line = new HBox(12, name, SheetPage.spring(), toggle);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(8, line, trade, again);
        card.getStyleClass().add("card");
        root = new VBox(8, heading, card);
        model.ways().keystoreReadyProperty().subscribe(ready -> show(shown, ready));
    }

    Node root() {
        return root;
    }

    private void show(WaysPart.Shown shown, boolean ready) {
        toggle.setDisable(shown.readOnly() || !(ready || on));
        trade.setText(
                ready
                        ? Text.of(
                                        "ways.quick.trade",
                                        KeystoreWords.name(model.ways().keystore())) + " " + Text.of("ways.quick.one")
                        : Text.of("ways.quick.none"));
        boolean offered = on && ready && !shown.readOnly();
        again.setVisible(offered);
        again.setManaged(offered);
    }

    private void flip() {
        if (on) {
            model.removal().ask(Way.KEYSTORE);
        } else {
            model.begin(Task.QUICK_UNLOCK);
        }
    }
}
