package dev.lockstep.cleartext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PassphraseTest {
    private static byte[] bytes(String typed) throws CharacterCodingException {
        try (SecretBuffer buffer = new SecretBuffer(Passphrase.MAX_LENGTH)) {
            assertTrue(buffer.insert(0, typed));
            try (Passphrase passphrase = Passphrase.of(buffer)) {
                return passphrase.use(byte[]::clone);
            }
        }
    }

    private static byte[] nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSamePasswordTypedOnAnotherKeyboardGivesTheSameBytes() throws Exception {
        assertArrayEquals("caf\u00e9".getBytes(StandardCharsets.UTF_8), bytes("cafe\u0301"));
        assertArrayEquals(bytes("Zu\u0308rich"), bytes("Z\u00fcrich"));
        assertArrayEquals(bytes("\u1112\u1161\u11ab"), bytes("\ud55c"));
        assertArrayEquals(bytes("\u30ab\u3099"), bytes("\u30ac"));
        assertArrayEquals("\u00c5".getBytes(StandardCharsets.UTF_8), bytes("\u212b"));
    }

    @Test
    void everyCharacterBeforeAndAfterAMarkIsComposedAsUnicodeSays() throws Exception {
        for (int unit = 0; unit < 0x10000; unit++) {
            if (!Character.isSurrogate((char) unit)) {
                String text = "a" + (char) unit + "\u0301e\u0308\u0323" + (char) unit;
                assertArrayEquals(nfc(text), bytes(text), Integer.toHexString(unit));
            }
        }
    }

    @Test
    void mixedScriptsAreComposedAsUnicodeSays() throws Exception {
        List<String> parts = List.of(
                "a",
                "E",
                "\u0301",
                "\u0323",
                "\u0338",
                "\u1112",
                "\u1161",
                "\u11ab",
                "\uac00",
                "\uac01",
                "\u304b",
                "\u3099",
                "\u0418",
                "\u0306",
                "\u4e2d",
                "\ud834\udd5e",
                "\ud83d\ude00",
                "\u0f71",
                "\u0f72",
                "\u0958",
                "\u212b",
                "=",
                "\u0374",
                "\u0344",
                " ",
                "\u09c7",
                "\u09be",
                "\ud804\udc99\ud804\udcba");
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            assertArrayEquals(nfc(text.toString()), bytes(text.toString()), () -> text.toString());
        }
    }

    @Test
    void theLongestPasswordThatGrowsWhenComposedFits() throws Exception {
        String growing = "\ufb2c".repeat(Passphrase.MAX_LENGTH);
        assertArrayEquals(nfc(growing), bytes(growing));
        assertEquals(0, bytes("").length);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThrows(CharacterCodingException.class, () -> bytes("a\ud83d"));
        assertThrows(CharacterCodingException.class, () -> bytes("\ude00a"));
    }
}
