package dev.lockstep.transfer.dotenv;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A {@code .env} file: an answer, no exception, and no more looks at a byte than a constant. */
public final class DotenvFuzz implements FuzzTarget {
    private static final int LOOKS_PER_BYTE = 16;

    @Override
    public List<byte[]> seeds() throws IOException {
        try (InputStream file = DotenvFuzz.class.getResourceAsStream("awkward.env")) {
            byte[] awkward = file.readAllBytes();
            return List.of(
                    awkward,
                    Arrays.copyOf(awkward, 300),
                    "export A='b' # c\r\nB=\"\\n\\\"\" \n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void accept(byte[] input) {
        check(input);
    }

    static void check(byte[] content) {
        DotenvText text = new DotenvText(MemorySegment.ofArray(content));
        try (ImportSource source = DotenvParser.parse(text)) {
            long most = (long) LOOKS_PER_BYTE * content.length + 64;
            assertTrue(text.reads() <= most, () -> text.reads() + " looks at " + content.length + " bytes");
            Set<String> names = new HashSet<>();
            int line = 0;
            for (ImportEntry entry : source.entries()) {
                assertTrue(names.add(entry.name()));
                assertTrue(entry.place().line() > line);
                line = entry.place().line();
                assertFalse(entry.name().isEmpty());
                assertTrue(entry.name().length() <= DotenvNames.MAX_NAME);
                assertTrue(entry.value().size() <= SecretValue.MAX_SIZE);
            }
            assertTrue(source.problems().stream()
                    .allMatch(problem -> problem.place().line() >= 1));
        }
    }
}
