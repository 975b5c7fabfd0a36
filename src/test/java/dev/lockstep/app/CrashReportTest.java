package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:11:12Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Path file;
    private CrashReport crashes;

    @BeforeEach
    void aReportThatWasNeverWritten() {
        file = folder.resolve("crashes.txt");
        crashes = new CrashReport(file, "0.1.0", CLOCK, told::add);
    }

    @Test
    void classesAndFramesAreWrittenButNoMessage() throws IOException {
        Exception failure = new IllegalStateException("sk_live_canary", new IOException("canary in the cause"));
        failure.addSuppressed(new RuntimeException("suppressed canary"));

        String code = crashes.report(failure);

        String text = Files.readString(file);
        assertTrue(text.startsWith(code + " | 2026-11-21T10:11:12Z | Lockstep 0.1.0 | Java "), text);
        assertTrue(text.contains("java.lang.IllegalStateException"), text);
        assertTrue(text.contains("java.io.IOException"), text);
        assertTrue(text.contains("dev.lockstep.app.CrashReportTest.classesAndFrames"), text);
        assertFalse(text.contains("canary"), text);
        assertEquals(List.of(code), told);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        crashes.report(new IllegalStateException());

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theSameFailureHasTheSameCodeAndAnotherPlaceAnotherCode() {
        assertEquals(new Trace(thrownHere("one")).code(), new Trace(thrownHere("two")).code());
        assertNotEquals(new Trace(thrownHere("one")).code(), new Trace(thrownThere()).code());
        assertTrue(new Trace(thrownThere()).code().matches("LS-[0-9A-F]{8}"));
    }

    private static Exception thrownHere(String message) {
        return new IllegalStateException(message);
    }

    private static Exception thrownThere() {
        return new IllegalStateException();
    }

    @Test
    void aFailureThatRepeatsIsWrittenAndToldOnce() throws IOException {
        for (int i = 0; i < 100; i++) {
            crashes.uncaughtException(Thread.currentThread(), thrownHere("again"));
        }

        assertEquals(1, told.size());
        assertEquals(1, Files.readString(file).split("LS-", -1).length - 1);
    }

    @Test
    void theNextRunAddsToTheFile() throws IOException {
        crashes.report(thrownHere("first run"));
        new CrashReport(file, "0.1.0", CLOCK, told::add).report(thrownHere("second run"));

        assertEquals(2, Files.readString(file).split("LS-", -1).length - 1);
    }

    @Test
    void aFileThatGrewTooLargeIsStartedAnew() throws IOException {
        Files.write(file, new byte[CrashReport.LIMIT + 1]);

        crashes.report(thrownHere("large"));

        assertTrue(Files.size(file) < 20_000);
        assertTrue(Files.readString(file).startsWith("LS-"));
    }

    @Test
    void aReportThatCannotBeWrittenStillTellsTheCode() throws IOException {
        Files.createDirectory(file);

        String code = crashes.report(thrownHere("nowhere"));

        assertEquals(List.of(code), told);
    }

    @Test
    void aSymbolicLinkInPlaceOfTheFileIsNotFollowed() throws IOException {
        Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);

        crashes.report(thrownHere("link"));

        assertEquals(0, Files.size(elsewhere));
    }

    @Test
    void causesThatGoInCirclesEnd() {
        Exception one = new IllegalStateException();
        Exception two = new IllegalArgumentException(one);
        one.initCause(two);

        assertTrue(new Trace(one).text().length() < 100_000);
    }
}
