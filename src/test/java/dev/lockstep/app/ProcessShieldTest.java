package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process with the shield raised, and one without, asked what the system would let a debugger do to them. */
class ProcessShieldTest {
    private static final String OPTIONS = System.getProperty("lockstep.options");

    @BeforeEach
    void onLinux() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux tells");
    }

    @Test
    void aShieldedProcessLeavesNoCoreAndLetsNoDebuggerOfTheSameUserIn() throws Exception {
        assertEquals("dumpable 0, core 0 0", stateOf(Map.of()));
    }

    @Test
    void theVariableForPortalsLeavesItOpen() throws Exception {
        assertTrue(stateOf(Map.of(ProcessShield.OPEN, "1")).startsWith("dumpable 1,"));
    }

    @Test
    void theOptionsOfTheProgramKeepItsHeapFromTheToolsOfTheJavaRuntime() throws Exception {
        Process open = start(List.of(), Map.of());
        Process shut = start(List.of(OPTIONS.split(" ", -1)), Map.of());
        try {
            line(open);
            line(shut);
            assertEquals(0, jcmd(open), "the tool works");
            assertNotEquals(0, jcmd(shut));
        } finally {
            open.destroyForcibly();
            shut.destroyForcibly();
        }
    }

    private static String stateOf(Map<String, String> environment) throws IOException {
        Process process = start(List.of(), environment);
        try {
            return line(process);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> options, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(Shielded.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.contains("JAVA"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int jcmd(Process target) throws Exception {
        Process tool = new ProcessBuilder(tool("jcmd"), Long.toString(target.pid()), "VM.uptime")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(tool.waitFor(60, TimeUnit.SECONDS));
        return tool.exitValue();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static String line(Process process) throws IOException {
        return new String(process.getInputStream().readNBytes(40), StandardCharsets.US_ASCII).strip();
    }

    /** Raises the shield, tells what the system says of it, and waits to be ended. */
    static final class Shielded {
        private static final int PR_GET_DUMPABLE = 3;

        private Shielded() {}

        @SuppressWarnings("restricted")
        public static void main(String[] arguments) throws Throwable {
            new ProcessShield(OperatingSystem.LINUX, System.getenv()).raise();
            Linker linker = Linker.nativeLinker();
            var prctl = linker.downcallHandle(
                    linker.defaultLookup().find("prctl").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(1));
            int dumpable = (int) prctl.invokeExact(PR_GET_DUMPABLE);
            String core = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .filter(line -> line.startsWith("Max core file size"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("[^0-9a-z]+", " ")
                    .replaceAll("^.*size (\\S+ \\S+).*$", "$1");
            System.out.printf("%-40s", "dumpable " + dumpable + ", core " + core);
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
