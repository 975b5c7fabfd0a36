package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocationsTest {
    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    @Test
    void linuxFollowsTheVariablesOfTheXdgSpecification() {
        String base = Path.of("/data").toAbsolutePath().toString();
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", base + "/c",
                "XDG_STATE_HOME", base + "/s",
                "XDG_DATA_HOME", base + "/d");

        assertEquals(
                new Locations(
                        Path.of(base, "c", "lockstep"), Path.of(base, "s", "lockstep"), Path.of(base, "d", "lockstep")),
                Locations.of(OperatingSystem.LINUX, environment, HOME));
    }

    @Test
    void linuxFallsBackToTheHomeFolder() {
        assertEquals(linuxDefaults(), Locations.of(OperatingSystem.LINUX, Map.of(), HOME));
    }

    @Test
    void theHomeThatTheEnvironmentNamesCountsBeforeTheOneThatJavaKnows() {
        assertEquals(
                linuxDefaults(),
                Locations.of(OperatingSystem.LINUX, Map.of("HOME", HOME.toString()), Path.of("/elsewhere")));
    }

    @Test
    void aVariableThatIsEmptyRelativeOrNoPathIsIgnored() {
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", "", "XDG_STATE_HOME", "relative/path", "XDG_DATA_HOME", "/bad\0path");

        assertEquals(linuxDefaults(), Locations.of(OperatingSystem.LINUX, environment, HOME));
    }

    private static Locations linuxDefaults() {
        return new Locations(
                HOME.resolve(".config/lockstep"),
                HOME.resolve(".local/state/lockstep"),
                HOME.resolve(".local/share/lockstep"));
    }

    @Test
    void windowsKeepsSettingsInTheRoamingAndEverythingElseInTheLocalProfile() {
        Map<String, String> environment = Map.of("APPDATA", "C:\\Roaming", "LOCALAPPDATA", "C:\\Local");

        Locations found = Locations.of(OperatingSystem.WINDOWS, environment, HOME);

        assertEquals(Path.of("C:\\Roaming", "Lockstep", "settings.json"), found.settings());
        assertEquals(Path.of("C:\\Local", "Lockstep", "State", "crashes.txt"), found.crashes());
        assertEquals(Path.of("C:\\Local", "Lockstep", "Vaults"), found.vaults());
    }

    @Test
    void windowsFallsBackToTheHomeFolder() {
        Locations found = Locations.of(OperatingSystem.WINDOWS, Map.of(), HOME);

        assertEquals(HOME.resolve("AppData/Roaming/Lockstep"), found.config());
        assertEquals(HOME.resolve("AppData/Local/Lockstep/State"), found.state());
    }

    @Test
    void macUsesTheLibraryWhateverTheEnvironmentSays() {
        Path own = HOME.resolve("Library/Application Support/Lockstep");

        assertEquals(
                new Locations(own, own.resolve("State"), own.resolve("Vaults")),
                Locations.of(OperatingSystem.MAC, Map.of("XDG_CONFIG_HOME", "/elsewhere"), HOME));
    }

    @Test
    void systemsAreKnownByTheirName() {
        assertEquals(OperatingSystem.LINUX, OperatingSystem.named("Linux"));
        assertEquals(OperatingSystem.MAC, OperatingSystem.named("Mac OS X"));
        assertEquals(OperatingSystem.WINDOWS, OperatingSystem.named("Windows 11"));
        assertEquals(OperatingSystem.LINUX, OperatingSystem.named("FreeBSD"));
    }
}
