package dev.lockstep.remote.hookpulse;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.http.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads one secret of a list. A value that the list may show is passed over, and so are times, which are in a time zone that nobody tells. */
final class Entry {
    /** The surest name first: an {@code id} beside a {@code secret_uuid} is a number of the vendor's own. */
    private static final List<String> IDS = List.of("secret_uuid", "uuid", "id");

    private static final List<String> NAMES = List.of("secret_key", "key", "name");

    private Entry() {}

    static RemoteSecret of(Json json) throws RemoteException {
        Map<String, String> found = new HashMap<>();
        json.object(name -> {
            if ((IDS.contains(name) || NAMES.contains(name)) && (json.atText() || json.atNumber())) {
                found.put(name, json.id());
            } else {
                json.skip();
            }
        });
        String name = first(found, NAMES).orElseThrow(Json::unexpected);
        return new RemoteSecret(first(found, IDS), name, Optional.empty(), Optional.empty(), RemoteSecret.Traces.NONE);
    }

    private static Optional<String> first(Map<String, String> found, List<String> names) {
        return names.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
