package dev.lockstep.transfer.json;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import java.lang.foreign.MemorySegment;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads example files, and texts. */
final class Reading {
    private Reading() {}

    static Path file(String name) throws URISyntaxException {
        return Path.of(Reading.class.getResource(name).toURI());
    }

    static ImportSource file(ImportFormat format, String name) throws Exception {
        return format.read(file(name), ImportOptions.NONE, Progress.UNTOLD);
    }

    static ImportSource text(String text) throws ImportException, InterruptedException {
        return bytes(text.getBytes(StandardCharsets.UTF_8), JsonFormat::read);
    }

    static ImportSource bytes(byte[] bytes, JsonFile.Content content) throws ImportException, InterruptedException {
        return JsonFile.read(MemorySegment.ofArray(bytes), Progress.UNTOLD, content);
    }
}
