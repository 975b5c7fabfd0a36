package dev.lockstep.cli;

import dev.lockstep.sync.Outside;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What commands reach outside of a vault.
 *
 * @param programs starts other programs
 * @param outside vendors, made when they are asked for
 * @param executor runs what is done at several remotes at once
 */
public record Reach(Programs programs, Supplier<Outside> outside, Executor executor) {}
