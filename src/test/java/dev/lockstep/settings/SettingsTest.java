package dev.lockstep.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void theDefaultsProtectWithoutBeingAsked() {
        assertEquals(new Protection(20, 20, 10, false, true), Settings.DEFAULT.protection());
        assertEquals(ThemeChoice.SYSTEM, Settings.DEFAULT.look().theme());
        assertFalse(Settings.DEFAULT.look().valueHint());
        assertEquals(220, Settings.DEFAULT.panes().sidebarWidth());
        assertEquals(340, Settings.DEFAULT.panes().detailsWidth());
    }

    @Test
    void theLatestVaultComesFirstOnceAndTheOldestGivesWay() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 12; i++) {
            settings = settings.opened(vault(i));
        }
        settings = settings.opened(vault(5));

        List<Path> expected = IntStream.of(5, 11, 10, 9, 8, 7, 6, 4, 3, 2)
                .mapToObj(SettingsTest::vault)
                .toList();
        assertEquals(expected, settings.recent());
    }

    @Test
    void aVaultCanBeForgotten() {
        Settings settings = Settings.DEFAULT.opened(vault(1)).opened(vault(2)).without(vault(1));

        assertEquals(List.of(vault(2)), settings.recent());
        assertEquals(settings, settings.without(vault(9)));
    }

    @Test
    void theKeyFileOfAVaultIsRememberedUntilTheVaultIsForgotten() {
        Path keyFile = Path.of("/keys/one.txt").toAbsolutePath();
        Settings settings = Settings.DEFAULT.opened(vault(1)).with(vault(1), Optional.of(keyFile));

        assertEquals(Optional.of(keyFile), settings.keyFile(vault(1)));
        assertEquals(Optional.empty(), settings.keyFile(vault(2)));
        assertEquals(Optional.empty(), settings.with(vault(1), Optional.empty()).keyFile(vault(1)));
        assertEquals(Settings.DEFAULT, settings.without(vault(1)));
        assertEquals(
                Optional.of(keyFile), settings.opened(vault(2)).opened(vault(1)).keyFile(vault(1)));
    }

    @Test
    void theKeyFileGoesWithTheVaultThatGivesWay() {
        Settings settings = Settings.DEFAULT.opened(vault(0)).with(vault(0), Optional.of(Path.of("/keys/0")));
        for (int i = 1; i <= Settings.MAX_RECENT; i++) {
            settings = settings.opened(vault(i)).with(vault(i), Optional.of(Path.of("/keys/" + i)));
        }

        assertEquals(Settings.MAX_RECENT, settings.keyFiles().size());
        assertEquals(Optional.empty(), settings.keyFile(vault(0)));
    }

    private static Path vault(int number) {
        return Path.of("/vaults/" + number + ".lockstep").toAbsolutePath();
    }

    @Test
    void oneGroupChangesWithoutTheOthers() {
        Protection careful = new Protection(10, 5, 1, true, true);
        Panes small = new Panes(900, 600, false, false, 220, false, 340);

        Settings changed = Settings.DEFAULT
                .with(careful)
                .with(small)
                .with(Settings.DEFAULT.look().zoomed(150));

        assertEquals(careful, changed.protection());
        assertEquals(small, changed.panes());
        assertEquals(150, changed.look().zoomPercent());
        assertEquals(ThemeChoice.SYSTEM, changed.look().theme());
    }

    @Test
    void valuesOutsideTheChoicesAreRefused() {
        assertRefused(() -> new Protection(21, 20, 10, false, true));
        assertRefused(() -> new Protection(20, 0, 10, false, true));
        assertRefused(() -> new Protection(20, 20, -1, false, true));
        assertRefused(() -> new Look(ThemeChoice.DARK, 1000, false, false));
        assertRefused(() -> new Panes(900, 100, false, true, 220, true, 340));
        assertRefused(() -> recent(List.of("relative.lockstep")));
        assertRefused(() -> recent(List.of("/same", "/same")));
        assertRefused(() -> recent(List.of("/bad\0path")));
        assertRefused(() -> keyFiles(Map.of("/vault", "relative")));
        assertRefused(() -> keyFiles(Map.of("relative", "/file")));
        assertRefused(() ->
                keyFiles(IntStream.range(0, 11).boxed().collect(Collectors.toMap(i -> "/" + i, i -> "/file"))));
        assertRefused(() -> recent(IntStream.range(0, 11).mapToObj(i -> "/" + i).toList()));
    }

    private static Settings keyFiles(Map<String, String> files) {
        return new Settings(Look.DEFAULT, Protection.DEFAULT, Panes.DEFAULT, Checks.DEFAULT, List.of(), files);
    }

    private static Settings recent(List<String> vaults) {
        return new Settings(Look.DEFAULT, Protection.DEFAULT, Panes.DEFAULT, Checks.DEFAULT, vaults, Map.of());
    }

    private static void assertRefused(Runnable made) {
        assertThrows(IllegalArgumentException.class, made::run);
    }
}
