package dev.lockstep.ui.help;

import java.util.List;

/** What the program is, what it measures, and what it is made of. */
public final class AboutViewModel {
    private final String version;
    private final Runnable close;

    /**
     * @param version of this program, for example "0.1.0"
     */
    public AboutViewModel(String version, Runnable close) {
        this.version = version;
        this.close = close;
    }

    String version() {
        return version;
    }

    /** The Java runtime and the system that the program runs on. */
    String runtime() {
        return "%s %s, %s %s"
                .formatted(
                        System.getProperty("java.vm.vendor", "Java"),
                        Runtime.version().feature(),
                        System.getProperty("os.name", ""),
                        System.getProperty("os.arch", ""));
    }

    List<Library> libraries() {
        return List.of(Library.values());
    }

    /** Leaves the sheet. */
    public void close() {
        close.run();
    }
}
