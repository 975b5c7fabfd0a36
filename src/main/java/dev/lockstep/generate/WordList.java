package dev.lockstep.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/** The EFF's large word list, 7776 words in lower case, kept as the bytes of its file: a line is five dice, a tab and a word. */
final class WordList {
    static final int SIZE = 7776;
    private static final int WORD_AT = "11111\t".length();

    private WordList() {}

    /** Appends the word with an index from 0 to {@link #SIZE} - 1. */
    static void write(int index, ByteBuffer target) {
        int start = Loaded.LINES[index] + WORD_AT;
        int end = Loaded.LINES[index + 1] - 1;
        target.put(Loaded.FILE, start, end - start);
    }

    private static final class Loaded {
        private static final byte[] FILE = read();
        private static final int[] LINES = lines();

        private static byte[] read() {
            try (InputStream file =
                    Objects.requireNonNull(WordList.class.getResourceAsStream("eff_large_wordlist.txt"))) {
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int[] lines() {
            int[] starts = new int[SIZE + 1];
            int line = 0;
            for (int i = 0; i < FILE.length; i++) {
                if (FILE[i] == '\n') {
                    starts[++line] = i + 1;
                }
            }
            return starts;
        }
    }
}
