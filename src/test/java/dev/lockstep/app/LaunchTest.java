package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.words.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Properties properties = new Properties();

    @BeforeEach
    void theRuntimeInUse() {
        properties.setProperty("java.home", System.getProperty("java.home"));
    }

    private int run(Map<String, String> environment) {
        Launch launch = new Launch(
                new Display(OperatingSystem.LINUX, environment, properties),
                new ProcessShield(OperatingSystem.LINUX, environment),
                Locations.of(OperatingSystem.LINUX, environment, home),
                properties,
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return launch.run(Optional.empty());
    }

    @Test
    void withoutADisplayThereIsOneSentenceAndNoFolderIsMade() throws IOException {
        assertEquals(Launch.NO_DISPLAY, run(Map.of("DISPLAY", " ")));

        assertOneSentence("display");
        try (var made = Files.list(home)) {
            assertEquals(0, made.count());
        }
    }

    @Test
    void otherPlatformsOfTheToolkitNeedNoDisplay() {
        Properties headless = new Properties();
        headless.setProperty("glass.platform", "Headless");

        assertTrue(
                new Display(OperatingSystem.LINUX, Map.of(), headless).missing().isEmpty());
        assertTrue(new Display(OperatingSystem.MAC, Map.of(), new Properties())
                .missing()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dri/card0", "nvidiactl", "dxg"})
    void theProcessorDrawsWhereNothingElseCan(String device) throws IOException {
        Display display = new Display(OperatingSystem.LINUX, Map.of(), properties);
        Files.createDirectories(home.resolve(device).getParent());
        Files.createFile(home.resolve(device));
        display.drawByProcessorIfNothingElseCan(home);
        assertNull(properties.getProperty(Display.PIPELINES));

        display.drawByProcessorIfNothingElseCan(home.resolve("without"));
        assertEquals("sw", properties.getProperty(Display.PIPELINES));
    }

    @Test
    void thePipelineThatTheUserNamedIsUsed() {
        properties.setProperty(Display.PIPELINES, "es2");

        new Display(OperatingSystem.LINUX, Map.of(), properties).drawByProcessorIfNothingElseCan(home);

        assertEquals("es2", properties.getProperty(Display.PIPELINES));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAC", "WINDOWS"})
    void onOtherSystemsThePipelineIsLeftToTheToolkit(OperatingSystem system) {
        new Display(system, Map.of(), properties).drawByProcessorIfNothingElseCan(home);

        assertNull(properties.getProperty(Display.PIPELINES));
    }

    @Test
    void aMissingLibraryIsNamed() {
        String sentence = Text.of("app.noLibrary", "libgtk-3.so.0");

        assertTrue(sentence.contains("libgtk-3.so.0"));
        assertFalse(sentence.contains("{0}"));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.createFile(home.resolve(".config"));
        properties.setProperty("glass.platform", "Headless");

        assertEquals(Launch.NO_FOLDER, run(Map.of()));

        assertOneSentence(home.resolve(".config/lockstep").toString());
    }

    private void assertOneSentence(String part) {
        String said = errors.toString(StandardCharsets.UTF_8);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains(part), said);
        assertFalse(said.contains("Exception"), said);
    }
}
