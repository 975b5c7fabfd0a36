package dev.lockstep.sync.apply;

import dev.lockstep.sync.check.Doors;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.vault.OpenVault;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What applying a plan needs.
 *
 * @param executor runs what is done at several remotes at once; it stays the caller's
 */
public record Means(OpenVault vault, Ledgers ledgers, Doors doors, Clock clock, Executor executor) {}
