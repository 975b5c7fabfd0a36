package dev.lockstep.crypto;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.ShortBufferException;

/** A cipher of the JDK that is watched. */
final class WatchedCipher extends CipherSpi {
    private final Watch watch;
    private final Cipher cipher;

    WatchedCipher(Watch watch, String transformation) throws GeneralSecurityException {
        this.watch = watch;
        this.cipher = Cipher.getInstance(transformation, Watch.JDK);
    }

    @Override
    protected void engineSetMode(String mode) {
        throw new UnsupportedOperationException(mode);
    }

    @Override
    protected void engineSetPadding(String padding) {
        throw new UnsupportedOperationException(padding);
    }

    @Override
    protected int engineGetBlockSize() {
        return cipher.getBlockSize();
    }

    @Override
    protected int engineGetOutputSize(int inputLength) {
        return cipher.getOutputSize(inputLength);
    }

    @Override
    protected byte[] engineGetIV() {
        return cipher.getIV();
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
        return cipher.getParameters();
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
        watch.key(this, key);
        cipher.init(mode, key);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        watch.key(this, key);
        cipher.init(mode, key, parameters);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        watch.key(this, key);
        cipher.init(mode, key, parameters);
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
        watch.input(input);
        return cipher.update(input, offset, length);
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at)
            throws ShortBufferException {
        watch.input(input);
        watch.output(output);
        return cipher.update(input, offset, length, output, at);
    }

    @Override
    protected void engineUpdateAAD(byte[] input, int offset, int length) {
        cipher.updateAAD(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length)
            throws IllegalBlockSizeException, BadPaddingException {
        watch.input(input);
        byte[] output = cipher.doFinal(input, offset, length);
        watch.output(output);
        return output;
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at)
            throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
        watch.input(input);
        watch.output(output);
        return cipher.doFinal(input, offset, length, output, at);
    }
}
