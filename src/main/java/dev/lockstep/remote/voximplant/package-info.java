/**
 * Voximplant's secrets of one application. Sources: the vendor's reference of AddSecret, its pages on GetSecrets, SetSecretInfo and DelSecret, its guide on
 * authorization, and the sources of its own clients for Java, Python and Node.
 *
 * <p>Documented: the methods and their parameters, the name rule, values of at most 8192 characters, descriptions cut to 200, RS256 tokens that
 * are valid for at most an hour, paging by count and offset with {@code total_count}, times in UTC. Taken from the clients: parameters in a form
 * body (the reference has them in the query, which ends up in access logs, so that is an option), {@code result} as an object or as an array,
 * the shape and the codes of errors, and that they come with status 200. Not known, and so taken in every plausible form: the code of a duplicate
 * name, whether errors may have other statuses, whether the case of a name counts, and how many secrets a page may have. Secrets are always named by
 * their id: in lists of what to delete, the word {@code all} stands for every secret and a semicolon ends a name.
 */
@NullMarked
package dev.lockstep.remote.voximplant;

import org.jspecify.annotations.NullMarked;
