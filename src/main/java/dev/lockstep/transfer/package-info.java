/**
 * Import and export formats, one class each, and the preview of an import as data.
 */
@NullMarked
package dev.lockstep.transfer;

import org.jspecify.annotations.NullMarked;
