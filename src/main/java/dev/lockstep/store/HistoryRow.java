package dev.lockstep.store;

/** A former value as it stands in the file. */
public record HistoryRow(long version, byte[] sealed) {}
