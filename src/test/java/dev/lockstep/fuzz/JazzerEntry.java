package dev.lockstep.fuzz;

/** Where Jazzer comes in: it finds these two methods by their names. */
public final class JazzerEntry {
    private static FuzzTarget target;

    private JazzerEntry() {}

    /** @param arguments the name of the target */
    public static void fuzzerInitialize(String[] arguments) throws Exception {
        target = FuzzTargets.named(arguments[0]);
        target.seeds();
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.accept(input);
    }
}
