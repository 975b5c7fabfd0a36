package dev.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The source files of the program, as text. */
final class Sources {
    private static final Path ROOT = Path.of("src/main/java");
    private static final Pattern STRING_OR_COMMENT = Pattern.compile(
            "(\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+')|/\\*[\\s\\S]*?\\*/|//[^\\n]*");

    private Sources() {}

    /**
     * One file.
     *
     * @param text as it stands there
     */
    record Source(Path file, String text) {
        /** The text without its comments. */
        String code() {
            return STRING_OR_COMMENT
                    .matcher(text)
                    .replaceAll(found ->
                            found.group(1) == null ? "" : java.util.regex.Matcher.quoteReplacement(found.group(1)));
        }
    }

    static List<Source> all() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Sources::read)
                    .toList();
        }
    }

    private static Source read(Path file) {
        try {
            return new Source(ROOT.relativize(file), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
