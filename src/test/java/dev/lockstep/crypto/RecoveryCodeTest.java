package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    /** Worked out from the words of the format, in another language. */
    private static final String CODE = "SAAB-REZ3-QXRM-C4Y4-ZG64-CZ28-EJV0-Q3E1-VF07-DCBT-SPJH-GDY5-187B-ARFT";

    private static final String KEY = "ca94bc3be3bf714613c4fc0c467c4874b60b8dc1dbc076b17acda51837c50a0e";

    private static String decoded(String text) throws VaultException {
        try (SecretValue typed = SecretValue.copyOf(text.getBytes(StandardCharsets.ISO_8859_1))) {
            return HexFormat.of().formatHex(RecoveryCode.decode(typed));
        }
    }

    @Test
    void aCodeStandsForTheKeyThatAnotherProgramFindsInIt() throws Exception {
        assertEquals(KEY, decoded(CODE));
        try (SecretValue made = RecoveryCode.generate(new StuckRandom())) {
            String sevens = "0W3G-E1R7-".repeat(6) + "0W3P-ASV9";
            assertEquals(sevens, made.use(text -> new String(text, StandardCharsets.US_ASCII)));
            assertEquals("07".repeat(32), decoded(sevens));
        }
    }

    @Test
    void itMayBeTypedInSmallLettersWithLettersThatLookLikeDigitsAndInAnyGroups() throws Exception {
        for (String typed : List.of(
                CODE.toLowerCase(Locale.ROOT),
                CODE.replace('0', 'O').replace('1', 'I'),
                CODE.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l'),
                CODE.replace("-", ""),
                CODE.replace('-', '\t') + "\r\n",
                " -" + CODE.replace("-", " - ") + "- ")) {
            assertEquals(KEY, decoded(typed), typed);
        }
    }

    @Test
    void whatIsNoCharacterOfACodeIsMistyped() {
        for (int code = 0; code < 256; code++) {
            char character = (char) code;
            boolean allowed = "0123456789ABCDEFGHJKMNPQRSTVWXYZOIL- \t\r\n".indexOf(character) >= 0
                    || (character >= 'a' && character <= 'z' && character != 'u');
            if (!allowed) {
                assertMistyped(character + CODE);
                assertMistyped(character + CODE.substring(1));
            }
        }
        assertMistyped(CODE + "0");
        assertMistyped(CODE.substring(1));
        assertMistyped("");
    }

    private static void assertMistyped(String text) {
        VaultException refused = assertThrows(VaultException.class, () -> decoded(text), text);
        assertEquals(new Failure.RecoveryCodeMistyped(), refused.failure());
    }
}
