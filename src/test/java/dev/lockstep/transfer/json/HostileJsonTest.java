package dev.lockstep.transfer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceWords;
import dev.lockstep.vault.Progress;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm, or came to harm. */
class HostileJsonTest {
    private static final Map<String, JsonFile.Content> EXAMPLES = Map.of(
            "flat.json", JsonFormat::read,
            "ours.json", JsonFormat::read,
            "vault-kv1.json", VaultKvFormat::read,
            "vault-kv2.json", VaultKvFormat::read,
            "doppler-download.json", DopplerFormat::read,
            "doppler-secrets.json", DopplerFormat::read,
            "infisical.json", InfisicalFormat::read);

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsCutOffAnywhereIsDamaged() throws Exception {
        for (Map.Entry<String, JsonFile.Content> example : EXAMPLES.entrySet()) {
            byte[] whole = Files.readAllBytes(Reading.file(example.getKey()));
            int end = new String(whole, StandardCharsets.ISO_8859_1)
                    .stripTrailing()
                    .length();
            for (int length = 0; length < end; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                ImportException refused = assertThrows(
                        ImportException.class,
                        () -> Reading.bytes(cut, example.getValue()).close());
                assertEquals(Reason.DAMAGED, refused.reason(), example.getKey() + " at " + length);
            }
        }
    }

    @Test
    void aFileWithAnythingInPlaceOfAByteIsReadOrRefusedByName() throws Exception {
        for (Map.Entry<String, JsonFile.Content> example : EXAMPLES.entrySet()) {
            byte[] whole = Files.readAllBytes(Reading.file(example.getKey()));
            for (int at = 0; at < whole.length; at++) {
                for (byte octet : new byte[] {0, '"', '}', ',', '\\', '1', (byte) 0xff, (byte) 0xc3}) {
                    byte[] changed = whole.clone();
                    changed[at] = octet;
                    try {
                        Reading.bytes(changed, example.getValue()).close();
                    } catch (ImportException e) {
                        assertTrue(e.getCause() == null, "nothing of the content goes along");
                    }
                }
            }
        }
    }

    @Test
    void ofAMillionNamesAHundredThousandAreTakenAndTheOthersCounted() throws Exception {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 1_000_000; i++) {
            many.append("\"K").append(i).append("\":\"v\",");
        }
        many.setCharAt(many.length() - 1, '}');
        try (ImportSource source = Reading.text(many.toString())) {
            assertEquals(Gathering.MAX_ENTRIES, source.entries().size());
            assertEquals(Gathering.MAX_PROBLEMS, source.problems().size());
            assertEquals(Kind.TOO_MANY_ENTRIES, source.problems().getFirst().kind());
            assertEquals(List.of("100000 VALUE SECRET", "900000 VALUE LEFT_OUT"), SourceWords.holdings(source));
        }
    }

    @Test
    void aTextOfAHundredMegabytesIsLeftOutAndWhatFollowsIsRead() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            byte[] begin = "{\"LARGE\":\"".getBytes(StandardCharsets.US_ASCII);
            byte[] end = "\",\"AFTER\":\"v\"}".getBytes(StandardCharsets.US_ASCII);
            int size = 100_000_000;
            MemorySegment file =
                    arena.allocate(begin.length + size + end.length).fill((byte) 'x');
            MemorySegment.copy(MemorySegment.ofArray(begin), 0, file, 0, begin.length);
            MemorySegment.copy(MemorySegment.ofArray(end), 0, file, (long) begin.length + size, end.length);
            try (ImportSource source = JsonFile.read(file, Progress.UNTOLD, JsonFormat::read)) {
                assertEquals(List.of("AFTER=v"), SourceWords.values(source));
                assertEquals(List.of("1 VALUE_TOO_LARGE LARGE"), SourceWords.problems(source));
            }
        }
    }

    @Test
    void oneNameAThousandTimesIsAThousandNames() throws Exception {
        try (ImportSource source = Reading.text("{" + "\"A\":\"v\",".repeat(999) + "\"A\":\"last\"}")) {
            assertEquals(1000, source.entries().size());
            assertEquals("A (1000)", source.entries().getLast().name());
            assertEquals(999, source.problems().size());
        }
    }

    @Test
    void groupsWithLongNamesCostNoMoreThanTheirBytes() throws Exception {
        String name = "n".repeat(30_000);
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            deep.append("{\"").append(name).append("\":");
        }
        deep.append("{").append("\"a\":1,".repeat(100_000)).append("\"a\":1}").append("}".repeat(60));
        try (ImportSource source = Reading.text(deep.toString())) {
            assertEquals(List.of(new Holding(Holding.Thing.VALUE, Holding.Fate.LEFT_OUT, 100_001)), source.holdings());
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws Exception {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(JsonFile.MAX_SIZE + 1L);
        }
        ImportFormat format = new JsonFormat();
        assertEquals(
                Reason.TOO_LARGE,
                assertThrows(ImportException.class, () -> format.read(file, ImportOptions.NONE, Progress.UNTOLD))
                        .reason());
    }

    @Test
    void anInterruptHalfwayEndsItAndOverwritesWhatWasRead() {
        byte[] many = ("{" + "\"A\":\"v\",".repeat(10_000) + "\"A\":\"v\"}").getBytes(StandardCharsets.US_ASCII);
        List<ImportEntry> read = new ArrayList<>();
        Progress halfway = (done, total) -> {
            if (2 * done > total) {
                Thread.currentThread().interrupt();
            }
        };
        JsonFile.Content watched = (walk, into) -> {
            try {
                JsonFormat.read(walk, into);
            } finally {
                into.finish().entries().forEach(entry -> {
                    read.add(entry);
                    into.add(Holding.Thing.VALUE, entry);
                });
            }
        };
        MemorySegment file = MemorySegment.ofArray(many);
        assertThrows(InterruptedException.class, () -> JsonFile.read(file, halfway, watched));
        assertTrue(read.size() > 4000 && read.size() < 8000, read.size() + " were read");
        assertFalse(Thread.currentThread().isInterrupted());
        for (ImportEntry entry : read) {
            assertThrows(IllegalStateException.class, () -> entry.value().exposed());
        }
    }
}
