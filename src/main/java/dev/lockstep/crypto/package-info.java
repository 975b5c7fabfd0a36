/**
 * Key derivation, key slots and sealed rows: the only package that names javax.crypto or Bouncy Castle.
 */
@NullMarked
package dev.lockstep.crypto;

import org.jspecify.annotations.NullMarked;
