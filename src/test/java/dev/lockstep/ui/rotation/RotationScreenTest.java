package dev.lockstep.ui.rotation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.sync.rotation.Rotation;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.rotation.RotationViewModel.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationScreenTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private RotationDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new RotationDesk(folder);
    }

    @AfterEach
    void close() {
        onFx(() -> {
            desk.close();
            return true;
        });
    }

    private static Supplier<Parent> sheet(Supplier<RotationViewModel> making, Consumer<RotationViewModel> then) {
        return () -> {
            RotationViewModel model = making.get();
            StackPane host = new StackPane();
            Sheet.over(host, new RotationView(model).root());
            then.accept(model);
            return host;
        };
    }

    private Supplier<Parent> sheet(Start start, Consumer<RotationViewModel> then) {
        return sheet(() -> desk.model(start), then);
    }

    @Test
    void runsAreListedAndBegunFromTheOffboardingList() throws Exception {
        Screens.write("rotation-none", sheet(new Start.Runs(), model -> {}), 900, 600);
        Screens.write(
                "rotation-offboarding",
                sheet(
                        new Start.Offboarding(),
                        model -> ((Step.Choosing) model.stepProperty().get())
                                .choices()
                                .tickAll()),
                1280,
                800);
        Screens.write("rotation-offboarding-small", sheet(new Start.Offboarding(), model -> {}), 900, 600);
        Screens.write("rotation-choose", sheet(new Start.Secrets(List.of(desk.mail.id())), model -> {}), 900, 600);
        Background never = new Background(work -> {}, Runnable::run, (delay, action) -> () -> {});
        Screens.write(
                "rotation-reading", sheet(() -> desk.model(new Start.Offboarding(), never), model -> {}), 900, 600);
        runOnFx(desk::leave);
        Rotation done = desk.begun(desk.mail);
        desk.renew(done, desk.mail);
        desk.ground.sync().rotations().survey(done.id());
        desk.begun(desk.stripe, desk.github);
        Screens.write("rotation-runs", sheet(new Start.Runs(), model -> {}), 1280, 800);
        Screens.write("rotation-runs-small", sheet(new Start.Runs(), model -> {}), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/rotation-runs-dark.png")) > 0);
    }

    @Test
    void aRunIsFollowedToItsEnd() throws Exception {
        Rotation rotation = desk.begun(desk.stripe, desk.github, desk.mail);
        Screens.write("rotation-begun", sheet(() -> desk.running(rotation), model -> {}), 900, 600);
        Consumer<RotationViewModel> entering = model -> {
            model.enter();
            NewValues values = ((Step.Entering) model.stepProperty().get()).values();
            values.generate(values.entries().get(1));
        };
        Screens.write("rotation-values", sheet(() -> desk.running(rotation), entering), 1280, 800);
        Screens.write("rotation-values-small", sheet(() -> desk.running(rotation), entering), 900, 600);
        runOnFx(desk::leave);
        desk.renew(rotation, desk.stripe, desk.github, desk.mail);
        Screens.write("rotation-plan", sheet(() -> desk.running(rotation), model -> {}), 900, 600);
        runOnFx(desk::leave);
        desk.applyWithoutAnswer();
        Consumer<RotationViewModel> all = model ->
                ((Step.Running) model.stepProperty().get()).run().showProperty().set(Show.ALL);
        Screens.write("rotation-trust", sheet(() -> desk.running(rotation), model -> {}), 900, 600);
        Screens.write("rotation-trust-all", sheet(() -> desk.running(rotation), all), 1280, 800);
        Screens.write("rotation-give-up", sheet(() -> desk.running(rotation), RotationViewModel::giveUp), 900, 600);
        runOnFx(desk::leave);
        desk.ground
                .sync()
                .rotations()
                .accept(
                        rotation.id(),
                        desk.ground.sync().rotations().survey(rotation.id()).open());
        desk.apply();
        Screens.write("rotation-finished", sheet(() -> desk.running(rotation), model -> {}), 900, 600);
        desk.discretion.presentingProperty().set(true);
        Screens.write("rotation-presenting", sheet(() -> desk.running(rotation), model -> {}), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/rotation-finished-dark.png")) > 0);
    }
}
