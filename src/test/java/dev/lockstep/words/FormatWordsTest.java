package dev.lockstep.words;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.transfer.formats.Formats;
import org.junit.jupiter.api.Test;

class FormatWordsTest {
    private static final int ONE_LINE = 100;

    @Test
    void everyFormatThatIsReadHasANameAndOneLineThatSaysWhatItIs() {
        assertAll(Formats.all().stream().map(format -> () -> {
            assertNotEquals(format.id(), FormatWords.name(format), "a name for people");
            line(format.id(), FormatWords.about(format));
        }));
    }

    @Test
    void everyFormatThatIsWrittenHasANameAndOneLineThatSaysWhatItIsFor() {
        assertAll(ExportFormats.all().stream().map(format -> () -> {
            assertNotEquals(format.id(), FormatWords.name(format), "a name for people");
            line(format.id(), FormatWords.about(format));
        }));
    }

    private static void line(String id, String about) {
        assertFalse(about.isEmpty(), id);
        assertTrue(about.length() <= ONE_LINE && about.endsWith("."), about);
    }
}
