package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;

/** Decodes one JSON string (RFC 8259, 7) from bytes to bytes. */
final class JsonText {
    private final byte[] source;
    private final WipedOutput out;
    private int at;

    private JsonText(byte[] source, int from, WipedOutput out) {
        this.source = source;
        this.at = from;
        this.out = out;
    }

    /** The string whose opening quote is at {@code from}; it has been found to be one by a parser. */
    static SecretValue decode(byte[] source, int from) throws RemoteException {
        try (WipedOutput out = new WipedOutput()) {
            new JsonText(source, from, out).run();
            if (out.size() > SecretValue.MAX_SIZE) {
                throw new RemoteException(new Trouble.ProtocolError(Trouble.Breach.TOO_LARGE));
            }
            byte[] bytes = out.toByteArray();
            try {
                JsonBody.requireText(bytes);
            } catch (RemoteException e) {
                java.util.Arrays.fill(bytes, (byte) 0);
                throw new RemoteException(new Trouble.ProtocolError(Trouble.Breach.NOT_JSON));
            }
            return SecretValue.taking(bytes);
        }
    }

    private byte take() throws RemoteException {
        if (at >= source.length) {
            throw new RemoteException(new Trouble.ProtocolError(Trouble.Breach.NOT_JSON));
        }
        return source[at++];
    }

    private void run() throws RemoteException {
        if (take() != '"') {
            throw Json.unexpected();
        }
        while (true) {
            byte octet = take();
            if (octet == '"') {
                return;
            }
            if (octet == '\\') {
                escape(take());
            } else {
                out.write(octet);
            }
        }
    }

    private void escape(byte kind) throws RemoteException {
        switch (kind) {
            case 'b' -> out.write('\b');
            case 'f' -> out.write('\f');
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case '"', '\\', '/' -> out.write(kind);
            case 'u' -> unicode();
            default -> throw Json.unexpected();
        }
    }

    private void unicode() throws RemoteException {
        int unit = hex();
        int point = unit;
        if (Character.isHighSurrogate((char) unit)) {
            if (take() != '\\' || take() != 'u') {
                throw Json.unexpected();
            }
            int low = hex();
            if (!Character.isLowSurrogate((char) low)) {
                throw Json.unexpected();
            }
            point = Character.toCodePoint((char) unit, (char) low);
        } else if (Character.isLowSurrogate((char) unit)) {
            throw Json.unexpected();
        }
        put(point);
    }

    private void put(int point) {
        if (point < 0x80) {
            out.write(point);
        } else {
            byte[] utf8 = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            out.writeBytes(utf8);
            java.util.Arrays.fill(utf8, (byte) 0);
        }
    }

    private int hex() throws RemoteException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(take(), 16);
            if (digit < 0) {
                throw Json.unexpected();
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
