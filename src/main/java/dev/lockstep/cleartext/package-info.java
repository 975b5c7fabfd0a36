/**
 * The only types that hold plaintext. They keep it outside the Java heap, where the collector makes no copies, overwrite it when closed,
 * and never print it. Who may use them is listed by a rule of the architecture test.
 *
 * <p>Below them, {@link dev.lockstep.cleartext.PrivatePages} are whole pages that hold nothing else: locked into memory as far as the limit of
 * the system goes ({@code RLIMIT_MEMLOCK}; keys before values before names), and left out of core dumps on Linux. Small secrets share such
 * pages in slots of 32 bytes to 8 KiB. What a cipher or a decoder needs on the heap is lent in arrays that are wiped when it is done.
 */
@NullMarked
package dev.lockstep.cleartext;

import org.jspecify.annotations.NullMarked;
