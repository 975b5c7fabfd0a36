package dev.lockstep.practice;

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
import java.util.logging.SimpleFormatter;

/** Keeps everything that anything in this process logs, at the finest level, until it is closed. */
public final class LogTrap extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final ConcurrentLinkedQueue<String> records = new ConcurrentLinkedQueue<>();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Level before = ROOT.getLevel();
    private final List<Handler> silenced = List.of(ROOT.getHandlers());

    public LogTrap() {
        setLevel(Level.ALL);
        silenced.forEach(ROOT::removeHandler);
        ROOT.addHandler(this);
        ROOT.setLevel(Level.FINEST);
        Logger.getLogger("dev.lockstep.trap").finest("set");
    }

    /** All that exceptions tell. */
    public static String text(List<? extends Throwable> thrown) {
        StringWriter text = new StringWriter();
        thrown.forEach(one -> {
            one.printStackTrace(new PrintWriter(text, true));
            if (one instanceof RemoteException told) {
                text.append(told.trouble().toString());
            }
        });
        return text.toString();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(formatter.format(record) + Arrays.toString(record.getParameters()));
    }

    public int count() {
        return records.size();
    }

    /** Everything so far. */
    public String text() {
        return String.join("", records);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        silenced.forEach(ROOT::addHandler);
        ROOT.setLevel(before);
    }
}
