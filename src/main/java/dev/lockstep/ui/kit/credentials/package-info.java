/** Parts of screens with which a person chooses what opens a vault: a password, a key file, a recovery code to keep. */
@NullMarked
package dev.lockstep.ui.kit.credentials;

import org.jspecify.annotations.NullMarked;
