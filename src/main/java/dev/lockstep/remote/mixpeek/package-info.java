/**
 * Mixpeek, organization secrets: {@code /v1/organizations/secrets}. A list has names and nothing else, no page and no time; a value is never
 * told; a secret is changed and deleted by its name, which is a segment of the path.
 *
 * <p>Stated in the vendor's document: create, its answer 201, the limits of a name, the error envelope and one form of 422. Documented
 * elsewhere: list, update, delete, the other form of 422 and the types of errors. Contradictory or missing, so every form is taken: what a
 * duplicate answers (409, or 400 or 422 that says so; a list confirms it), whether a wrong key is 401 or 403, how many calls a minute has (the
 * headers decide). {@code practice.MixpeekQuirk} has a switch for each.
 */
@NullMarked
package dev.lockstep.remote.mixpeek;

import org.jspecify.annotations.NullMarked;
