package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import org.jspecify.annotations.Nullable;

/** The answer to reading a secret. The value is decoded only where it is wanted. */
final class KvData implements AutoCloseable {
    /** The key that the value of a secret is under. */
    static final String KEY = "value";

    /** Said where a secret is there that this program did not write, and so neither shows in part nor overwrites. */
    static final String FOREIGN = "This path does not hold exactly one text named \"value\".";

    private final boolean wanted;
    private final KvVersion version = new KvVersion();
    private @Nullable SecretValue value;
    private int keys;
    private boolean text;

    private KvData(boolean wanted) {
        this.wanted = wanted;
    }

    /** Reads an answer of status 200. */
    static KvData of(Reply reply, boolean wanted) throws RemoteException {
        KvData data = new KvData(wanted);
        try {
            Json json = reply.json();
            json.object(field -> {
                if (field.equals("data")) {
                    json.object(part -> data.part(json, part));
                } else {
                    json.skip();
                }
            });
            json.end();
            data.version.number();
            return data;
        } catch (RemoteException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private void part(Json json, String part) throws RemoteException {
        switch (part) {
            case "data" -> json.object(key -> key(json, key));
            case "metadata" -> json.object(field -> version.read(json, field));
            default -> json.skip();
        }
    }

    private void key(Json json, String key) throws RemoteException {
        keys++;
        if (!key.equals(KEY) || !json.atText()) {
            json.skip();
            return;
        }
        text = true;
        if (wanted) {
            value = json.secret();
        } else {
            json.skip();
        }
    }

    KvVersion version() {
        return version;
    }

    /**
     * Makes sure that this is a secret as this program writes them.
     *
     * @throws RemoteException {@code Refused} if it has other keys or another kind of value
     */
    void requirePlain() throws RemoteException {
        if (keys != 1 || !text) {
            throw new RemoteException(new Trouble.Refused(FOREIGN));
        }
    }

    /** The value, from now on the caller's. */
    SecretValue take() throws RemoteException {
        requirePlain();
        SecretValue taken = value;
        if (taken == null) {
            throw Json.unexpected();
        }
        value = null;
        return taken;
    }

    @Override
    public void close() {
        SecretValue left = value;
        if (left != null) {
            left.close();
        }
    }
}
