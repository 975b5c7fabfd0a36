package dev.lockstep.sync.apply;

import dev.lockstep.sync.plan.Row;

/** A row of a plan, and what became of it. */
public record Applied(Row row, RowResult result) {}
