package dev.lockstep.sync.model;

import dev.lockstep.practice.SteppingClock;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What one vendor has, in the shape in which that vendor tells of it, with all that ever happened there. */
final class Shop {
    /** Who writes. */
    enum Writer {
        US,
        OTHERS
    }

    /** One secret there. */
    record Kept(
            long number,
            String name,
            String value,
            Instant created,
            Instant modified,
            int version,
            boolean deleted,
            Writer writer) {}

    /** Something that happened to a name; the value is empty if it went. */
    record Event(Instant when, String name, Optional<String> value, Writer by) {}

    final Vendor vendor;
    final VendorContract contract;
    private final SteppingClock clock;
    private final boolean twins;
    private final Optional<Real> real;
    private final Map<Long, Kept> kept = new LinkedHashMap<>();
    private final TreeMap<Instant, Map<Long, Kept>> past = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private long last;

    /**
     * An empty one.
     *
     * @param twins whether a name can be given twice
     * @param real where everything is done first; empty for a shop of its own
     */
    Shop(Vendor vendor, SteppingClock clock, boolean twins, Optional<Real> real) {
        this.real = real;
        this.vendor = vendor;
        this.contract = VendorContracts.of(vendor);
        this.clock = clock;
        this.twins = twins;
        past.put(Instant.MIN, Map.of());
    }

    boolean hasTwins() {
        return twins;
    }

    /** Whether the name is what the vendor wants a secret named by. */
    private boolean isNamedByName() {
        return vendor == Vendor.MIXPEEK || vendor == Vendor.KV_V2;
    }

    private boolean keepsDeleted() {
        return vendor == Vendor.KV_V2;
    }

    String id(Kept one) {
        return isNamedByName()
                ? one.name()
                : real.map(there -> there.id(one.number())).orElse("id-" + one.number());
    }

