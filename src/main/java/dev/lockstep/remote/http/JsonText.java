package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;

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

    /** The string whose opening quote is at {@code from} of bytes that are known to be UTF-8; a parser has found one to begin there. */
    static SecretValue decode(byte[] source, int from) throws RemoteException {
        try (WipedOutput out = new WipedOutput()) {
            new JsonText(source, from, out).run();
            if (out.size() > SecretValue.MAX_SIZE) {
                throw new RemoteException(new Trouble.ProtocolError(Trouble.Breach.TOO_LARGE));
            }
            return SecretValue.taking(out.toByteArray());
        }
    }

    private byte take() throws RemoteException {
        if (at >= source.length) {
            throw notJson();
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
            } else if (octet >= 0 && octet < ' ') {
                throw notJson();
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
            default -> throw notJson();
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

    /** Writes UTF-8 (RFC 3629, 3) by hand: the library's way makes a {@code String} of every character. */
    private void put(int point) {
        if (point < 0x80) {
            out.write(point);
        } else if (point < 0x800) {
            out.write(0xc0 | point >> 6);
            continued(point);
        } else if (point < 0x10000) {
            out.write(0xe0 | point >> 12);
            continued(point >> 6);
            continued(point);
        } else {
            out.write(0xf0 | point >> 18);
            continued(point >> 12);
            continued(point >> 6);
            continued(point);
        }
    }

    private void continued(int bits) {
        out.write(0x80 | (bits & 0x3f));
    }

    private int hex() throws RemoteException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(take(), 16);
            if (digit < 0) {
                throw notJson();
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static RemoteException notJson() {
        return new RemoteException(new Trouble.ProtocolError(Trouble.Breach.NOT_JSON));
    }
}
