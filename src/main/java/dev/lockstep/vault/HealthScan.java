package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads the heads of all secrets outside the trash once, for a report on their health. */
final class HealthScan {
    private static final long MILLIS_A_DAY = 86_400_000;

    private final HeadTable heads;
    private final Tallies tallies;
    private final Map<CollectionId, Environment> environments = new HashMap<>();
    private final Sightings sightings;
    private final LocalDate today;
    private final Age[] ages = Age.values();
    private final long[] ageStarts = new long[ages.length];
    private final SortedMap<Integer, Finding.Misplaced> misplaced = new TreeMap<>();
    private final SortedMap<Integer, Finding.NotSecret> published = new TreeMap<>();

    HealthScan(
            HeadTable heads,
            Tallies tallies,
            Map<CollectionId, SecretCollection> collections,
            Sightings sightings,
            Clock clock) {
        this.heads = heads;
        this.tallies = tallies;
        this.sightings = sightings;
        collections.forEach((id, collection) -> environments.put(id, Environment.of(collection)));
        ZoneId zone = clock.getZone();
        today = LocalDate.now(clock);
        for (int i = 0; i < ages.length; i++) {
            ageStarts[i] = ages[i] == Age.OLDER
                    ? Long.MIN_VALUE
                    : today.minusDays(ages[i].upTo())
                            .atStartOfDay(zone)
                            .toInstant()
                            .toEpochMilli();
        }
    }

    /** Reads them in the order in which they lie in memory and keeps what they tell in the order of their names. */
    HealthReport report(SlotOrder names) {
        int[] places = places(names);
        int count = (int) IntStream.of(places).filter(place -> place >= 0).count();
        Vitals vitals = new Vitals(count);
        long[] fingerprints = new long[count];
        for (int slot = 0; slot < places.length; slot++) {
            int place = places[slot];
            if (place >= 0) {
                fingerprints[place] = heads.longAt(slot, HeadCodec.FINGERPRINT_AT);
                read(slot, place, vitals);
            }
        }
        SharedValues shared = new SharedValues(fingerprints, at -> !vitals.is(at, Vitals.EMPTY));
        return new HealthReport(today, vitals, shared, misplaced, published);
    }

    /** For each slot its place among the names outside the trash, or -1. */
    private int[] places(SlotOrder names) {
        int[] places = new int[heads.slots()];
        for (int slot = 0; slot < places.length; slot++) {
            boolean kept = heads.alive(slot) && heads.longAt(slot, HeadCodec.TRASHED_AT) == 0;
            places[slot] = kept ? 0 : -1;
        }
        int place = 0;
        for (int i = 0; i < names.size(); i++) {
            int slot = names.at(i);
            if (places[slot] >= 0) {
                places[slot] = place++;
            }
        }
        return places;
    }

    private void read(int slot, int place, Vitals vitals) {
        long changed = heads.longAt(slot, HeadCodec.VALUE_CHANGED_AT);
        int day = Math.clamp(Math.floorDiv(changed, MILLIS_A_DAY), Integer.MIN_VALUE, Integer.MAX_VALUE);
        SecretId id = heads.id(slot);
        vitals.put(place, id, heads.intAt(slot, HeadCodec.ROTATE_BY_AT));
        vitals.put(place, age(changed), day, marks(slot, place, id));
    }

    private Age age(long changed) {
        int age = 0;
        while (changed < ageStarts[age]) {
            age++;
        }
        return ages[age];
    }

    private int marks(int slot, int place, SecretId id) {
        int marks = tallies.nameProblem(slot) ? Vitals.BAD_NAME : 0;
        if (tallies.overdue(slot, today)) {
            marks |= Vitals.OVERDUE;
        } else if (tallies.due(slot, today)) {
            marks |= Vitals.DUE_SOON;
        }
        int strength = heads.byteAt(slot, HeadCodec.STRENGTH_AT);
        if (strength <= Strength.WEAK.code()) {
            marks |= Vitals.WEAK;
        }
        return heads.intAt(slot, HeadCodec.SIZE_AT) == 0 ? marks | Vitals.EMPTY : marks | looked(slot, place, id);
    }

    private int looked(int slot, int place, SecretId id) {
        long fingerprint = heads.longAt(slot, HeadCodec.FINGERPRINT_AT);
        if (sightings.unreadable(id, fingerprint)) {
            return Vitals.UNREADABLE;
        }
        if (!sightings.has(fingerprint)) {
            return Vitals.UNSEEN;
        }
        sightings.key(fingerprint).ifPresent(key -> judge(slot, place, key));
        return 0;
    }

    private void judge(int slot, int place, KnownKey key) {
        Entry.Kind filed = Entry.Kind.of(heads.byteAt(slot, HeadCodec.KIND_AT));
        Environment environment = environments.getOrDefault(heads.collection(slot), Environment.UNKNOWN);
        Optional<Misfit> misfit = Misfit.of(key, heads.name(slot), filed, environment);
        if (misfit.isPresent()) {
            misplaced.put(place, new Finding.Misplaced(heads.id(slot), key, misfit.get()));
        } else if (key.published()) {
            published.put(place, new Finding.NotSecret(heads.id(slot), key));
        }
    }
}
