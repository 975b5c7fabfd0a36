/**
 * Secrets of an organization at Hooklistener (docs.hooklistener.com).
 *
 * <p>Stated by the page "Secrets Management": the rule of names, creating, listing without values, decrypting one value, changing a value by
 * {@code PUT}, deleting. Documented on other pages: metadata, limits, statuses, and that a deletion is soft. Not documented: the bodies of
 * errors, among them that for a duplicate; whether the other answers are inside {@code data}; whether {@code PUT} renames, so that is verified
 * each time; whether the name of a deleted secret is free. Two generations of the documents call the first time {@code inserted_at} and
 * {@code created_at}; the older one wants a plan with secrets.
 */
@NullMarked
package dev.lockstep.remote.hooklistener;

import org.jspecify.annotations.NullMarked;
