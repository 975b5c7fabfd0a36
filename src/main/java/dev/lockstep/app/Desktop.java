package dev.lockstep.app;

import dev.lockstep.ui.kit.AppIcon;
import dev.lockstep.ui.kit.Text;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window of the program. */
public final class Desktop extends Application {
    /** Made by JavaFX. */
    public Desktop() {}

    @Override
    public void start(Stage stage) {
        stage.setTitle(Text.of("app.name"));
        stage.getIcons().setAll(AppIcon.images());
        stage.setScene(new Scene(new StackPane(), 1120, 720));
        stage.show();
    }
}
