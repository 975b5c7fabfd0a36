package dev.lockstep.transfer.dotenv;

import dev.lockstep.transfer.ImportProblem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what stands before the equals sign. What does not look like a name may be a piece of a secret and is not made a {@code String}. */
final class DotenvNames {
    static final int MAX_NAME = 255;
    private static final String EXPORT = "export";

    private final DotenvText text;

    DotenvNames(DotenvText text) {
        this.text = text;
    }

    /** A name, or why there is none. */
    record Read(@Nullable String name, @Nullable Kind problem) {
        static Read lost(Kind problem) {
            return new Read(null, problem);
        }
    }

    Read read(int lineStart, int equals) {
        int from = afterExport(text.skipBlanks(lineStart, equals), equals);
        int to = text.trimBlanks(from, equals);
        if (from == to) {
            return Read.lost(Kind.EMPTY_NAME);
        }
        if (to - from > 3 * MAX_NAME) {
            return Read.lost(Kind.NAME_TOO_LONG);
        }
        for (int i = from; i < to; i++) {
            if (!mayBeInName(text.at(i))) {
                return Read.lost(Kind.BAD_NAME);
            }
        }
        return decode(text.copy(from, to));
    }

    private int afterExport(int from, int to) {
        if (text.startsWith(EXPORT, from) && DotenvText.isBlank(text.at(from + EXPORT.length()))) {
            int name = text.skipBlanks(from + EXPORT.length(), to);
            return name < to ? name : from;
        }
        return from;
    }

    private static boolean mayBeInName(int unit) {
        return switch (unit) {
            case '_', '.', '-', '/' -> true;
            default ->
                (unit >= 'a' && unit <= 'z')
                        || (unit >= 'A' && unit <= 'Z')
                        || (unit >= '0' && unit <= '9')
                        || unit >= 0x80;
        };
    }

    private static Read decode(byte[] utf8) {
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return name.length() > MAX_NAME ? Read.lost(Kind.NAME_TOO_LONG) : new Read(name, null);
        } catch (CharacterCodingException e) {
            return Read.lost(Kind.BAD_NAME);
        }
    }
}