    /** Empty if the name is taken. */
    Optional<Kept> create(String name, String value, Writer by) {
        Optional<Kept> there = find(name);
        boolean over = there.isPresent() && there.get().deleted();
        if (over || there.isEmpty()) {
            long number = over ? there.get().number() : last + 1;
            if (real.isPresent() && !real.get().create(number, name, value)) {
                return Optional.empty();
            }
        }
        if (over) {
            return Optional.of(set(there.get(), value, false, by));
        }
        if (there.isPresent() && (!twins || isNamedByName())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Kept made = new Kept(++last, name, value, now, now, 1, false, by);
        happened(made, Optional.of(value), by);
        return Optional.of(made);
    }

    /** Gives it another value. */
    Kept put(Kept one, String value, Writer by) {
        return real.isPresent() && !real.get().put(one.number(), value) ? one : set(one, value, false, by);
    }

    private Kept set(Kept one, String value, boolean deleted, Writer by) {
        Kept changed = new Kept(
                one.number(),
                one.name(),
                value,
                one.created(),
                deleted ? one.modified() : clock.instant(),
                deleted == one.deleted() || one.deleted() ? one.version() + 1 : one.version(),
                deleted,
                by);
        happened(changed, deleted ? Optional.empty() : Optional.of(value), by);
        return changed;
    }

    void delete(Kept one, Writer by) {
        if (real.isPresent() && !real.get().delete(one.number())) {
            return;
        }
        if (keepsDeleted()) {
            set(one, one.value(), true, by);
        } else {
            remove(one, by);
        }
    }

    /** Gives it a name that nobody has there. */
    void rename(Kept one, String name) {
        if (real.isPresent()) {
            return;
        }
        remove(one, Writer.OTHERS);
        Kept renamed = new Kept(
                one.number(), name, one.value(), one.created(), clock.instant(), one.version(), false, Writer.OTHERS);
        happened(renamed, Optional.of(one.value()), Writer.OTHERS);
    }

    /** Undoes a deletion there. */
    void bringBack(Kept one) {
        if (real.isPresent()) {
            return;
        }
        Kept back = new Kept(
                one.number(),
                one.name(),
                one.value(),
                one.created(),
                one.modified(),
                one.version(),
                false,
                one.writer());
        happened(back, Optional.of(one.value()), Writer.OTHERS);
    }

    /** Leaves nothing of it. */
    void destroy(Kept one, Writer by) {
        if (real.isEmpty() || (!keepsDeleted() && real.get().delete(one.number()))) {
            remove(one, by);
        }
    }

    private void remove(Kept one, Writer by) {
        kept.remove(one.number());
        events.add(new Event(clock.instant(), one.name(), Optional.empty(), by));
        past.put(clock.instant(), Map.copyOf(kept));
    }

    private void happened(Kept now, Optional<String> value, Writer by) {
        kept.put(now.number(), now);
        events.add(new Event(clock.instant(), now.name(), value, by));
        past.put(clock.instant(), new LinkedHashMap<>(kept));
    }

    /** The one of a name, deleted or not. */
    Optional<Kept> find(String name) {
        return kept.values().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    Optional<Kept> byId(String id) {
        return kept.values().stream().filter(one -> id(one).equals(id)).findFirst();
    }

    List<Kept> all() {
        return List.copyOf(kept.values());
    }

    /** What stood there at a moment. */
    List<Kept> at(Instant when) {
        return List.copyOf(past.floorEntry(when).getValue().values());
    }

    /** The values that a name had at a moment; several if it stood there twice. */
    List<String> values(String name, Instant when) {
        return at(when).stream()
                .filter(one -> one.name().equals(name) && !one.deleted())
                .map(Kept::value)
                .toList();
    }

    /** Whether it was changed so soon after our own write that the time, which this vendor tells in lists alone, may be taken for ours. */
    boolean isJustAfterOurs(Kept one) {
        return vendor == Vendor.VOXIMPLANT
                && events.stream()
                        .filter(event -> event.by() == Writer.US && event.name().equals(one.name()))
                        .anyMatch(event -> !event.when().isAfter(one.modified())
                                && event.when().plusSeconds(30).isAfter(one.modified()));
    }

    List<Event> events() {
        return events;
    }

    Optional<Real> real() {
        return real;
    }

    /** As a list tells of it. */
    RemoteSecret listed(Kept one) {
        return vendor == Vendor.KV_V2 ? told(one, Traces.NONE) : shown(one);
    }

    /** As the vendor tells of one alone. */
    RemoteSecret shown(Kept one) {
        return told(one, traces(one));
    }

    private Traces traces(Kept one) {
        return switch (vendor) {
            case HOOKPULSE, MIXPEEK -> Traces.NONE;
            case VOXIMPLANT ->
                Traces.times(
                        Optional.of(one.created().truncatedTo(ChronoUnit.SECONDS)),
                        Optional.of(one.modified().truncatedTo(ChronoUnit.SECONDS)));
            case HOOKLISTENER -> Traces.times(Optional.of(one.created()), Optional.of(one.modified()));
            case DREADNODE ->
                new Traces(
                        Optional.of(one.created()),
                        Optional.of(one.modified()),
                        Optional.of(mask(one.value())),
                        OptionalLong.empty(),
                        false);
            case KV_V2 ->
                new Traces(
                        Optional.of(one.created()),
                        Optional.of(one.modified()),
                        Optional.empty(),
                        OptionalLong.of(one.version()),
                        one.deleted());
        };
    }

    static String mask(String value) {
        return value.isEmpty() ? "" : value.charAt(0) + "..." + value.charAt(value.length() - 1);
    }

    /** What a vendor tells right after a write. */
    Optional<RemoteSecret> answered(Kept one, boolean created) {
        if (real.isPresent()) {
            return real.get().told();
        }
        return switch (vendor) {
            case HOOKPULSE ->
                created
                        ? Optional.of(new RemoteSecret(
                                Optional.empty(), one.name(), Optional.empty(), Optional.empty(), Traces.NONE))
                        : Optional.empty();
            case VOXIMPLANT -> created ? Optional.of(told(one, Traces.NONE)) : Optional.empty();
            case MIXPEEK, HOOKLISTENER, DREADNODE -> Optional.of(shown(one));
            case KV_V2 -> {
                Traces all = traces(one);
                Optional<Instant> when = created ? all.modified() : Optional.empty();
                yield Optional.of(told(one, new Traces(when, all.modified(), Optional.empty(), all.version(), false)));
            }
        };
    }

    private RemoteSecret told(Kept one, Traces traces) {
        return new RemoteSecret(Optional.of(id(one)), one.name(), Optional.empty(), Optional.empty(), traces);
    }
}
