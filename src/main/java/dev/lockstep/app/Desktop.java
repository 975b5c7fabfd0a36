package dev.lockstep.app;

import dev.lockstep.settings.Panes;
import dev.lockstep.ui.kit.AppIcon;
import dev.lockstep.ui.kit.Preferences;
import dev.lockstep.ui.kit.TextLayouts;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.shell.ShellView;
import dev.lockstep.ui.shell.ShellViewModel;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window of the program. */
public final class Desktop extends Application {
    /** What {@link Launch} puts together while the toolkit starts; JavaFX hands nothing but text to what it makes. */
    static final CompletableFuture<Wiring> WIRING = new CompletableFuture<>();

    /** Made by JavaFX. */
    public Desktop() {}

    @Override
    public void start(Stage stage) {
        Platform.setImplicitExit(false);
        Wiring wiring = WIRING.join();
        Optional<Path> vault = getParameters().getRaw().stream().map(Path::of).findFirst();
        ShellViewModel model = wiring.shell(
                vault,
                new ShellViewModel.Exits(
                        TextLayouts::forget, new HeapScrub(), FileWindow.of(getHostServices()), Toolkit::stop));
        ShellView view = new ShellView(model);
        Panes panes = wiring.preferences().get().panes();
        Scene scene = new Scene(view.root(), panes.width(), panes.height());
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setMaximized(panes.maximised());
        stage.titleProperty().bind(view.title());
        stage.iconifiedProperty().subscribe(iconified -> {
            if (iconified) {
                view.minimised();
            }
        });
        stage.setOnCloseRequest(event -> {
            event.consume();
            remember(stage, wiring.preferences());
            view.quit();
        });
        stage.show();
        wiring.notice().ifPresent(model::say);
        tellOfCrashes(model, wiring.locations());
        afterFirstFrame(() -> {
            Toolkit.bringIntoSight(stage);
            Toolkit.hush();
            wiring.work().letGo();
            wiring.background()
                    .job(progress -> AppIcon.images())
                    .onDone(stage.getIcons()::setAll)
                    .start();
        });
        Training.beginIfAsked(scene, wiring.locations());
    }

    /** Calls back once the window shows something, at the beginning of its second frame. */
    private static void afterFirstFrame(Runnable action) {
        new AnimationTimer() {
            private boolean shown;

            @Override
            public void handle(long now) {
                if (shown) {
                    stop();
                    action.run();
                }
                shown = true;
            }
        }.start();
    }

    /** Besides the report, the user learns that something went wrong. */
    private static void tellOfCrashes(ShellViewModel model, Locations locations) {
        Thread.UncaughtExceptionHandler report = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (report != null) {
                report.uncaughtException(thread, failure);
            }
            Platform.runLater(() -> model.say(Text.of("app.unexpected", locations.crashes())));
        });
    }

    private static void remember(Stage stage, Preferences preferences) {
        Panes panes = preferences.get().panes();
        boolean maximised = stage.isMaximized();
        int width = maximised ? panes.width() : (int) stage.getScene().getWidth();
        int height = maximised ? panes.height() : (int) stage.getScene().getHeight();
        preferences.change(settings -> settings.with(settings.panes().sized(width, height, maximised)));
    }
}
