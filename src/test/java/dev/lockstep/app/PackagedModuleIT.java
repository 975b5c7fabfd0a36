package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts what the build leaves, as a user would: the jar as a named module, and the image if it was built. */
class PackagedModuleIT {
    private static final Path JAR = Path.of(System.getProperty("lockstep.jar"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String IMAGE = System.getProperty("lockstep.image", "");

    /** What somebody could type; the program and its options are the arguments. */
    private static final String SESSION = """
            set -e
            printf 'a long new password' > password
            "$@" init --recovery-to code --password-fd 3 3<password
            printf 'a value' | "$@" set KEY --password-fd 3 3<password
            printf 'OTHER=2' > other.env
            "$@" import other.env --yes --password-fd 3 3<password
            "$@" get KEY --reveal --password-fd 3 3<password
            "$@" run --password-fd 3 -- sh -c 'echo "|$KEY"; exit 5' 3<password || echo "exit $?"
            "$@" list OTHER --json --password-fd 3 3<password | grep -o '"name" : "OTHER"'
            "$@" remote list --password-fd 3 3<password || echo "none $?"
            """;

    @TempDir
    Path home;

    /** How a program ended. */
    private record Ended(int code, String out, String errors) {}

    @Test
    void theModuleTellsItsVersion() throws Exception {
        Ended ended = run(module("--version"), Map.of());

        assertEquals("", ended.errors());
        assertTrue(ended.out().matches("Lockstep \\d+\\.\\d+\\.\\d+\\R"), ended.out());
        assertEquals(Launch.OK, ended.code());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayTheModuleSaysOneSentence() throws Exception {
        assertOneSentence(run(module(), Map.of()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatNobodyServesGetsOneSentenceToo() throws Exception {
        assertOneSentence(run(module(), Map.of("DISPLAY", ":9999")));
    }

    private static void assertOneSentence(Ended ended) {
        assertEquals(Launch.NO_DISPLAY, ended.code(), ended.errors());
        assertEquals("", ended.out());
        assertEquals(1, ended.errors().lines().count(), ended.errors());
        assertTrue(ended.errors().startsWith("Lockstep "), ended.errors());
    }

    @Test
    void theModuleOpensItsWindowAndKeepsItsLibrariesPrivate() throws Exception {
        assertStaysOpen(module(), Map.of());

        try (var found = Files.walk(home)) {
            assertTrue(found.anyMatch(file -> file.endsWith(Path.of("lockstep", "libraries"))));
        }
    }

    @Test
    void theModuleOpensItsWindowOnTheVaultThatIsItsOnlyArgument() throws Exception {
        assertStaysOpen(module("none.lockstep"), Map.of());
    }

    @Test
    void theImageTellsItsVersionInAnEmptyEnvironment() throws Exception {
        assumeTrue(!IMAGE.isEmpty(), "build it with -Pimage");

        Ended ended = run(List.of(image(Path.of(IMAGE))), Map.of(), "--version");

        assertEquals("", ended.errors());
        assertTrue(ended.out().startsWith("Lockstep "), ended.out());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theImageCanPrint() throws Exception {
        assumeTrue(!IMAGE.isEmpty(), "build it with -Pimage");
        String java = Path.of(IMAGE, "bin", "java").toString();
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();

        Ended ended = run(List.of(java, "-cp", classes), Map.of(), PrintedPage.class.getName());

        assertEquals(0, ended.code(), ended.errors());
        assertTrue(ended.out().startsWith("%!PS-Adobe"), ended.out());
        assertTrue(ended.out().contains("%%Page: 1 1"), ended.out());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theImageOpensItsWindowWhereverItWasMovedAndUnpacksNothing() throws Exception {
        Path moved = moved();
        Path link = Files.createSymbolicLink(home.resolve("link"), Path.of(image(moved)));

        Path temp = Files.createDirectory(home.resolve("temp"));

        assertStaysOpen(
                List.of(link.toString()),
                Map.of("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Djava.io.tmpdir=" + temp));

        try (var found = Files.walk(home)) {
            assertFalse(found.filter(file -> !file.startsWith(moved))
                    .anyMatch(file -> file.toString().endsWith(".so")));
        }
    }

    /** The image in another place. */
    private Path moved() throws Exception {
        assumeTrue(!IMAGE.isEmpty(), "build it with -Pimage");
        Path moved = home.resolve("moved here/and there");
        copy(Path.of(IMAGE), moved);
        return moved;
    }

    /** Without a display, since the caches are read before the program begins. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theImageStartsFromItsCachesWhereverItWasMoved() throws Exception {
        Path moved = moved();

        assertTrue(fromCache(moved, "--version") > 1000);
        assertTrue(fromCache(moved, "v.Lockstep") > 5000);
        assertTrue(fromCache(moved) > 5000);
    }

    private long fromCache(Path image, String... arguments) throws Exception {
        Path log = home.resolve("classes");
        Files.deleteIfExists(log);
        Ended ended =
                run(List.of(image(image)), Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log), arguments);
        assertTrue(ended.code() == 0 || ended.code() == Launch.NO_DISPLAY, ended.errors());
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.endsWith("source: shared objects file"))
                    .count();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aCacheThatDoesNotFitIsPassedOverWithoutAWord() throws Exception {
        assumeTrue(!IMAGE.isEmpty(), "build it with -Pimage");
        Path image = home.resolve("image");
        copy(Path.of(IMAGE), image);
        Path commands = image.resolve("lib/commands.aot");
        Path window = image.resolve("lib/window.aot");
        byte[] good = Files.readAllBytes(commands);

        foreign(image, window);
        Files.copy(window, commands, StandardCopyOption.REPLACE_EXISTING);
        assertStartsWithoutAWord(image);
        for (byte[] bad : List.of(Arrays.copyOf(good, good.length / 2), altered(good), new byte[0], new byte[4096])) {
            Files.write(commands, bad);
            Files.write(window, bad);
            assertStartsWithoutAWord(image);
        }
        Files.delete(commands);
        Files.delete(window);
        assertStartsWithoutAWord(image);
    }

    /** Recorded by a virtual machine with other options. */
    private void foreign(Path image, Path cache) throws Exception {
        Files.delete(cache);
        Ended recorded = run(
                List.of(image.resolve("bin/java").toString(), "-XX:-UseCompactObjectHeaders"),
                Map.of(),
                "-XX:AOTCacheOutput=" + cache,
                "-m",
                "dev.lockstep/dev.lockstep.app.Main",
                "--version");
        assertEquals(0, recorded.code(), recorded.errors());
        assertTrue(Files.isRegularFile(cache));
    }

    /** Its header does not fit; of what comes after that, the virtual machine checks nothing. */
    private static byte[] altered(byte[] cache) {
        byte[] other = cache.clone();
        for (int i = 0; i < 512; i++) {
            other[i] ^= 0x55;
        }
        return other;
    }

    private void assertStartsWithoutAWord(Path image) throws Exception {
        Ended version = run(List.of(image(image)), Map.of(), "--version");
        assertEquals("", version.errors());
        assertTrue(version.out().matches("Lockstep \\d+\\.\\d+\\.\\d+\\R"), version.out());
        if (OS.LINUX.isCurrentOs()) {
            assertOneSentence(run(List.of(image(image)), Map.of(), "v.lockstep"));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theModuleIsACommandLine() throws Exception {
        assertCommandLine(module());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theImageIsACommandLineWithAManualPageForEachCommand() throws Exception {
        assumeTrue(!IMAGE.isEmpty(), "build it with -Pimage");

        assertCommandLine(List.of(image(Path.of(IMAGE))));
        for (String page : List.of("lockstep.1", "lockstep-run.1", "lockstep-remote-add.1")) {
            assertTrue(Files.readString(Path.of(IMAGE).resolveSibling("man").resolve(page))
                    .startsWith(".TH "));
        }
    }

    private void assertCommandLine(List<String> command) throws Exception {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", SESSION, "sh"));
        whole.addAll(command);
        Ended ended = run(
                whole,
                Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "LOCKSTEP_VAULT",
                        home.resolve("v.lockstep").toString()));

        assertEquals("", ended.errors());
        assertTrue(ended.out().endsWith("\na value|a value\nexit 5\n\"name\" : \"OTHER\"\nnone 1\n"), ended.out());
        assertEquals(0, ended.code());
    }

    private static String image(Path folder) {
        return folder.resolve("bin/lockstep" + (OS.WINDOWS.isCurrentOs() ? ".bat" : ""))
                .toString();
    }

    /** The command that runs the jar and exactly the modules that it needs. */
    private static List<String> module(String... arguments) {
        List<ModuleFinder> finders = new ArrayList<>(List.of(ModuleFinder.of(JAR)));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            finders.add(readable(Path.of(jar)));
        }
        ModuleFinder all = ModuleFinder.compose(finders.toArray(ModuleFinder[]::new));
        String path = Configuration.resolve(
                        all, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), Set.of("dev.lockstep"))
                .modules()
                .stream()
                .map(found -> location(found.reference()))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "--enable-native-access=dev.lockstep,javafx.graphics,org.xerial.sqlitejdbc",
                "-Dprism.order=sw",
                "--module-path",
                path,
                "--module",
                "dev.lockstep/dev.lockstep.app.Main"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static ModuleFinder readable(Path jar) {
        try {
            ModuleFinder finder = ModuleFinder.of(jar);
            boolean ours = finder.find("dev.lockstep").isPresent();
            return ours ? ModuleFinder.of() : finder;
        } catch (FindException e) {
            return ModuleFinder.of();
        }
    }

    private static String location(ModuleReference reference) {
        return Path.of(reference.location().orElseThrow()).toString();
    }

    private Ended run(List<String> command, Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(command, environment, arguments);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        return new Ended(
                process.exitValue(), Files.readString(home.resolve("out")), Files.readString(home.resolve("errors")));
    }

    private void assertStaysOpen(List<String> command, Map<String, String> environment) throws Exception {
        List<String> headless = new ArrayList<>(command);
        if (command.size() > 1) {
            headless.add(1, "-Dglass.platform=Headless");
        }
        Process process = start(headless, environment);
        boolean ended = process.waitFor(8, TimeUnit.SECONDS);
        String errors = Files.readString(home.resolve("errors"));
        process.destroyForcibly().waitFor();
        assertFalse(ended, errors);
        assertEquals("", errors.replaceAll("(Picked up|.*ProcessShield|WARNING:) (JAVA_TOOL_OPTIONS|warn).*\\R", ""));
        assertTrue(Files.isDirectory(home.resolve(".local/state/lockstep")));
    }

    private Process start(List<String> command, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(home.toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
