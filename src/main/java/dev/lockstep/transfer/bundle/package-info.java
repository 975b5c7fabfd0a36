/**
 * Bundles: chosen secrets in a file that opens with a passphrase.
 *
 * <p>A bundle is a small vault file ({@link dev.lockstep.vault.Bundles}), so its format is that of vaults: a SQLite database in which every row
 * is sealed with AES-256-GCM and the whole is bound by a manifest, under a random key that is wrapped by what Argon2id makes of the passphrase.
 * Names, descriptions, tags and collections are sealed like values. Whoever has the file sees how many secrets there are and about how long they
 * are, and the cost of the derivation. The ids in it are new, so that two bundles of one vault have nothing in common.
 *
 * <p>It is read as an import. Since all goes into one collection, the collections in it become tags if there are several. Other vault files are
 * read in the same way; what a vault has and a bundle has not (former values, remotes, a trash) is told as left out.
 */
@NullMarked
package dev.lockstep.transfer.bundle;

import org.jspecify.annotations.NullMarked;
