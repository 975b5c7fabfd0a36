/**
 * The command line of Lockstep, on the same vault as the windows.
 *
 * <h2>How it is made</h2>
 *
 * {@code app.Main} without arguments opens the window; with any it makes a {@link dev.lockstep.cli.Program} and {@link
 * dev.lockstep.cli.Services}. A command is one class that implements {@code Command}: {@code spec()} tells picocli what it takes, by {@code
 * Syntax} and typed {@code Given}s; {@code run(Invocation)} does it and returns an {@link dev.lockstep.cli.ExitCode}. It is made known by one line
 * in {@code Commands}. Nothing is found by reflection. Whatever a command throws is worded in {@code Failures}; {@code Refusal} is for what only the
 * command line can refuse. {@code Invocation.open()} opens the vault, {@code Search} finds secrets and collections in it, {@code Output} writes lines
 * or JSON. A value goes as bytes from {@code SecretValue} to standard output.
 *
 * <p>No class of JavaFX is loaded, and no display is needed.
 *
 * <h2>What holds for every command</h2>
 *
 * <ul>
 *   <li>The vault: {@code --vault}, or the environment variable {@code LOCKSTEP_VAULT}, or the vault that the window had open last.
 *   <li>The password: typed on the terminal without being shown, or read from a descriptor ({@code --password-fd}) up to its end, one line end at
 *       the end left out; or the key of the system's keystore ({@code --keystore}). Never an argument, never the environment.
 *   <li>Output is UTF-8 whatever the locale, and without colours. Errors go to standard error and begin with {@code lockstep:}.
 *   <li>A name is compared exactly. One that several collections have is refused with the candidates.
 * </ul>
 */
@NullMarked
package dev.lockstep.cli;

import org.jspecify.annotations.NullMarked;
