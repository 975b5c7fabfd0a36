package dev.lockstep.app;

import dev.lockstep.words.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the toolkit will find to show windows on. Asked before it starts, because the toolkit itself answers with stack traces, and searches long
 * for what is not there.
 */
final class Display {
    /** The property that names the pipelines which JavaFX tries. */
    static final String PIPELINES = "prism.order";

    /** What the toolkit of Linux is linked to and a bare system may lack; the other libraries come with these. */
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libgtk-3.so.0", "libXtst.so.6");

    /** Of the devices of Linux those that draw: of its own drivers, of NVIDIA's, and of Windows around it. */
    private static final List<String> GRAPHICS = List.of("dri", "nvidiactl", "dxg");

    private final OperatingSystem system;
    private final Map<String, String> environment;
    private final Properties properties;

    Display(OperatingSystem system, Map<String, String> environment, Properties properties) {
        this.system = system;
        this.environment = environment;
        this.properties = properties;
    }

    /** One sentence for the user that says what is missing and what helps, or nothing if a window can probably be opened. */
    Optional<String> missing() {
        if (system != OperatingSystem.LINUX || !usesGtk()) {
            return Optional.empty();
        }
        if (!named("DISPLAY") && !named("WAYLAND_DISPLAY")) {
            return Optional.of(Text.of("app.noDisplay"));
        }
        return LIBRARIES.stream()
                .filter(library -> !canLoad(library))
                .findFirst()
                .map(library -> Text.of("app.noLibrary", library));
    }

    /**
     * Where nothing but the processor can draw, has the toolkit do so at once: it would load the libraries of OpenGL first, which takes a tenth of a
     * second and 60 MB. Where something else can it is left to that, since a processor takes 0.1 s for a frame of 3840 by 2160 pixels.
     *
     * @param devices the folder of the system's devices
     */
    void drawByProcessorIfNothingElseCan(Path devices) {
        boolean alone = GRAPHICS.stream().noneMatch(name -> Files.exists(devices.resolve(name)));
        if (system == OperatingSystem.LINUX && usesGtk() && alone) {
            properties.putIfAbsent(PIPELINES, "sw");
        }
    }

    private boolean usesGtk() {
        return "gtk".equalsIgnoreCase(properties.getProperty("glass.platform", "gtk"));
    }

    private boolean named(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    @SuppressWarnings("restricted")
    private static boolean canLoad(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
