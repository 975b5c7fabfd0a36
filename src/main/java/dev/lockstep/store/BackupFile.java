package dev.lockstep.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that by its name is a copy of a vault.
 *
 * @param name what stands in front of the date, as a rule the name of the vault
 * @param taken when it was made, to the second; the clock may have been wrong
 * @param size in bytes
 */
public record BackupFile(Path path, String name, Instant taken, long size) {}
