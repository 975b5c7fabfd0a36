package dev.lockstep.transfer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.csv.CsvFormat;
import dev.lockstep.transfer.dotenv.DotenvFormat;
import dev.lockstep.transfer.export.ExportFormat.Detail;
import dev.lockstep.transfer.export.Refusal.Reason;
import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.transfer.formats.Formats;
import dev.lockstep.transfer.json.JsonFile;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As much as is read of a format is written of it, and what is more is refused before with the reason. */
class RoomTest {
    private static final SecretCollection COLLECTION =
            new SecretCollection(new CollectionId(new RowId(1, 2)), "Personal", "", NamingRules.FREE.id());

    @TempDir
    private Path folder;

    private final Passphrase passphrase = TestVaults.passphrase("a passphrase for a friend");
    private final List<SecretValue> values = new ArrayList<>();

    @AfterEach
    void close() {
        passphrase.close();
        values.forEach(SecretValue::close);
    }

    private SecretValue value(byte... bytes) {
        SecretValue value = SecretValue.copyOf(bytes);
        values.add(value);
        return value;
    }

    private SecretValue value(char letter, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) letter);
        return value(bytes);
    }

    private static ExportItem item(String name, SecretValue value) {
        return new ExportItem(COLLECTION, SecretDetails.named(COLLECTION.id(), name), value);
    }

    private Path written(ExportFormat format, List<ExportItem> items) throws Exception {
        Path file = folder.resolve("written" + format.ending());
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            format.write(new Items(items), out, ExportOptions.sealedWith(passphrase, TestVaults.CHEAP));
        }
        return file;
    }

    private void assertRead(ExportFormat format, Path file, List<ExportItem> items) throws Exception {
        try (ImportSource source =
                Formats.of(format.id()).orElseThrow().read(file, ImportOptions.password(passphrase), Progress.UNTOLD)) {
            assertEquals(
                    List.of(),
                    source.problems().stream()
                            .map(ImportProblem::kind)
                            .filter(kind -> kind != ImportProblem.Kind.NOT_TEXT)
                            .toList());
            assertEquals(items.size(), source.entries().size());
            for (int i = 0; i < items.size(); i++) {
                ExportItem item = items.get(i);
                var entry = source.entries().get(i);
                assertEquals(item.name(), entry.name());
                assertTrue(item.value().sameAs(entry.value()), item.name());
                if (format.keeps().contains(Detail.DESCRIPTION)) {
                    assertEquals(item.details().description(), entry.extras().description());
                    assertEquals(item.details().tags(), entry.extras().tags());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "dotenv"})
    void asManySecretsAreWrittenAsAreRead(String id) throws Exception {
        count(id);
    }

    @Test
    @Tag("proof")
    void asManySecretsOfABundleAreWrittenAsAreRead() throws Exception {
        count("bundle");
    }

    private void count(String id) throws Exception {
        ExportFormat format = ExportFormats.of(id).orElseThrow();
        SecretValue small = value((byte) 'v');
        List<ExportItem> items = IntStream.range(0, Gathering.MAX_ENTRIES)
                .mapToObj(i -> item("KEY_%06d".formatted(i), small))
                .toList();
        Screening screening = format.screening();
        assertTrue(items.stream().allMatch(item -> screening.look(item).isEmpty()));
        assertEquals(Optional.of(Reason.NO_ROOM), screening.look(item("ONE_MORE", small)));
        assertRead(format, written(format, items), items);
    }

    @Test
    void asManyBytesAreWrittenAsAreRead() throws Exception {
        fill("dotenv", DotenvFormat.MAX_SIZE, "x");
    }

    @Test
    @Tag("proof")
    void asManyBytesOfLargeFilesAreWrittenAsAreRead() throws Exception {
        fill("csv", CsvFormat.MAX_SIZE, "x");
        fill("json", JsonFile.MAX_SIZE, "\u0001x");
    }

    /** Fills a file to its last byte: with the largest values of one letter after the other, and one of as many bytes as are left. */
    private void fill(String id, int most, String letters) throws Exception {
        ExportFormat format = ExportFormats.of(id).orElseThrow();
        Screening screening = format.screening();
        List<ExportItem> items = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            SecretValue large = value(letter, SecretValue.MAX_SIZE);
            ExportItem next = item(name(letter, 0), large);
            for (int i = 1; screening.look(next).isEmpty(); i++) {
                items.add(next);
                next = item(name(letter, i), large);
            }
        }
        int left = (int) (most - size(format, items) - around(format));
        assertEquals(Optional.of(Reason.NO_ROOM), screening.look(item("MORE", value('x', left + 1))));
        ExportItem last = item("LAST", value('x', left));
        assertEquals(Optional.empty(), screening.look(last));
        items.add(last);
        assertEquals(most, size(format, items));
        assertRead(format, written(format, items), items);
    }

    private static String name(char letter, int number) {
        return "KEY_%d_%03d".formatted((int) letter, number);
    }

    /** How many bytes a secret takes besides those of its value. */
    private long around(ExportFormat format) throws Exception {
        ExportItem one = item("LAST", value('x', 1));
        ExportItem two = item("MORE", value('x', 1));
        return size(format, List.of(one, two)) - size(format, List.of(one)) - 1;
    }

    private long size(ExportFormat format, List<ExportItem> items) throws Exception {
        Path file = written(format, items);
        long size = Files.size(file);
        Files.delete(file);
        return size;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "json", "csv", "dotenv"})
    void theLongestOfEverythingIsReadAgain(String id) throws Exception {
        ExportFormat format = ExportFormats.of(id).orElseThrow();
        byte[] random = new byte[SecretValue.MAX_SIZE];
        new Random(5).nextBytes(random);
        List<String> tags = IntStream.range(0, SecretDetails.MAX_TAGS)
                .mapToObj(i -> "%02d".formatted(i) + "\u9375".repeat(SecretDetails.MAX_TAG - 2))
                .toList();
        List<ExportItem> items = new ArrayList<>(List.of(item("RANDOM", value(random))));
        for (char letter : "x\u0001'\"\\=\n\r,$".toCharArray()) {
            items.add(item(name(letter, 0), value(letter, SecretValue.MAX_SIZE)));
        }
        items.add(new ExportItem(
                COLLECTION,
                SecretDetails.named(COLLECTION.id(), "N".repeat(SecretDetails.MAX_NAME))
                        .withDescription("\u9375".repeat(SecretDetails.MAX_DESCRIPTION))
                        .withTags(tags),
                value('v', 1)));
        Screening screening = format.screening();
        items.removeIf(item -> screening.look(item).isPresent());
        assertTrue(items.size() >= 11, items.size() + " written");
        items.sort(Comparator.comparing(ExportItem::name));
        assertRead(format, written(format, items), items);
    }
}
