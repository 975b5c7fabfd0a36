package dev.lockstep.remote.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8: everything but the unreserved characters of RFC 3986, 2.3. */
final class Percent {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private Percent() {}

    static String encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            put(out, octet);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** Writes one octet, as itself or as three. */
    static void put(ByteArrayOutputStream out, byte octet) {
        if (isUnreserved(octet)) {
            out.write(octet);
        } else {
            out.write('%');
            out.write(HEX[(octet >> 4) & 15]);
            out.write(HEX[octet & 15]);
        }
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '.'
                || octet == '_'
                || octet == '~';
    }
}
