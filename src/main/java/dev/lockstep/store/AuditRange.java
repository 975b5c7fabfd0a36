package dev.lockstep.store;

/** Which audit entries stand in the file: the lowest and the highest number, and how many rows. */
public record AuditRange(long first, long last, long count) {}
