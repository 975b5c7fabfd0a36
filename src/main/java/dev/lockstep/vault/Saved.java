package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.SealedRow;

/** A manifest as it was sealed. */
record Saved(Manifest manifest, SealedRow row) {}
