package dev.lockstep.app;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.cli.Programs;
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

/**
 * Runs another program as a child and waits for it. A signal that ends this program, SIGINT, SIGTERM or SIGHUP, has the child asked to end by SIGTERM
 * and waited for; what it says and its exit code are passed on even then. The Java runtime hands variables on as text, so that values are in the
 * heap for that moment; only those are taken that arrive as they are in the encoding of the locale.
 */
final class WatchedPrograms implements Programs {
    private static final int CHUNK = 8192;
    private static final int NO_SUCH_PROGRAM = 2;
    private static final int NOT_ALLOWED = 13;
    private static final int TOO_LARGE = 7;

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
    public int run(Start start) throws NotStartedException, InterruptedException {
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

    /** The number of the error is in the message alone. */
    private static NotStartedException notStarted(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("error=" + NO_SUCH_PROGRAM + ",") || message.contains("error=3,")) {
            return new NotStartedException(NotStartedException.Reason.NOT_FOUND);
        }
        if (message.contains("error=" + NOT_ALLOWED + ",") || message.contains("error=5,")) {
            return new NotStartedException(NotStartedException.Reason.NOT_ALLOWED);
        }
        return message.contains("error=" + TOO_LARGE + ",") || message.contains("error=206,")
                ? new NotStartedException(NotStartedException.Reason.TOO_LARGE)
                : new NotStartedException(e);
    }

    private int follow(Process child, Start start) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> said = start.mask()
                    .map(mask -> CompletableFuture.allOf(
                            CompletableFuture.runAsync(
                                    () -> pass(child.getInputStream(), mask, FileDescriptor.out), threads),
                            CompletableFuture.runAsync(
                                    () -> pass(child.getErrorStream(), mask, FileDescriptor.err), threads)))
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
            Thread atExit = Thread.ofPlatform().unstarted(() -> endWith(child, said));
            Runtime.getRuntime().addShutdownHook(atExit);
            int code = child.waitFor();
            said.join();
            return code;
        }
    }

    /** Ends this process with the child's exit code. */
    private static void endWith(Process child, CompletableFuture<Void> said) {
        if (child.isAlive()) {
            child.destroy();
            int code = child.onExit().join().exitValue();
            said.join();
            Runtime.getRuntime().halt(code);
        }
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
