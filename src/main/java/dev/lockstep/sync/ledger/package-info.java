/**
 * What a vault remembers of its remotes, as values and as the bytes that are sealed in it: what is ours there, what was seen there, and which
 * writes have no answer yet. {@link dev.lockstep.sync.ledger.Ledgers} reads and changes it. No value of a secret is ever in it, only
 * fingerprints under a key of the vault.
 */
@NullMarked
package dev.lockstep.sync.ledger;

import org.jspecify.annotations.NullMarked;
