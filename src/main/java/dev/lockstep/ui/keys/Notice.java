package dev.lockstep.ui.keys;

/**
 * What was done last.
 *
 * @param done the deed, one sentence
 * @param more what the user should know about it; empty if nothing
 * @param offersRekey whether sealing everything again is the answer to what it says
 */
record Notice(String done, String more, boolean offersRekey) {}
