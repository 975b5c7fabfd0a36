package dev.lockstep.ui.editor;

import dev.lockstep.model.SecretId;

/**
 * A value in the vault that an edit started from.
 *
 * @param bytes its size
 */
record StoredValue(SecretId id, int bytes) {}
