package dev.lockstep.remote.hooks;

import dev.lockstep.remote.RemoteException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Catches everything that is logged, at the finest level. */
public final class LogTrap extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler[] others = root.getHandlers();
    private final ConcurrentLinkedQueue<String> caught = new ConcurrentLinkedQueue<>();

    public LogTrap() {
        setLevel(Level.ALL);
        for (Handler other : others) {
            root.removeHandler(other);
        }
        root.setLevel(Level.FINEST);
        root.addHandler(this);
        Logger.getLogger("dev.lockstep.trap").finest("set");
    }

    @Override
    public void publish(LogRecord logged) {
        caught.add(logged.getMessage()
                + Arrays.toString(logged.getParameters())
                + (logged.getThrown() == null ? "" : text(List.of(logged.getThrown()))));
    }

    public int count() {
        return caught.size();
    }

    public String text() {
        return String.join("\n", caught);
    }

    /** All that exceptions tell. */
    public static String text(List<? extends Throwable> thrown) {
        StringWriter out = new StringWriter();
        thrown.forEach(one -> {
            one.printStackTrace(new PrintWriter(out, true));
            if (one instanceof RemoteException told) {
                out.append(told.trouble().toString());
            }
        });
        return out.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        for (Handler other : others) {
            root.addHandler(other);
        }
    }
}
