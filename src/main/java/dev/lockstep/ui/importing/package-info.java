/**
 * The import from files and folders of other programs: the format is recognised, what it needs is asked for, what it holds is compared with one
 * collection and shown row by row, masked; the user chooses, and everything chosen is written in one transaction.
 */
@NullMarked
package dev.lockstep.ui.importing;

import org.jspecify.annotations.NullMarked;
