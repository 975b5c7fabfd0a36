/**
 * The System Secret Vault of Hookpulse (docs.hookpulse.io).
 *
 * <p>Stated by the page "Add System Secret": both headers, creating without an id in the answer, and the answer to a duplicate with the id of
 * the one that is there. Documented on other pages: reading by id, deleting by {@code DELETE} with a JSON body, listing by page number, HTTP 200
 * with {@code "success": false}, the texts of errors. Not documented: what a page of the list looks like, so every common form is understood;
 * and the call that changes a value, of which only the title is known, so it has to be switched on. Times are in the time zone of the brand,
 * which nobody tells, so they are left out. Renaming and metadata do not exist.
 */
@NullMarked
package dev.lockstep.remote.hookpulse;

import org.jspecify.annotations.NullMarked;
