package dev.lockstep.app;

/** The families of systems that keep their files in different places. */
enum OperatingSystem {
    LINUX,
    MAC,
    WINDOWS;

    /** The family for a value of the system property {@code os.name}; anything unknown is treated like Linux. */
    static OperatingSystem named(String name) {
        if (name.startsWith("Windows")) {
            return WINDOWS;
        }
        return name.startsWith("Mac") ? MAC : LINUX;
    }
}
