/**
 * Dreadnode, user secrets: {@code /api/v1/user/secrets} of a host that the user names. A list tells name, provider, mask and times of each; a
 * value is never told. What runs there already keeps the old value until it is provisioned again.
 *
 * <p>Stated in the vendor's document: create, what it answers but for the number of the status (200 and 201 are taken), the error envelope but
 * for the key of its list of validation errors (any is taken), and the titles of the errors but for their numbers. Documented elsewhere: list,
 * update and the presets of providers. Inferred: the rule for names, and deleting, which is documented for the command line only, so that a 404
 * to it is confirmed by a list. {@code practice.DreadnodeQuirk} has a switch for each.
 */
@NullMarked
package dev.lockstep.remote.dreadnode;

import org.jspecify.annotations.NullMarked;
