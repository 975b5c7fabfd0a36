package dev.lockstep.ui.kit;

import atlantafx.base.theme.Styles;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a sheet shows in presentation mode in place of its content, which is taken out of the window as it is and put back when the mode is
 * left: the question whether to leave it.
 */
public final class Curtain {
    private final Parent content;
    private final Runnable close;
    private final Label words = new Label();
    private final Node card;
    private final StackPane root = new StackPane();

    /**
     * Draws itself and opens itself as the mode changes.
     *
     * @param discretion of the screen that the sheet belongs to
     * @param close asks the sheet to go; it may stay
     */
    public Curtain(Parent content, Discretion discretion, Runnable close) {
        this.content = content;
        this.close = close;
        card = card(discretion);
        discretion.presentingProperty().subscribe(this::draw);
        root.getProperties().put(Curtain.class, this); // the mode holds its screens weakly
    }

    public Parent root() {
        return root;
    }

    private void draw(boolean presenting) {
        words.setText(Text.of("discretion.sheet"));
        root.getChildren().setAll(presenting ? card : content);
    }

    private VBox card(Discretion discretion) {
        Label title = new Label(Text.of("discretion.sheet.title"), Icon.of(Feather.EYE_OFF));
        title.getStyleClass().add("title");
        words.setWrapText(true);
        Button stay = new Button(Text.of("discretion.sheet.close"));
        stay.setOnAction(event -> leaveSheet());
        Button leave = new Button(Text.of("discretion.leave"));
        leave.getStyleClass().add(Styles.ACCENT);
        leave.setId("leave-presentation");
        leave.setOnAction(event -> discretion.leave());
        HBox buttons = new HBox(8, stay, leave);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox box = new VBox(16, title, words, buttons);
        box.getStyleClass().add("curtain");
        box.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                leaveSheet();
            }
        });
        return box;
    }

    private void leaveSheet() {
        close.run();
        if (root.getScene() != null) {
            words.setText(Text.of("discretion.sheet.unsaved"));
        }
    }
}
