package dev.lockstep.transfer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPreviewTest {
    @TempDir
    private Path folder;

    private CsvPreview preview(String table, Optional<Boolean> heading) throws Exception {
        return CsvPreview.of(Files.writeString(folder.resolve("a.csv"), table), heading);
    }

    @Test
    void aKnownHeadingIsShown() throws Exception {
        assertEquals(
                new CsvPreview(true, List.of("Name", "Value"), 2), preview("Name,Value\nA,1\nB,2", Optional.empty()));
    }

    @Test
    void aFirstRowThatMayBeValuesIsDotsUntilSomebodySaysThatItIsAHeading() throws Exception {
        String table = "hunter2,sw\u00f6rdfish-and-more,\nfoo,bar,\n";
        assertEquals(new CsvPreview(false, List.of(".......", "........", ""), 2), preview(table, Optional.empty()));
        assertEquals(
                new CsvPreview(true, List.of("hunter2", "sw\u00f6rdfish-and-more", ""), 1),
                preview(table, Optional.of(true)));
        assertEquals(
                new CsvPreview(false, List.of("....", "....."), 2), preview("Name,Value\nA,1", Optional.of(false)));
    }

    @Test
    void anEmptyFileHasNoColumns() throws Exception {
        assertEquals(new CsvPreview(false, List.of(), 0), preview("", Optional.empty()));
    }
}
