package dev.lockstep.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What an open vault needs of the computer.
 *
 * @param state folder of what this computer remembers of vaults outside their files
 */
record Surroundings(Clock clock, SecureRandom random, Path state) {}
