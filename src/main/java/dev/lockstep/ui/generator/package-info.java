/** The generator of values: a recipe, the value it makes, and how hard that is to guess. */
@NullMarked
package dev.lockstep.ui.generator;

import org.jspecify.annotations.NullMarked;
