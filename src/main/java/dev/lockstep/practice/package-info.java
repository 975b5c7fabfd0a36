/**
 * Simulators of the vendors' APIs on loopback, faithful to what is documented, with a switch for each point that is not, and with trouble on
 * request. They share nothing with the adapters but the contracts.
 */
@NullMarked
package dev.lockstep.practice;

import org.jspecify.annotations.NullMarked;
