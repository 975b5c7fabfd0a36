/**
 * The only types that hold plaintext. They keep it outside the Java heap, where the collector makes no copies, overwrite it when closed,
 * and never print it. Who may use them is listed by a rule of the architecture test.
 */
@NullMarked
package dev.lockstep.cleartext;

import org.jspecify.annotations.NullMarked;
