package dev.lockstep.remote.http;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses certificates that are signed by way of SHA-1 or MD5, also those of an authority of the user's own: by itself the Java runtime refuses
 * SHA-1 only from the authorities that it brings along.
 */
final class NoWeakSignatures implements AlgorithmConstraints {
    @Override
    public boolean permits(Set<CryptoPrimitive> uses, String algorithm, @Nullable AlgorithmParameters parameters) {
        return !isWeak(algorithm);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> uses, Key key) {
        return true;
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> uses, String algorithm, Key key, @Nullable AlgorithmParameters parameters) {
        return !isWeak(algorithm);
    }

    private static boolean isWeak(String algorithm) {
        String name = algorithm.toUpperCase(Locale.ROOT);
        return name.startsWith("SHA1WITH") || name.startsWith("MD5WITH") || name.startsWith("MD2WITH");
    }
}
