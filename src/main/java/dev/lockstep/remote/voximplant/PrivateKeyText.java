package dev.lockstep.remote.voximplant;

import dev.lockstep.remote.CredentialsProblem;
import dev.lockstep.remote.voximplant.ServiceAccount.UnusableException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** An RSA private key as text: PKCS#8 (RFC 5958), not encrypted, in PEM (RFC 7468, 10). */
final class PrivateKeyText {
    private static final byte[] BEGIN = ascii("-----BEGIN PRIVATE KEY-----");
    private static final byte[] END = ascii("-----END PRIVATE KEY-----");
    private static final int SHORTEST = 2048;
    /** Of a longer key, one signature takes seconds. */
    private static final int LONGEST = 8192;

    private PrivateKeyText() {}

    /** The bytes between the lines, to be wiped by the caller. Around the lines may be white space and nothing else. */
    static byte[] der(byte[] pem) throws UnusableException {
        int from = 0;
        int to = pem.length;
        while (from < to && isSpace(pem[from])) {
            from++;
        }
        while (to > from && isSpace(pem[to - 1])) {
            to--;
        }
        if (to - from < BEGIN.length + END.length || !isAt(pem, from, BEGIN) || !isAt(pem, to - END.length, END)) {
            throw new UnusableException(CredentialsProblem.NOT_A_KEY);
        }
        byte[] body = withoutSpace(pem, from + BEGIN.length, to - END.length);
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(CredentialsProblem.NOT_A_KEY);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static byte[] withoutSpace(byte[] text, int from, int to) {
        byte[] bare = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (!isSpace(text[i])) {
                bare[length++] = text[i];
            }
        }
        byte[] exact = Arrays.copyOf(bare, length);
        Arrays.fill(bare, (byte) 0);
        return exact;
    }

    private static boolean isAt(byte[] text, int from, byte[] sought) {
        return Arrays.equals(text, from, from + sought.length, sought, 0, sought.length);
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The key of such bytes; the library keeps it on the heap, so it is made for one signature and let go. */
    static RSAPrivateCrtKey key(byte[] der) throws UnusableException {
        PrivateKey key;
        try {
            key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new UnusableException(CredentialsProblem.NOT_A_KEY);
        }
        if (!(key instanceof RSAPrivateCrtKey rsa) || rsa.getModulus().bitLength() > LONGEST) {
            throw new UnusableException(CredentialsProblem.NOT_A_KEY);
        }
        if (rsa.getModulus().bitLength() < SHORTEST) {
            throw new UnusableException(CredentialsProblem.KEY_TOO_SHORT);
        }
        return rsa;
    }
}
