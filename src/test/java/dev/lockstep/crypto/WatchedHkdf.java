package dev.lockstep.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.KDFParameters;
import javax.crypto.KDFSpi;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF-SHA256 of the JDK, watched. */
final class WatchedHkdf extends KDFSpi {
    private final Watch watch;
    private final KDF hkdf;

    WatchedHkdf(Watch watch) throws GeneralSecurityException {
        super(null);
        this.watch = watch;
        this.hkdf = KDF.getInstance("HKDF-SHA256", Watch.JDK);
    }

    @Override
    protected KDFParameters engineGetParameters() {
        return hkdf.getParameters();
    }

    @Override
    protected SecretKey engineDeriveKey(String algorithm, AlgorithmParameterSpec parameters)
            throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        return hkdf.deriveKey(algorithm, parameters);
    }

    @Override
    protected byte[] engineDeriveData(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
        if (parameters instanceof HKDFParameterSpec.Expand expand) {
            watch.key(this, expand.prk());
        } else {
            ((HKDFParameterSpec.ExtractThenExpand) parameters).ikms().forEach(key -> watch.key(this, key));
        }
        byte[] output = hkdf.deriveData(parameters);
        watch.output(output);
        return output;
    }
}
