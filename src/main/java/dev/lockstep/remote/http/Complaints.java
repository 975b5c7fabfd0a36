package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a vendor finds wrong with a request, as the frameworks of several write it: an array of objects that say where ({@code loc},
 * {@code location} or {@code field}, a text or its steps) and what ({@code msg} or {@code message}). Nothing else of them is read: some repeat
 * the value that was sent.
 */
public final class Complaints {
    private static final int MOST = 10;

    private final List<String> found = new ArrayList<>();

    /** Reads the value that comes next, and leaves it out if it is no such array. */
    public void read(Json json) throws RemoteException {
        if (!json.atArray()) {
            json.skip();
            return;
        }
        json.array(() -> {
            if (json.atObject()) {
                readOne(json);
            } else {
                json.skip();
            }
        });
    }

    private void readOne(Json json) throws RemoteException {
        StringBuilder where = new StringBuilder();
        StringBuilder what = new StringBuilder();
        json.object(name -> {
            switch (name) {
                case "loc", "location", "field" -> readWhere(json, where);
                case "msg", "message" -> readText(json, what);
                default -> json.skip();
            }
        });
        if (!what.isEmpty() && found.size() < MOST) {
            found.add(where.isEmpty() ? what.toString() : where + ": " + what);
        }
    }

    /** The last step: the first ones name the body. */
    private static void readWhere(Json json, StringBuilder where) throws RemoteException {
        if (!json.atArray()) {
            readText(json, where);
            return;
        }
        json.array(() -> readText(json, where));
    }

    private static void readText(Json json, StringBuilder into) throws RemoteException {
        if (json.atText()) {
            into.setLength(0);
            into.append(json.text());
        } else {
            json.skip();
        }
    }

    /** All of them in one line, not cleaned; empty if there were none. */
    public String text() {
        return String.join("; ", found);
    }
}
