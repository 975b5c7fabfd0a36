package dev.lockstep.app;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/**
 * Has the Java runtime forget the RSA keys that signed. For each modulus it keeps the private exponent with the numbers that blind it
 * ({@code sun.security.rsa.RSACore}), in a map with weak keys: what belongs to a key that was collected goes when another key signs.
 */
final class SpentKeys implements Runnable {
    /** Size in bits of the other key, which protects nothing. */
    private static final int SIZE = 512;

    /** Takes some hundredths of a second. */
    @Override
    public void run() {
        System.gc();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(SIZE);
            KeyPair other = generator.generateKeyPair();
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(other.getPrivate());
            signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime signs with RSA", e);
        }
    }
}
