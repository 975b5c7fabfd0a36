package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cli.ProgramProcess.Ended;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal while plans are applied at a remote that does not answer: by real processes. */
@EnabledOnOs(OS.LINUX)
class StoppedApplyTest {
    private static final int SECRETS = 100;

    @TempDir
    Path home;

    private final Map<String, Integer> writes = new ConcurrentHashMap<>();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private SyncGround ground;
    private ProgramProcess lockstep;

    @BeforeEach
    void aRemoteThatKeepsItsAnswersToItself() throws Exception {
        ground = new SyncGround(home);
        ground.remote(Vendor.KV_V2);
        for (int i = 0; i < SECRETS; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
        ground.practice(Vendor.KV_V2).simulator().witnessedBy(this::hold);
        lockstep = new ProgramProcess(home, ground.file());
    }

    @AfterEach
    void end() throws Exception {
        answered.countDown();
        ground.close();
    }

    private void hold(Asked asked, Answered answer) {
        if (asked.path().contains("/data/") && !asked.method().equals("GET")) {
            writes.merge(asked.path(), 1, Integer::sum);
            written.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A process that waits for answers and was told to end. */
    private Process told(String signal) throws Exception {
        Process process = lockstep.start("apply", "--yes");
        assertTrue(written.await(1, TimeUnit.MINUTES), "nothing was sent");
        ProgramProcess.signal(process, signal);
        BufferedReader errors = process.errorReader();
        String line = errors.readLine();
        while (line != null && line.startsWith("SLF4J")) {
            line = errors.readLine();
        }
        assertTrue(line != null && line.contains("second signal"), line);
        return process;
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void whatIsInFlightIsFinishedAndTheNextApplyDoesTheRest(String signal, int code) throws Exception {
        Process process = told(signal);
        answered.countDown();

        Ended ended = ProgramProcess.ended(process);

        assertEquals(code, ended.code(), ended.errors());
        assertTrue(writes.size() < SECRETS, "all were sent");
        assertEquals(writes.size(), rows(ended, "Created"), ended.out());
        assertEquals(SECRETS - writes.size(), rows(ended, "Not tried"), ended.out());
        assertEquals(writes.size(), created());
        assertTheRestIsDoneAndNothingTwice();
    }

    @Test
    void aSecondSignalEndsItAtOnceAndWhatWasSentIsFoundOut() throws Exception {
        Process process = told("INT");
        ProgramProcess.signal(process, "INT");

        assertEquals(ExitCode.INTERRUPTED.number(), process.waitFor());

        answered.countDown();
        assertEquals(0, created());
        assertTheRestIsDoneAndNothingTwice();
    }

    private static long rows(Ended ended, String result) {
        return ended.out()
                .lines()
                .filter(line -> line.matches("  KEY_\\d+ +" + result + ".*"))
                .count();
    }

    /** Of how many the vault says that they were made there. */
    private long created() throws Exception {
        ground.reopen();
        return ground.vault().audit().page(1, 10 * SECRETS).entries().stream()
                .map(AuditEntry::event)
                .filter(AuditEvent.SYNC_CREATED::equals)
                .count();
    }

    /** Long after, since what was just sent may still arrive. */
    private void assertTheRestIsDoneAndNothingTwice() throws Exception {
        ground.pass(Duration.ofDays(3650));
        try (VaultCommands later = new VaultCommands(ground.file(), ground.clock())) {
            VaultCommands.Ended rest = later.run("apply", "--yes");

            assertEquals(0, rest.code(), rest.out() + rest.errors());
            assertEquals(SECRETS, writes.size());
            assertEquals(
                    List.of(),
                    writes.values().stream().filter(times -> times > 1).toList());
            assertEquals(0, later.run("plan").code());
        }
    }
}
