/**
 * The main window's content: sidebar, table of secrets, details, and everything that is done with secrets there. The table's rows are one
 * list over the catalog's newest answer; nothing here filters or sorts, and no row holds a value.
 */
@NullMarked
package dev.lockstep.ui.secrets;

import org.jspecify.annotations.NullMarked;
