package dev.lockstep.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What may be told about a failure: the classes of the exception and its causes, and where in the code each arose. No message, no data. */
final class Trace {
    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 100;
    private static final int TELLING_FRAMES = 5;
    private static final String OWN = "dev.lockstep.";

    private final List<Throwable> chain;

    Trace(Throwable failure) {
        chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
    }

    /**
     * A short name for this kind of failure, the same on every computer that runs this version: {@code LS-} and eight hexadecimal digits,
     * from the class of the innermost cause and the methods of this program it passed through.
     */
    String code() {
        Throwable innermost = chain.getLast();
        CRC32 digest = new CRC32();
        digest.update(name(innermost).getBytes(StandardCharsets.UTF_8));
        for (StackTraceElement frame : telling(innermost)) {
            digest.update((frame.getClassName() + "." + frame.getMethodName()).getBytes(StandardCharsets.UTF_8));
        }
        return String.format(Locale.ROOT, "LS-%08X", digest.getValue());
    }

    /** The classes and frames, one per line. */
    String text() {
        List<String> lines = new ArrayList<>();
        for (Throwable failure : chain) {
            lines.add(name(failure));
            Stream.of(failure.getStackTrace()).limit(MAX_FRAMES).forEach(frame -> lines.add("    " + where(frame)));
        }
        return lines.stream().collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    private static List<StackTraceElement> telling(Throwable failure) {
        List<StackTraceElement> frames = List.of(failure.getStackTrace());
        List<StackTraceElement> own = frames.stream()
                .filter(frame -> frame.getClassName().startsWith(OWN))
                .limit(TELLING_FRAMES)
                .toList();
        return own.isEmpty() ? frames.stream().limit(TELLING_FRAMES).toList() : own;
    }

    private static String where(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    /** Classes made at run time carry an address behind a slash, different in every run. */
    private static String name(Throwable failure) {
        String name = failure.getClass().getName();
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
