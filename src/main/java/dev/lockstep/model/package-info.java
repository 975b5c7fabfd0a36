/**
 * The immutable words of the domain: ids, addresses of sealed rows, key derivation costs and named failures. JDK only; nothing in here ever
 * holds a secret's name or value.
 */
@NullMarked
package dev.lockstep.model;

import org.jspecify.annotations.NullMarked;
