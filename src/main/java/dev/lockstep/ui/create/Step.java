package dev.lockstep.ui.create;

/** The steps of the wizard in their order. */
enum Step {
    PLACE(1),
    PASSWORD(2),
    RECOVERY(3),
    DEFAULTS(4),
    START(5);

    /** How many there are. */
    static final int COUNT = 5;

    private final int number;

    Step(int number) {
        this.number = number;
    }

    /** From 1 to {@link #COUNT}. */
    int number() {
        return number;
    }
}
