package dev.lockstep.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    @Test
    void aKeyIsFortyFourCharactersOfBase64AndComesBack() throws KeystoreException {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (255 - i);
        }
        SecretValue key = SecretValue.copyOf(bytes);

        MemorySegment text = KeyText.of(key, Arena.ofAuto());

        assertEquals("//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=", text.getString(0));
        assertEquals(45, text.byteSize());
        assertTrue(KeyText.parse(text.asSlice(0, 44)).sameAs(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=A",
                "AAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAA-AAAAAAAAAAAAAAAAAAAAAA=",
                "============================================",
            })
    void anythingElseIsNoKey(String text) {
        MemorySegment kept =
                Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, text.getBytes(StandardCharsets.US_ASCII));

        KeystoreException refused = assertThrows(KeystoreException.class, () -> KeyText.parse(kept));

        assertEquals(Reason.NOT_A_KEY, refused.reason());
    }

    @Test
    void onlyKeysOf32BytesAreKept() {
        SecretValue shorter = SecretValue.taking(new byte[31]);

        assertThrows(IllegalArgumentException.class, () -> KeyText.of(shorter, Arena.ofAuto()));
    }
}
