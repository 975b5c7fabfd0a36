package dev.lockstep.cli;

import dev.lockstep.keystore.Keystore;
import dev.lockstep.settings.Settings;
import dev.lockstep.vault.Vaults;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What commands work with. What takes time to make is made when it is asked for.
 *
 * @param settings of this computer, as the window saved them
 * @param clock of the place where the user is
 * @param version of this program
 * @param reach what there is outside of the vault
 */
public record Services(
        Terminal terminal,
        Map<String, String> environment,
        Supplier<Settings> settings,
        Vaults vaults,
        Supplier<Keystore> keystore,
        Clock clock,
        SecureRandom random,
        String version,
        Reach reach) {}
