package dev.lockstep.app;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.cli.Programs;
import dev.lockstep.cli.Programs.NotStartedException.Reason;
import dev.lockstep.use.Mask;
import dev.lockstep.use.Masking;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs another program as a child and waits for it. A signal that ends this program, SIGINT, SIGTERM or SIGHUP, has the child asked to end by SIGTERM
 * and waited for; what it says and its exit code are passed on even then. The Java runtime hands variables on as text, so that values are in the
 * heap for that moment; only those are taken that arrive as they are in the encoding of the locale.
 */
final class WatchedPrograms implements Programs {
    private static final int CHUNK = 8192;
    private static final Pattern ERROR = Pattern.compile("error[=:] ?([0-9]+)");

    private final boolean windows;
    private final Charset charset;

    /** @param charset in which the system's variables are */
    WatchedPrograms(OperatingSystem system, Charset charset) {
        this.windows = system == OperatingSystem.WINDOWS;
        this.charset = windows ? StandardCharsets.UTF_8 : charset;
    }

    /** In the encoding that the Java runtime uses for variables. */
    static WatchedPrograms of(OperatingSystem system, String encoding) {
        return new WatchedPrograms(system, encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding));
    }

    @Override
    public boolean caseless() {
        return windows;
    }

    @Override
    public boolean takes(SecretValue value, boolean masked) {
        return value.use(bytes -> {
            CharBuffer text = null;
            try {
                text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            } finally {
                if (text != null) {
                    Arrays.fill(text.array(), '\0');
                }
            }
        });
    }

    @Override
    public int run(Start start) throws NotStartedException {
        ProcessBuilder builder = new ProcessBuilder(start.command());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(start::drops);
        start.variables()
                .forEach((name, value) -> environment.put(name, value.use(bytes -> new String(bytes, charset))));
        builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
        if (start.mask().isEmpty()) {
            builder.inheritIO();
        }
        try {
            Process child = builder.start();
            environment.clear();
            return follow(child, start);
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    /** The number of the error, of POSIX or of Windows, is in the message alone. */
    private static NotStartedException notStarted(IOException e) {
        Matcher error = ERROR.matcher(String.valueOf(e.getMessage()));
        int number = error.find() ? Integer.parseInt(error.group(1)) : 0;
        return switch (number) {
            case 2, 3, 20 -> new NotStartedException(Reason.NOT_FOUND);
            case 5, 13 -> new NotStartedException(Reason.NOT_ALLOWED);
            case 7, 206 -> new NotStartedException(Reason.TOO_LARGE);
            default -> new NotStartedException(e);
        };
    }

    private static int follow(Process child, Start start) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> said = start.mask()
                    .map(mask -> CompletableFuture.allOf(
                            CompletableFuture.runAsync(
                                    () -> pass(child.getInputStream(), mask, FileDescriptor.out), threads),
                            CompletableFuture.runAsync(
                                    () -> pass(child.getErrorStream(), mask, FileDescriptor.err), threads)))
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
            Thread atSignal = Thread.ofPlatform().unstarted(() -> endWith(child, said));
            Runtime.getRuntime().addShutdownHook(atSignal);
            int code = end(child);
            said.join();
            release(atSignal);
            return code;
        }
    }

    /** Waits, whatever happens, without closing the pipes as {@link Process#destroy} would: a signal has interrupted us when the child is asked to end. */
    private static int end(Process child) {
        try {
            return child.waitFor();
        } catch (InterruptedException e) {
            child.toHandle().destroy();
            return child.onExit().join().exitValue();
        }
    }

    private static void release(Thread atSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(atSignal);
        } catch (IllegalStateException e) {
            // A signal came, and the hook ends the process.
        }
    }

    /** Ends this process with the child's exit code, which is the only way to do that after a signal. */
    private static void endWith(Process child, CompletableFuture<Void> said) {
        child.toHandle().destroy();
        int code = child.onExit().join().exitValue();
        said.join();
        Runtime.getRuntime().halt(code);
    }

    private static void pass(InputStream from, Mask mask, FileDescriptor to) {
        byte[] chunk = new byte[CHUNK];
        Masking masking = mask.begin();
        FileOutputStream out = new FileOutputStream(to);
        try {
            for (int size = from.read(chunk); size >= 0; size = from.read(chunk)) {
                masking.take(chunk, size, out);
            }
            masking.end(out);
        } catch (IOException e) {
            // Nobody reads any more: closing our end lets the child know.
            close(from);
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It is given up all the same.
        }
    }
}
