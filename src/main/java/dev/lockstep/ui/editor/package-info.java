/**
 * The editor of one secret, new or stored. The parts of the form judge what is typed and offer fixes; nothing is changed unasked. The typed
 * value lives only in the buffer of its field, and a stored value is opened only when the user asks for it.
 */
@NullMarked
package dev.lockstep.ui.editor;

import org.jspecify.annotations.NullMarked;
