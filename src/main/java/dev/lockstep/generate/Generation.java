package dev.lockstep.generate;

import dev.lockstep.cleartext.SecretValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.function.Consumer;

/** Makes values in arrays that are overwritten; no character of a value passes through a {@code String}. */
final class Generation {
    private static final int LONGEST_WORD = 9;
    private static final int MOST_TRIES = 100_000;
    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String HEX = "0123456789abcdef";

    private final SecureRandom random;

    Generation(SecureRandom random) {
        this.random = random;
    }

    SecretValue make(Recipe recipe) {
        byte[] text = new byte[mostBytes(recipe)];
        try {
            ByteBuffer target = ByteBuffer.wrap(text);
            write(recipe, target);
            return SecretValue.taking(Arrays.copyOf(text, target.position()));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static int mostBytes(Recipe recipe) {
        return switch (recipe) {
            case Recipe.RandomCharacters characters -> characters.length();
            case Recipe.UrlSafe text -> text.length();
            case Recipe.Hex hex -> 2 * hex.bytes();
            case Recipe.Base64Url base64 -> 4 * ((base64.bytes() + 2) / 3);
            case Recipe.Uuid uuid -> 36;
            case Recipe.Words words ->
                words.count() * (LONGEST_WORD + words.separator().length());
            case Recipe.Prefixed prefixed -> prefixed.prefix().length() + mostBytes(prefixed.of());
        };
    }

    private void write(Recipe recipe, ByteBuffer target) {
        switch (recipe) {
            case Recipe.RandomCharacters characters -> characters(characters, target);
            case Recipe.UrlSafe text -> {
                for (int i = 0; i < text.length(); i++) {
                    target.put((byte) URL_SAFE.charAt(random.nextInt(URL_SAFE.length())));
                }
            }
            case Recipe.Hex hex -> bytes(hex.bytes(), raw -> hex(raw, target));
            case Recipe.Base64Url base64 -> bytes(base64.bytes(), raw -> base64(raw, target));
            case Recipe.Uuid uuid -> bytes(16, raw -> uuid(raw, target));
            case Recipe.Words words -> words(words, target);
            case Recipe.Prefixed prefixed -> {
                target.put(prefixed.prefix().getBytes(StandardCharsets.US_ASCII));
                write(prefixed.of(), target);
            }
        }
    }

    /** Draws whole texts until one has every class, so that all such texts stay equally likely. */
    private void characters(Recipe.RandomCharacters recipe, ByteBuffer target) {
        StringBuilder alphabet = new StringBuilder();
        int[] ends = new int[recipe.classes().size()];
        int groups = 0;
        for (CharacterClass group : EnumSet.copyOf(recipe.classes())) {
            alphabet.append(group.characters(recipe.avoidLookAlikes()));
            ends[groups++] = alphabet.length();
        }
        int wanted = (1 << groups) - 1;
        int start = target.position();
        int seen = 0;
        for (int tries = 0; seen != wanted; tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("The random generator repeats itself");
            }
            seen = 0;
            target.position(start);
            for (int i = 0; i < recipe.length(); i++) {
                int drawn = random.nextInt(alphabet.length());
                target.put((byte) alphabet.charAt(drawn));
                seen |= 1 << groupOf(drawn, ends);
            }
        }
    }

    private static int groupOf(int drawn, int[] ends) {
        int group = 0;
        while (drawn >= ends[group]) {
            group++;
        }
        return group;
    }

    private void bytes(int count, Consumer<byte[]> writer) {
        byte[] raw = new byte[count];
        try {
            random.nextBytes(raw);
            writer.accept(raw);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static void hex(byte[] raw, ByteBuffer target) {
        for (byte each : raw) {
            hexByte(each, target);
        }
    }

    private static void hexByte(byte each, ByteBuffer target) {
        target.put((byte) HEX.charAt((each >>> 4) & 15)).put((byte) HEX.charAt(each & 15));
    }

    private static void base64(byte[] raw, ByteBuffer target) {
        byte[] encoded = Base64.getUrlEncoder().withoutPadding().encode(raw);
        target.put(encoded);
        Arrays.fill(encoded, (byte) 0);
    }

    private static void uuid(byte[] raw, ByteBuffer target) {
        raw[6] = (byte) ((raw[6] & 0x0f) | 0x40);
        raw[8] = (byte) ((raw[8] & 0x3f) | 0x80);
        for (int i = 0; i < raw.length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                target.put((byte) '-');
            }
            hexByte(raw[i], target);
        }
    }

    private void words(Recipe.Words recipe, ByteBuffer target) {
        byte[] separator = recipe.separator().getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < recipe.count(); i++) {
            if (i > 0) {
                target.put(separator);
            }
            int start = target.position();
            WordList.write(random.nextInt(WordList.SIZE), target);
            if (recipe.capitalise()) {
                target.put(start, (byte) (target.get(start) - ('a' - 'A')));
            }
        }
    }
}
