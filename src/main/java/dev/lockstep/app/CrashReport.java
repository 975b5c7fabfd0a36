package dev.lockstep.app;

import dev.lockstep.settings.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The one file about unexpected failures, readable by its owner only. A report holds class names and stack frames; messages are left out,
 * since they may quote what was being worked on. Each kind of failure is reported once per run, known by its {@link Trace#code}.
 */
final class CrashReport implements Thread.UncaughtExceptionHandler {
    /** The size in bytes at which the file is started anew. */
    static final int LIMIT = 256 * 1024;

    private final Path file;
    private final String version;
    private final Clock clock;
    private final Consumer<String> told;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * @param file where reports are added; its folder exists
     * @param version of this program
     * @param told learns the code of each new kind of failure, on the thread that failed
     */
    CrashReport(Path file, String version, Clock clock, Consumer<String> told) {
        this.file = file;
        this.version = version;
        this.clock = clock;
        this.told = told;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        report(failure);
    }

    /**
     * Adds a failure to the file, unless this run reported its kind before. Never throws: a report that cannot be written is lost.
     *
     * @return the code of the failure
     */
    String report(Throwable failure) {
        Trace trace = new Trace(failure);
        if (known.add(trace.code())) {
            write(heading(trace) + trace.text() + System.lineSeparator());
            told.accept(trace.code());
        }
        return trace.code();
    }

    private String heading(Trace trace) {
        return String.join(
                        " | ",
                        trace.code(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "Lockstep " + version,
                        "Java " + Runtime.version(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                + System.lineSeparator();
    }

    private synchronized void write(String report) {
        try (FileChannel channel = OwnerOnly.append(file)) {
            if (channel.size() > LIMIT) {
                channel.truncate(0);
            }
            channel.write(ByteBuffer.wrap(report.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            // The code still reaches the user, and there is no better place to say more.
        }
    }
}
