package dev.lockstep.sync.plan;

/** What the evidence comes to for something that is ours there. */
record Finding(State state, Side side) {
    /** What became of the value there since it was last known. */
    enum Side {
        SAME,
        /** It is the value here, whatever it was before. */
        AS_HERE,
        MOVED,
        /** It is there, and that is all that is known. */
        UNKNOWN,
        ABSENT,
        /** Not even whether it is there is known. */
        UNSURE,
        /** A write has no answer. */
        OPEN
    }
}
