package dev.lockstep.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Inputs that long runs found to reach different code, one of them in a line, as base64. */
final class Corpus {
    private Corpus() {}

    static List<byte[]> of(String target) throws IOException {
        try (InputStream file = Corpus.class.getResourceAsStream(target + ".txt")) {
            if (file == null) {
                return List.of();
            }
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Base64.getDecoder()::decode)
                    .toList();
        }
    }
}
