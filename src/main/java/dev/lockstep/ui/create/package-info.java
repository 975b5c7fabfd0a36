/** The wizard that makes a new vault in five steps and writes nothing before the last. */
@NullMarked
package dev.lockstep.ui.create;

import org.jspecify.annotations.NullMarked;
