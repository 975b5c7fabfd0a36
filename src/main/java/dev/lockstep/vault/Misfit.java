package dev.lockstep.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a recognised value does not belong where it is. */
public enum Misfit {
    /** Works for tests only, in a collection for production. */
    TEST_IN_PRODUCTION,
    /** Works on real money and real people, in a collection for tests. */
    LIVE_IN_TEST,
    /** No secret, under a name that promises one. */
    NO_SECRET,
    /** Another vendor's, going by the name. */
    OTHER_VENDOR,
    /** Filed as something that it is not. */
    OTHER_KIND;

    private static final Set<String> PROMISES = Set.of("secret", "token", "password", "private");

    /** Judges a value by what it is and where it is kept. */
    static Optional<Misfit> of(KnownKey key, String name, Entry.Kind filed, Environment environment) {
        List<String> words = Environment.words(name);
        if (key.test() && environment == Environment.PRODUCTION && Environment.of(name) != Environment.TEST) {
            return Optional.of(TEST_IN_PRODUCTION);
        }
        if (key.live() && environment == Environment.TEST) {
            return Optional.of(LIVE_IN_TEST);
        }
        if (!key.secret() && words.stream().anyMatch(PROMISES::contains)) {
            return Optional.of(NO_SECRET);
        }
        if (otherVendor(key.vendor(), words)) {
            return Optional.of(OTHER_VENDOR);
        }
        return agrees(key.kind(), filed) ? Optional.empty() : Optional.of(OTHER_KIND);
    }

    /** Whether the name speaks of other vendors and not of this one. */
    private static boolean otherVendor(KnownKey.Vendor vendor, List<String> words) {
        return vendor != KnownKey.Vendor.ANY
                && vendor.words().stream().noneMatch(words::contains)
                && Arrays.stream(KnownKey.Vendor.values())
                        .flatMap(other -> other.words().stream())
                        .anyMatch(words::contains);
    }

    /** API keys and tokens are told apart by nobody; something else may be anything. */
    private static boolean agrees(Entry.Kind is, Entry.Kind filed) {
        return filed == Entry.Kind.OTHER || group(is) == group(filed);
    }

    private static Entry.Kind group(Entry.Kind kind) {
        return kind == Entry.Kind.TOKEN ? Entry.Kind.API_KEY : kind;
    }
}
