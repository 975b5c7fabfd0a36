package dev.lockstep.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The settings file, which anybody who can write the user's files can write. */
public final class SettingsFuzz implements FuzzTarget {
    @Override
    public List<byte[]> seeds() throws IOException {
        return List.of(
                SettingsFile.format(Settings.DEFAULT),
                SettingsFile.format(Settings.DEFAULT.opened(Path.of("a")).opened(Path.of("b"))),
                "{\"look\":{\"theme\":\"DARK\"},\"recentVaults\":[\"/a\"]}".getBytes(StandardCharsets.US_ASCII),
                "{}".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void accept(byte[] input) {
        try {
            Settings settings = SettingsFile.parse(input);
            assertEquals(settings, SettingsFile.parse(SettingsFile.format(settings)));
            assertEquals(settings.recentVaults().size(), settings.recent().size());
        } catch (IOException e) {
            // refused: the file is kept aside, and the defaults hold
            assertEquals(false, e.toString().isEmpty());
        }
    }
}
