package dev.lockstep.ui.kit;

import com.sun.javafx.css.StyleManager;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** For tests that need the toolkit: it is started once, with a theme, and stays. */
public abstract class ToolkitTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        runOnFx(StyleManager::errorsProperty);
        runOnFx(Theme.LIGHT::apply);
    }

    /** Runs something where the screens live and gives its result. */
    public static <T> T onFx(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs something where the screens live and waits for it. */
    public static void runOnFx(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until the toolkit has worked off what was asked for. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
