package dev.lockstep.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** A MAC of the JDK that is watched. */
final class WatchedMac extends MacSpi {
    private final Watch watch;
    private final Mac mac;

    WatchedMac(Watch watch, String algorithm) throws GeneralSecurityException {
        this.watch = watch;
        this.mac = Mac.getInstance(algorithm, Watch.JDK);
    }

    @Override
    protected int engineGetMacLength() {
        return mac.getMacLength();
    }

    @Override
    protected void engineInit(Key key, AlgorithmParameterSpec parameters)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        watch.key(this, key);
        mac.init(key, parameters);
    }

    @Override
    protected void engineUpdate(byte input) {
        mac.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        watch.input(input);
        mac.update(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal() {
        byte[] output = mac.doFinal();
        watch.output(output);
        return output;
    }

    @Override
    protected void engineReset() {
        mac.reset();
    }
}
