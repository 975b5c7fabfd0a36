package dev.lockstep.vault;

import dev.lockstep.store.BackupFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;

/**
 * What an open vault needs of the computer.
 *
 * @param state folder of what this computer remembers of vaults outside their files
 * @param backups where the backups of a vault file go
 */
record Surroundings(Clock clock, SecureRandom random, Path state, Function<Path, BackupFolder> backups) {
    BackupShelf shelf(Path vault) {
        return new BackupShelf(vault, backups.apply(vault));
    }

    /** The same for a file that is not a vault's yet: what this computer sees of it is not remembered, because no folder can be inside a file. */
    Surroundings rememberingNothing(Path file) {
        return new Surroundings(clock, random, file.resolve("nothing"), backups);
    }
}
