/** Starts the program and wires it together: knows every package, and no package knows it. */
@NullMarked
package dev.lockstep.app;

import org.jspecify.annotations.NullMarked;
