package dev.lockstep.sync.plan;

/** What the user should know of a row that can be applied all the same. */
public sealed interface Warning {
    /** The vendor's limit is told in characters, and the value has more bytes than that: it may mean bytes. */
    record MoreBytes(int bytes, int limit) implements Warning {}

    /** The secret was renamed here since; there it keeps its name, and the vendor could rename it. */
    record NamedOtherwise(String wouldBe) implements Warning {}
}
