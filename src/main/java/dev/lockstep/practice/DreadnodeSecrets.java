package dev.lockstep.practice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Secrets by id in the order of their creation. Used by several threads at once. */
final class DreadnodeSecrets {
    private final Clock clock;
    private final boolean caseIgnored;
    private final Map<String, Stored> byId = new LinkedHashMap<>();
    private final Map<String, String> idByName = new LinkedHashMap<>();
    private Optional<Stored> lastNew = Optional.empty();
    private Optional<Stored> lastGone = Optional.empty();
    private int made;

    DreadnodeSecrets(Clock clock, boolean caseIgnored) {
        this.clock = clock;
        this.caseIgnored = caseIgnored;
    }

    /** One secret; its text is its name alone. */
    record Stored(
            String id,
            String name,
            Optional<String> provider,
            String value,
            Instant created,
            Optional<Instant> updated) {
        @Override
        public String toString() {
            return name;
        }
    }

    private String key(String name) {
        return caseIgnored ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** Empty if the name is taken. */
    synchronized Optional<Stored> create(String name, Optional<String> provider, String value) {
        if (idByName.containsKey(key(name))) {
            return Optional.empty();
        }
        String id = UUID.nameUUIDFromBytes(("secret " + made++).getBytes(StandardCharsets.UTF_8))
                .toString();
        Stored stored = new Stored(id, name, provider, value, clock.instant(), Optional.empty());
        byId.put(id, stored);
        idByName.put(key(name), id);
        lastNew = Optional.of(stored);
        lastGone = Optional.empty();
        return Optional.of(stored);
    }

    /** Empty if there is none with this id. */
    synchronized Optional<Stored> update(String id, String value) {
        return Optional.ofNullable(byId.computeIfPresent(
                id,
                (key, old) -> new Stored(
                        id, old.name(), old.provider(), value, old.created(), Optional.of(clock.instant()))));
    }

    /** Empty if there is none with this id. */
    synchronized Optional<Stored> delete(String id) {
        Optional<Stored> gone = Optional.ofNullable(byId.remove(id));
        gone.ifPresent(stored -> {
            idByName.remove(key(stored.name()));
            lastGone = gone;
            lastNew = Optional.empty();
        });
        return gone;
    }

    synchronized boolean holds(String name, byte[] value) {
        Stored stored = byId.get(idByName.getOrDefault(key(name), ""));
        return stored != null && Arrays.equals(stored.value().getBytes(StandardCharsets.UTF_8), value);
    }

    synchronized List<Stored> all() {
        return new ArrayList<>(byId.values());
    }

    /** Those before the last one came or went. */
    synchronized List<Stored> before() {
        List<Stored> stored = all();
        lastNew.ifPresent(newest -> stored.removeIf(one -> one.id().equals(newest.id())));
        lastGone.ifPresent(stored::add);
        return stored;
    }
}
