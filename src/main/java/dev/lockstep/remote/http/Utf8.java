package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether bytes are UTF-8, found out without making a {@code String} of them. */
final class Utf8 {
    private static final int PIECE = 1024;

    private Utf8() {}

    /**
     * Makes sure that a value can be sent as text.
     *
     * @throws RemoteException {@code Refused} if it is not UTF-8
     */
    static void require(byte[] value) throws RemoteException {
        if (!isText(value)) {
            throw new RemoteException(new Trouble.Refused(""));
        }
    }

    static boolean isText(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer sink = CharBuffer.allocate(PIECE);
        try {
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                sink.clear();
                result = decoder.decode(in, sink, true);
            }
            return !result.isError();
        } finally {
            Arrays.fill(sink.array(), '\0');
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
