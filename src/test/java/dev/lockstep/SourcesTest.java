package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the source files as files. */
class SourcesTest {
    private static final int MAX_LINES = 300;

    @Test
    void noFileIsTooLongToBeReadInOneGo() throws IOException {
        List<String> tooLong = Sources.all().stream()
                .filter(source -> source.text().lines().count() > MAX_LINES)
                .map(source -> source.file().toString())
                .toList();

        assertEquals(List.of(), tooLong, "split these classes by what they know, not by length");
    }

    @Test
    void nothingIsLeftToDo() throws IOException {
        List<String> unfinished = Sources.all().stream()
                .filter(source -> source.text().matches("(?s).*\\b(TODO|FIXME|XXX)\\b.*"))
                .map(source -> source.file().toString())
                .toList();

        assertEquals(List.of(), unfinished, "do it, or open an issue");
    }
}
