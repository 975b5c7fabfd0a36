package dev.lockstep.ui.kit;

import com.sun.javafx.stage.WindowHelper;
import javafx.stage.Window;

/** Takes the focus of the system from a window and gives it back, as the platform reports it: headless windows keep theirs for good. */
public final class Focus {
    private Focus() {}

    /** To be called from the test's thread. */
    public static void leave(Window window) {
        ToolkitTest.runOnFx(() -> WindowHelper.setFocused(window, false));
        ToolkitTest.settle();
    }

    /** To be called from the test's thread. */
    public static void come(Window window) {
        ToolkitTest.runOnFx(() -> WindowHelper.setFocused(window, true));
        ToolkitTest.settle();
    }
}
