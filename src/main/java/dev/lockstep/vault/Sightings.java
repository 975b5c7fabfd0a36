package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was recognised of the values that were looked into since the vault was unlocked. Values are known by their fingerprints, so that a
 * secret that changed otherwise need not be opened again. Safe for use by several threads.
 */
final class Sightings {
    private final Map<Long, Optional<KnownKey>> seen = new ConcurrentHashMap<>();
    private final Map<SecretId, Long> unreadable = new ConcurrentHashMap<>();

    /** Notes what a value of this fingerprint is; empty for nothing that is known. */
    void saw(SecretId secret, long fingerprint, Optional<KnownKey> key) {
        unreadable.remove(secret);
        seen.put(fingerprint, key);
    }

    /** Notes that the value of this fingerprint could not be opened. */
    void couldNotOpen(SecretId secret, long fingerprint) {
        unreadable.put(secret, fingerprint);
    }

    boolean has(long fingerprint) {
        return seen.containsKey(fingerprint);
    }

    Optional<KnownKey> key(long fingerprint) {
        return seen.getOrDefault(fingerprint, Optional.empty());
    }

    boolean unreadable(SecretId secret, long fingerprint) {
        Long found = unreadable.get(secret);
        return found != null && found == fingerprint;
    }

    void forget() {
        seen.clear();
        unreadable.clear();
    }
}
