package dev.lockstep.crypto;

import java.io.Serial;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Stands in front of the JDK's own algorithms while it is open, hands all work on to them, and keeps which arrays and keys they were given:
 * so a test sees whether they were wiped afterwards. An array counts if it is the one that the program holds, not a copy.
 */
final class Watch implements AutoCloseable {
    /** The JDK's own, which does the work. */
    static final Provider JDK = Security.getProvider("SunJCE");

    private static final int PLACE = List.of(Security.getProviders()).indexOf(JDK) + 1;

    private final Front front = new Front();
    private final List<byte[]> inputs = new ArrayList<>();
    private final List<byte[]> outputs = new ArrayList<>();
    private final List<WipeableKey> keys = new ArrayList<>();
    private final Map<Object, WipeableKey> held = new LinkedHashMap<>();
    private final Set<Object> unclean = new HashSet<>();

    private Watch() {}

    /** What the JDK asks first, and what has the name of its own provider, for whoever asks by that. */
    private static final class Front extends Provider {
        @Serial
        private static final long serialVersionUID = 1;

        Front() {
            super(JDK.getName(), "1", "keeps what it sees");
        }

        @Override
        public Service getService(String type, String algorithm) {
            Service own = super.getService(type, algorithm);
            return own == null ? JDK.getService(type, algorithm) : own;
        }

        void put(String type, String algorithm, Callable<Object> maker) {
            putService(new Service(this, type, algorithm, Watch.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    try {
                        return maker.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
        }
    }

    static Watch begin() {
        Watch watch = new Watch();
        watch.front.put("Cipher", "AES/GCM/NoPadding", () -> new WatchedCipher(watch, "AES/GCM/NoPadding"));
        watch.front.put("Cipher", "AES/ECB/NoPadding", () -> new WatchedCipher(watch, "AES/ECB/NoPadding"));
        watch.front.put("Cipher", "AES/CBC/NoPadding", () -> new WatchedCipher(watch, "AES/CBC/NoPadding"));
        watch.front.put("Mac", "HmacSHA256", () -> new WatchedMac(watch, "HmacSHA256"));
        watch.front.put("Mac", "HmacSHA512", () -> new WatchedMac(watch, "HmacSHA512"));
        watch.front.put("MessageDigest", "SHA-256", () -> new WatchedDigest(watch));
        watch.front.put("KDF", "HKDF-SHA256", () -> new WatchedHkdf(watch));
        Security.removeProvider(JDK.getName());
        Security.insertProviderAt(watch.front, 1);
        return watch;
    }

    void input(byte[] array) {
        inputs.add(array);
    }

    void output(byte[] array) {
        outputs.add(array);
    }

    /** Notes the key that a cipher or MAC has from now on, if the program made it. */
    void key(Object holder, Key key) {
        if (key instanceof WipeableKey own) {
            keys.add(own);
            held.put(holder, own);
        }
    }

    void unclean(Object holder) {
        unclean.add(holder);
    }

    void clean(Object holder) {
        unclean.remove(holder);
    }

    /** How many digests may still hold their last input. */
    int unclean() {
        return unclean.size();
    }

    List<byte[]> inputs() {
        return inputs;
    }

    List<byte[]> outputs() {
        return outputs;
    }

    /** All keys of the program that were used. */
    List<WipeableKey> keys() {
        return keys;
    }

    /** The ciphers and MACs that were last given a key that is worth something. */
    Set<Object> withKeys() {
        Set<Object> holders = new HashSet<>(held.keySet());
        holders.removeIf(holder -> held.get(holder) == RowCipher.DUMMY || holder instanceof WatchedHkdf);
        return holders;
    }

    /** Whether a key can no longer be read. */
    static boolean wiped(WipeableKey key) {
        try {
            key.getEncoded();
            return false;
        } catch (IllegalStateException expected) {
            return true;
        }
    }

    @Override
    public void close() {
        Security.removeProvider(front.getName());
        Security.insertProviderAt(JDK, PLACE);
    }
}
