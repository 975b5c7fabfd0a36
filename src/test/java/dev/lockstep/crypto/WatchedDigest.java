package dev.lockstep.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;

/** SHA-256 of the JDK, watched. */
final class WatchedDigest extends MessageDigestSpi {
    private final Watch watch;
    private final MessageDigest digest;

    WatchedDigest(Watch watch) throws GeneralSecurityException {
        this.watch = watch;
        this.digest = MessageDigest.getInstance("SHA-256", "SUN");
    }

    @Override
    protected void engineUpdate(byte input) {
        digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        watch.input(input);
        digest.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        watch.unclean(this);
        return digest.digest();
    }

    @Override
    protected void engineReset() {
        watch.clean(this);
        digest.reset();
    }
}
