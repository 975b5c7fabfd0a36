package dev.lockstep.practice;

import java.io.PrintWriter;
import java.io.StringWriter;
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
    }

    /** The text of an exception with all that it is made of. */
    public static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(formatter.format(record));
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
