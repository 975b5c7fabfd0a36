/**
 * Secrets at work: as environment variables of another program, in the place of references in a text, and taken out of what a program prints.
 * Knows values and names, and neither a vault nor a command line nor a screen. Everything is bytes; texts with references are UTF-8, or any
 * encoding in which ASCII stands for itself.
 */
@NullMarked
package dev.lockstep.use;

import org.jspecify.annotations.NullMarked;
