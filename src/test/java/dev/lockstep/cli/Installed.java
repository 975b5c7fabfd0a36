package dev.lockstep.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.cli.ProgramProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of this computer that read what Lockstep writes for them. */
final class Installed {
    private Installed() {}

    /** Skips the test where a program is not there. */
    static void require(String program) {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, program))),
                program + " is not installed");
    }

    static Ended run(String... command) throws IOException, InterruptedException {
        return ProgramProcess.ended(ProgramProcess.start(new ProcessBuilder(command)));
    }
}
