package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Texts of vendors that repeat what was sent. */
class RepeatedSecretTest {
    private static String shown(String told, String secret) {
        try (SecretValue value = SecretValue.taking(secret.getBytes(StandardCharsets.UTF_8))) {
            return VendorText.clean(told, value);
        }
    }

    @Test
    void aTextThatRepeatsASecretOrAPartOfItIsNotShown() {
        assertEquals("", shown("'sk-live-0123456789' is no value", "sk-live-0123456789"));
        assertEquals("", shown("got sk-live-0123...", "sk-live-0123456789"));
        assertEquals("", shown("ends with ...live-0123456789", "sk-live-0123456789"));
        assertEquals("", shown("no abc here", "abc"));
        assertEquals("", shown("sch\u00f6ner Wert \u20ac", "\u00f6ner Wert \u20ac"));
    }

    @Test
    void otherTextsAreShownCleaned() {
        assertEquals("sk-live-012 is short", shown(" sk-live-012 is\nshort\u202e ", "sk-live-0123456789"));
        assertEquals("Not found", shown("Not found", ""));
        assertEquals("", shown("", "secret"));
        assertEquals("x".repeat(300), shown("x".repeat(5000), "yyyyyyyyyyyyyyyyyyy"));
    }
}
