package dev.lockstep.app;

import dev.lockstep.words.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Tells before the toolkit starts whether it can, because the toolkit itself answers with stack traces. */
final class Display {
    /** What the toolkit of Linux is linked to and a bare system may lack; the other libraries come with these. */
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libgtk-3.so.0", "libXtst.so.6");

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
