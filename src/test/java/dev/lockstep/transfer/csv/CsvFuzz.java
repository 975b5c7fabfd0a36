package dev.lockstep.transfer.csv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table: an answer or a refusal by name, whether the columns are said or not, and no more looks at a byte than a constant. */
public final class CsvFuzz implements FuzzTarget {
    private static final int LOOKS_PER_BYTE = 16;

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("keepassxc.csv", "bitwarden.csv", "onepassword.csv")) {
            try (InputStream file = CsvFuzz.class.getResourceAsStream(name)) {
                seeds.add(file.readAllBytes());
            }
        }
        seeds.add("lockstep_name,value,description,tags,rotate_by\r\n\"'=A\",\"'+1\",,\"a\nb\",2027-01-31\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        return seeds;
    }

    @Override
    public void accept(byte[] input) {
        check(MemorySegment.ofArray(input));
    }

    static void check(MemorySegment table) {
        read(new CsvRows(table), false);
        read(new CsvRows(table), true);
    }

    private static void read(CsvRows rows, boolean said) {
        try (ImportSource source =
                CsvReading.read(rows, said ? Optional.of(Tables.NAME_AND_VALUE) : Optional.empty(), Progress.UNTOLD)) {
            source.entries().forEach(entry -> assertTrue(entry.place().line() >= 1));
        } catch (ImportException e) {
            assertTrue(e.getCause() == null);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        long most = (long) LOOKS_PER_BYTE * rows.length() + 64;
        assertTrue(rows.reads() <= most, () -> rows.reads() + " looks at " + rows.length() + " bytes");
    }
}
