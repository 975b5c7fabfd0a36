/**
 * Quick unlock: 32 random bytes for each vault, kept by the operating system for the user who is logged in. An entry is named by the service
 * {@code Lockstep} and the vault's id in hexadecimal digits; its content is those bytes as base64 text (RFC 4648, 44 characters). No other
 * entry is read.
 *
 * <p>The systems' own libraries are called directly, by {@code java.lang.foreign}: libsecret on Linux, the Security framework on macOS,
 * advapi32 on Windows. So the bytes go from native memory to native memory, where they can be overwritten; the Java libraries for this
 * hand them about as a {@code String}.
 */
@NullMarked
package dev.lockstep.keystore;

import org.jspecify.annotations.NullMarked;
