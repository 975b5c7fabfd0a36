package dev.lockstep.transfer.dotenv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file with every awkward case; what it means was written down by hand. */
class AwkwardEnvTest {
    private static Path file() throws Exception {
        return Path.of(AwkwardEnvTest.class.getResource("awkward.env").toURI());
    }

    private record Expected(int line, String name, byte[] value) {}

    private static Expected text(int line, String name, String value) {
        return new Expected(line, name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Expected> expected() {
        return List.of(
                text(4, "STRIPE_API_KEY", "fake-payments-key-4eC39HqLyjWD"),
                text(5, "STRIPE_WEBHOOK_SECRET", "fake-signing-secret"),
                text(6, "TAB_EXPORT", "tabbed"),
                text(7, "PADDED", "two words"),
                text(8, "EMPTY", ""),
                text(9, "EMPTY_DOUBLE", ""),
                text(10, "EMPTY_SINGLE", ""),
                text(11, "EMPTY_COMMENT", ""),
                text(12, "HASH_INSIDE", "ab#cd"),
                text(13, "HASH_FIRST", "#notacomment"),
                text(14, "TRAILING", "value"),
                text(15, "HASH_QUOTED", "a # b"),
                text(16, "HASH_SINGLE", "a # b"),
                text(17, "SPACES_KEPT", "  two leading, one trailing "),
                text(18, "SINGLE_LITERAL", "no\\nescape \"here\" $HOME"),
                text(19, "DOUBLE_ESCAPES", "a\nb\rc\td\\e\"f$g\\qh"),
                text(20, "BACKTICK", "both 'single' and \"double\""),
                text(
                        21,
                        "PEM",
                        "-----BEGIN FAKE KEY-----\nMIIBfakefakefakefake+/==\n\n# not a comment\n-----END FAKE KEY-----"),
                text(26, "SINGLE_LINES", "first\r\nsecond"),
                text(28, "BACKTICK_LINES", "one\n  two"),
                text(30, "JSON", "{\"a\": \"b\", \"c\": [1, 2]}"),
                text(31, "EQUALS", "YWJj=ZGVm=="),
                text(32, "DATABASE_URL", "postgres://user:p%40ss@localhost:5432/app?ssl=true#frag"),
                text(33, "REFERENCE", "${STRIPE_API_KEY}/suffix"),
                text(34, "REFERENCE_DOUBLE", "x$HOME"),
                text(35, "DOLLAR_ESCAPED", "cost $HOME"),
                text(36, "BACKSLASH", "C:\\new\\table"),
                text(37, "QUOTE_INSIDE", "it's \"fine\""),
                text(38, "UNICODE", "gr\u00fc\u00dfe-\u043a\u043b\u044e\u0447-\u9375-\ud83d\ude00"),
                new Expected(39, "LATIN1", new byte[] {'c', 'a', 'f', (byte) 0xe9}),
                text(40, "NUL_INSIDE", "a\0b"),
                text(41, "INVISIBLE", "\u200bzero\u00a0width"),
                text(42, "lower.case-name/with", "separators"),
                text(43, "2FA_KEY", "JBSWY3DPEHPK3PXP"),
                text(44, "\u041a\u041b\u042e\u0427", "cyrillic name"),
                text(53, "CR_ENDED", "old mac"),
                text(54, "LONG", "0123456789abcdef".repeat(256)),
                text(55, "DUPLICATE", "third"),
                text(57, "NEWLINE_AT_END", "kept\n"),
                text(58, "LAST", "no line end"));
    }

    @Test
    void everyEntryComesOutByteForByteAndInOrder() throws Exception {
        try (ImportSource source = DotenvFormat.read(file())) {
            assertEquals(40, source.entries().size());
            for (int i = 0; i < 40; i++) {
                Expected expected = expected().get(i);
                ImportEntry found = source.entries().get(i);
                assertEquals(expected.name(), found.name());
                assertEquals(expected.line(), found.place().line(), found.name());
                byte[] value = found.value().use(byte[]::clone);
                assertArrayEquals(expected.value(), value, found.name());
            }
        }
    }

    @Test
    void everyProblemIsToldWithItsLine() throws Exception {
        try (ImportSource source = DotenvFormat.read(file())) {
            assertEquals(
                    List.of(
                            ImportProblem.at(33, Kind.INTERPOLATION, Optional.of("REFERENCE")),
                            ImportProblem.at(34, Kind.INTERPOLATION, Optional.of("REFERENCE_DOUBLE")),
                            ImportProblem.at(39, Kind.NOT_TEXT, Optional.of("LATIN1")),
                            ImportProblem.at(45, Kind.OVERRIDDEN, Optional.of("DUPLICATE")),
                            ImportProblem.at(46, Kind.NO_EQUALS_SIGN, Optional.empty()),
                            ImportProblem.at(47, Kind.EMPTY_NAME, Optional.empty()),
                            ImportProblem.at(48, Kind.BAD_NAME, Optional.empty()),
                            ImportProblem.at(49, Kind.BAD_NAME, Optional.empty()),
                            ImportProblem.at(50, Kind.TEXT_AFTER_QUOTE, Optional.of("AFTER_QUOTE")),
                            ImportProblem.at(51, Kind.OVERRIDDEN, Optional.of("DUPLICATE")),
                            ImportProblem.at(55, Kind.DUPLICATE, Optional.of("DUPLICATE")),
                            ImportProblem.at(56, Kind.UNTERMINATED_QUOTE, Optional.of("UNTERMINATED"))),
                    source.problems());
        }
    }

    @Test
    void commentsBecomeDescriptionsButRetiredAssignmentsDoNot() throws Exception {
        try (ImportSource source = DotenvFormat.read(file())) {
            List<String> descriptions = new ArrayList<>();
            for (ImportEntry entry : source.entries()) {
                if (!entry.extras().description().isEmpty()) {
                    descriptions.add(entry.name() + ": " + entry.extras().description());
                }
            }
            assertEquals(
                    List.of(
                            "STRIPE_API_KEY: Payments",
                            "EMPTY_COMMENT: nothing here",
                            "TRAILING: rotated in May",
                            "HASH_QUOTED: real comment",
                            "HASH_SINGLE: tight comment"),
                    descriptions);
        }
    }

    @Test
    void closingTheSourceWipesEveryValue() throws Exception {
        ImportSource source = DotenvFormat.read(file());
        source.close();
        for (ImportEntry entry : source.entries()) {
            assertThrows(IllegalStateException.class, () -> entry.value().use(byte[]::clone));
        }
    }
}
