/**
 * The import of a .env file: what the file holds is compared with one collection and shown row by row, masked; the user chooses, and everything
 * chosen is written in one transaction.
 */
@NullMarked
package dev.lockstep.ui.importing;

import org.jspecify.annotations.NullMarked;
