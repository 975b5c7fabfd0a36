/**
 * What the user chose on this computer: a record and its JSON file. Never holds anything of a vault but its
 * place and that of its key file.
 */
@NullMarked
package dev.lockstep.settings;

import org.jspecify.annotations.NullMarked;
