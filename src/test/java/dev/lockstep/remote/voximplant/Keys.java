package dev.lockstep.remote.voximplant;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key pair that is made when the tests run. */
final class Keys {
    static final long ACCOUNT = 42;
    static final String KEY_ID = "key-1";
    static final KeyPair PAIR = pair("RSA", 2048);

    private Keys() {}

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(KeyPair pair) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
    }

    static String json(String pem) {
        return "{\"account_id\":" + ACCOUNT + ",\"key_id\":\"" + KEY_ID + "\",\"private_key\":\""
                + pem.replace("\n", "\\n") + "\"}";
    }

    static byte[] credentials() {
        return json(pem(PAIR)).getBytes(StandardCharsets.UTF_8);
    }
}
