package dev.lockstep.transfer;

import dev.lockstep.cleartext.SecretValue;
import java.util.Optional;

/**
 * A name and a value of a {@code .env} file.
 *
 * @param name 1 to 255 UTF-16 units: ASCII letters and digits, {@code _ . - /}, and whatever lies beyond ASCII
 * @param value the exact bytes; closed together with its {@link ImportSource}
 * @param line where the name stands, counted from 1
 * @param description the comment at the end of the line, or else the comment lines right above it
 */
public record DotenvEntry(String name, SecretValue value, int line, Optional<String> description) {}
