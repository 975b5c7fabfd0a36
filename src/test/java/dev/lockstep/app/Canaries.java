package dev.lockstep.app;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random texts and keys that are looked for afterwards, each under a name. */
final class Canaries {
    /** Characters of a typed canary. */
    static final int LENGTH = 24;

    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> texts = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final Map<String, byte[]> secrets = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * Bytes as they may stand in memory.
     *
     * @param spread whether they may also stand with a zero after each, as in UTF-16 of either byte order
     */
    record Needle(String canary, String spelling, byte[] bytes, boolean spread) {}

    /** The text with that name, if need be a new one that can be typed without Shift and in which no character follows itself. */
    byte[] typed(String name) {
        return texts.computeIfAbsent(name, absent -> invented());
    }

    private byte[] invented() {
        byte[] text = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            do {
                text[i] = ALPHABET[random.nextInt(ALPHABET.length)];
            } while (i > 0 && text[i] == text[i - 1]);
        }
        return text;
    }

    /** Adds an ASCII text. */
    void addText(String name, byte[] text) {
        texts.put(name, text);
    }

    void addKey(String name, byte[] key) {
        keys.put(name, key);
    }

    /** Adds bytes that nobody types: text of a file, or a number whose highest byte comes first. At most {@link CanaryScan#TAIL}. */
    void addBytes(String name, byte[] bytes) {
        secrets.put(name, bytes);
    }

    byte[] text(String name) {
        return texts.get(name);
    }

    boolean isText(String name) {
        return texts.containsKey(name);
    }

    Set<String> texts() {
        return texts.keySet();
    }

    /** The names of those that nobody types. */
    Set<String> others() {
        Set<String> others = new LinkedHashSet<>(keys.keySet());
        others.addAll(secrets.keySet());
        return others;
    }

    List<Needle> needles() {
        List<Needle> needles = new ArrayList<>();
        texts.forEach((name, text) -> {
            needles.add(new Needle(name, "plain", text, true));
            for (int before = 0; before < 3; before++) {
                needles.add(new Needle(name, "Base64", base64(text, before), true));
            }
        });
        keys.forEach((name, key) -> {
            needles.add(new Needle(name, "raw", key, false));
            needles.add(new Needle(name, "cipher words", swapped(key), false));
            needles.add(new Needle(name, "inner pad", exclusiveOr(key, 0x36), false));
            needles.add(new Needle(name, "outer pad", exclusiveOr(key, 0x5c), false));
        });
        secrets.forEach((name, secret) -> {
            needles.add(new Needle(name, "plain", secret, secret.length * 2 <= CanaryScan.TAIL));
            needles.add(new Needle(name, "words of a number", swapped(secret), false));
        });
        return needles;
    }

    /** The characters of the Base64 form that depend on the text alone, if so many bytes stand before it. */
    private static byte[] base64(byte[] text, int before) {
        byte[] padded = new byte[before + text.length];
        System.arraycopy(text, 0, padded, before, text.length);
        byte[] encoded = Base64.getEncoder().withoutPadding().encode(padded);
        return Arrays.copyOfRange(encoded, (before * 8 + 5) / 6, padded.length * 8 / 6);
    }

    /** As whole words of four bytes stand on a little-endian processor: in the schedule of an AES key, and in large numbers. */
    private static byte[] swapped(byte[] key) {
        byte[] words = new byte[key.length & ~3];
        for (int i = 0; i < words.length; i++) {
            words[i] = key[i ^ 3];
        }
        return words;
    }

    /** As HMAC keeps a key (RFC 2104). */
    private static byte[] exclusiveOr(byte[] key, int pad) {
        byte[] padded = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            padded[i] = (byte) (key[i] ^ pad);
        }
        return padded;
    }
}
