package dev.lockstep.transfer.onepassword;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.transfer.ImportException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An archive of 1Password, and the JSON inside it: an answer or a refusal by name. */
public final class PuxFuzz implements FuzzTarget {
    /** What a stream of unpacked bytes, its decoder and the parser take to begin with. */
    private static final long BUFFERS = 1 << 20;

    private final List<byte[]> seeds;
    private final Reading reading;

    private PuxFuzz(List<byte[]> seeds, Reading reading) {
        this.seeds = seeds;
        this.reading = reading;
    }

    private interface Reading {
        void read(byte[] input) throws Exception;
    }

    /** The whole archive. */
    public static PuxFuzz archive() throws Exception {
        Path file = Files.createTempFile("lockstep-fuzz", ".1pux");
        file.toFile().deleteOnExit();
        byte[] small = Files.readAllBytes(Archives.write(file, Map.of("files/a__b", "c")));
        return new PuxFuzz(List.of(Archives.example(), small), input -> Archives.read(Files.write(file, input)));
    }

    /** {@code export.data}. */
    public static PuxFuzz data() throws Exception {
        byte[] nothing = Archives.NOTHING.getBytes(StandardCharsets.US_ASCII);
        return new PuxFuzz(List.of(Archives.unpacked(Archives.DATA), nothing), Archives::data);
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public void accept(byte[] input) throws Exception {
        try {
            reading.read(input);
        } catch (ImportException e) {
            assertTrue(e.getCause() == null || e.reason() == ImportException.Reason.UNREADABLE);
        }
    }

    @Override
    public long mostMemory(int inputSize) {
        return BUFFERS + 1024L * inputSize;
    }
}
