package dev.lockstep.generate;

import dev.lockstep.cleartext.SecretValue;
import java.security.SecureRandom;
import java.util.Set;

/**
 * How to make a new value. All values that a recipe can make are equally likely. Every constructor throws
 * {@link IllegalArgumentException} outside the bounds that stand here.
 */
public sealed interface Recipe {
    int MIN_LENGTH = 4;
    int MAX_LENGTH = 1024;
    int MIN_BYTES = 4;
    int MAX_BYTES = 512;
    int MIN_WORDS = 3;
    int MAX_WORDS = 24;
    int MAX_SEPARATOR = 4;
    int MAX_PREFIX = 64;

    /**
     * Characters of the chosen classes, each class present at least once.
     *
     * @param length {@value #MIN_LENGTH} to {@value #MAX_LENGTH} characters
     * @param classes at least one
     * @param avoidLookAlikes whether to leave out {@code 0 O o l I 1 |}
     */
    record RandomCharacters(int length, Set<CharacterClass> classes, boolean avoidLookAlikes) implements Recipe {
        public RandomCharacters {
            Bounds.check("length", MIN_LENGTH, length, MAX_LENGTH);
            Bounds.check("classes", 1, classes.size(), CharacterClass.values().length);
            classes = Set.copyOf(classes);
        }
    }

    /**
     * Letters, digits, {@code -} and {@code _}.
     *
     * @param length {@value #MIN_LENGTH} to {@value #MAX_LENGTH} characters
     */
    record UrlSafe(int length) implements Recipe {
        public UrlSafe {
            Bounds.check("length", MIN_LENGTH, length, MAX_LENGTH);
        }
    }

    /**
     * Random bytes as two lower-case hex digits each.
     *
     * @param bytes {@value #MIN_BYTES} to {@value #MAX_BYTES}
     */
    record Hex(int bytes) implements Recipe {
        public Hex {
            Bounds.check("bytes", MIN_BYTES, bytes, MAX_BYTES);
        }
    }

    /**
     * Random bytes as base64url of RFC 4648, section 5, without padding.
     *
     * @param bytes {@value #MIN_BYTES} to {@value #MAX_BYTES}
     */
    record Base64Url(int bytes) implements Recipe {
        public Base64Url {
            Bounds.check("bytes", MIN_BYTES, bytes, MAX_BYTES);
        }
    }

    /** A random UUID, version 4 of RFC 9562, in lower case. */
    record Uuid() implements Recipe {}

    /**
     * Words of the EFF's large list, 7776 of 3 to 9 letters. No word begins with another one, so no two choices look the same.
     *
     * @param count {@value #MIN_WORDS} to {@value #MAX_WORDS}
     * @param separator up to {@value #MAX_SEPARATOR} printable ASCII characters, space included
     * @param capitalise whether words begin with a capital
     */
    record Words(int count, String separator, boolean capitalise) implements Recipe {
        public Words {
            Bounds.check("count", MIN_WORDS, count, MAX_WORDS);
            Bounds.check("separator", 0, separator.length(), MAX_SEPARATOR);
            Bounds.checkPrintable("separator", separator);
        }
    }

    /**
     * A fixed text, which is no secret and adds nothing to the entropy, and then what another recipe makes.
     *
     * @param prefix up to {@value #MAX_PREFIX} printable ASCII characters, for example {@code "whsec_"}
     * @param of has no prefix itself
     */
    record Prefixed(String prefix, Recipe of) implements Recipe {
        public Prefixed {
            Bounds.check("prefix", 0, prefix.length(), MAX_PREFIX);
            Bounds.checkPrintable("prefix", prefix);
            if (of instanceof Prefixed) {
                throw new IllegalArgumentException("a second prefix");
            }
        }
    }

    /** What a value is made for. */
    enum Purpose {
        API_SECRET,
        SIGNING_SECRET,
        PASSPHRASE
    }

    /** The recipe to offer first. */
    static Recipe defaultFor(Purpose purpose) {
        return switch (purpose) {
            case API_SECRET -> new UrlSafe(32);
            case SIGNING_SECRET -> new Hex(32);
            case PASSPHRASE -> new Words(6, "-", false);
        };
    }

    /** Base-2 logarithm of the number of values that the recipe can make. */
    default double entropyBits() {
        return Entropy.bits(this);
    }

    /** A new value, to be closed by the caller. ASCII only. */
    default SecretValue generate(SecureRandom random) {
        return new Generation(random).make(this);
    }
}
