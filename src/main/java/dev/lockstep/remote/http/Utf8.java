package dev.lockstep.remote.http;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;

/** What bytes must be to be sent or read as text. */
final class Utf8 {
    private Utf8() {}

    /**
     * Makes sure that a value can be sent as text.
     *
     * @throws RemoteException {@code Refused} if it is not UTF-8
     */
    static void require(byte[] value) throws RemoteException {
        if (!Encoding.isUtf8(value)) {
            throw new RemoteException(new Trouble.Refused(""));
        }
    }

    static boolean hasZero(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet == 0) {
                return true;
            }
        }
        return false;
    }
}
