/** What is said of plans, of their rows and banners, and of what became of them. */
@NullMarked
package dev.lockstep.words.sync;

import org.jspecify.annotations.NullMarked;
