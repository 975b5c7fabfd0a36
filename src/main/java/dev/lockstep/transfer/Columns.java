package dev.lockstep.transfer;

import java.util.OptionalInt;

/**
 * Which column of a table is what, counted from 0.
 *
 * @param heading whether the first row tells what the columns are, and is no entry
 */
public record Columns(boolean heading, int name, int value, OptionalInt description, OptionalInt tags) {}
