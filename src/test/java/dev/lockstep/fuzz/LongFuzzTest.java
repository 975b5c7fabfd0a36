package dev.lockstep.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each target under Jazzer, which looks for inputs that reach new code, in a process of its own: {@code mvn -Pfuzz test}. What it finds stays
 * in {@code target/fuzz}, and the next run starts from there.
 */
@Tag("fuzz")
class LongFuzzTest {
    private static final Path FOLDER = Path.of("target/fuzz");

    static Iterable<String> targets() {
        return FuzzTargets.names();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noInputBreaksTheTarget(String name) throws Exception {
        String classPath = System.getProperty("java.class.path");
        assumeTrue(classPath.contains("jazzer"), "runs with -Pfuzz");
        String only = System.getProperty("fuzz.target", name);
        assumeTrue(only.equals(name), () -> "asked for " + only);
        Path corpus = corpus(name);
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                classPath,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + name,
                "--instrumentation_includes=dev.lockstep.**",
                "--custom_hook_includes=dev.lockstep.**",
                "--reproducer_path=" + corpus.getParent(),
                "-artifact_prefix=" + corpus.getParent() + "/",
                "-max_total_time=" + System.getProperty("fuzz.seconds", "600"),
                "-timeout=10",
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
                corpus.toString());
        Path log = corpus.resolveSibling("log.txt");
        Process jazzer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertEquals(0, jazzer.waitFor(), () -> "see " + log);
        } finally {
            jazzer.destroyForcibly();
        }
    }

    private static Path corpus(String name) throws Exception {
        Path corpus = FOLDER.resolve(name).resolve("corpus");
        Files.createDirectories(corpus);
        write(corpus, "seed", FuzzTargets.named(name).seeds());
        write(corpus, "known", Corpus.of(name));
        return corpus;
    }

    private static void write(Path corpus, String prefix, List<byte[]> inputs) throws IOException {
        for (int i = 0; i < inputs.size(); i++) {
            Files.write(corpus.resolve(prefix + i), inputs.get(i));
        }
    }
}
