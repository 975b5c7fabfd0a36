package dev.lockstep.sync.plan;

/** How one secret stands at one remote, whether or not anything is to be done about it. */
public record Standing(RowKey key, State state) {}
