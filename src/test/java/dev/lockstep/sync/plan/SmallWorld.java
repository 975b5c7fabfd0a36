package dev.lockstep.sync.plan;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** A few secrets, and a vendor's vault as it really is, which others change too. What is known of it comes from listing it, and that may be late. */
final class SmallWorld implements Values {
    private static final CollectionId COLLECTION = new CollectionId(new RowId(1, 1));
    private static final RemoteId REMOTE = new RemoteId(new RowId(2, 2));
    private static final List<String> NAMES = List.of("a", "A", "a-b", "a_b", "A.B", "c", "2x", "d e", "\u00fc");
    private static final List<String> FOREIGN = List.of("a", "A", "a_b", "A_B", "f", "g", "C", "c");

    /** What stands at the vendor, as only the vendor knows it. */
    record There(int id, String value, Instant created, Instant modified, long version, boolean byUs) {}

    /** What is here. */
    record Here(String name, String value, long version, boolean trashed, boolean elsewhere) {}

    final Map<SecretId, Here> here = new LinkedHashMap<>();
    final Map<String, LedgerLine> lines = new TreeMap<>();
    final Target target;
    Map<String, There> there = new TreeMap<>();
    Head head = Head.NONE;

    /** Whether the last list was whole and is what stands there. */
    boolean fresh;

    /** What stood there before the last change, and when that was. */
    private Map<String, There> before = new TreeMap<>();

    private Instant changed = Instant.EPOCH;

    private final Random random;
    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private int counter;

    SmallWorld(Random random) {
        this.random = random;
        VendorContract contract = any(VendorContracts.all());
        Direction direction = contract.can(Capability.READ_VALUE) ? any(List.of(Direction.values())) : Direction.PUSH;
        Conduct conduct = new Conduct(false, direction, random.nextInt(4) > 0);
        NameMapping mapping = random.nextBoolean() ? contract.names().mapping() : any(List.of(NameMapping.values()));
        String prefix = random.nextInt(4) == 0 ? "P_" : "";
        target = new Target(REMOTE, COLLECTION, contract, mapping, prefix, conduct);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String mapped(String name) {
        return target.prefix() + target.mapping().apply(name);
    }

    /** One thing that somebody does. */
    void step() {
        now = now.plusSeconds(random.nextInt(3) == 0 ? 20 : 500);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> add();
            case 3, 4 -> edit();
            case 5 -> lose();
            case 6 -> write(any(FOREIGN));
            case 7 -> {
                if (!there.isEmpty()) {
                    write(any(List.copyOf(there.keySet())));
                }
            }
            case 8 -> {
                if (!there.isEmpty()) {
                    changing();
                    there.remove(any(List.copyOf(there.keySet())));
                }
            }
            case 9 -> fail();
            default -> list(random.nextInt(4) == 0);
        }
    }

    private void add() {
        String name = any(NAMES);
        if (here.values().stream()
                .noneMatch(secret -> !secret.trashed() && secret.name().equals(name))) {
            here.put(new SecretId(new RowId(5, ++counter)), new Here(name, value(), counter, false, false));
        }
    }

    private String value() {
        return any(List.of("one", "two", "three"));
    }

    private void edit() {
        if (!here.isEmpty()) {
            SecretId id = any(List.copyOf(here.keySet()));
            Here was = here.get(id);
            here.put(id, new Here(was.name(), value(), ++counter, was.trashed(), was.elsewhere()));
        }
    }

    private void lose() {
        if (!here.isEmpty()) {
            SecretId id = any(List.copyOf(here.keySet()));
            Here was = here.get(id);
            switch (random.nextInt(4)) {
                case 0 -> here.remove(id);
                case 1 -> here.put(id, new Here(was.name(), was.value(), was.version(), was.trashed(), true));
                default -> here.put(id, new Here(was.name(), was.value(), was.version(), true, was.elsewhere()));
            }
        }
    }

    /** Somebody else creates or changes something there. */
    private void write(String name) {
        changing();
        put(name, value(), false);
    }

    private void changing() {
        before = new TreeMap<>(there);
        changed = now;
        fresh = false;
    }

    private void put(String name, String value, boolean byUs) {
        There was = there.get(name);
        Instant modified = now.plusSeconds(3600);
        there.put(
                name,
                was == null
                        ? new There(++counter, value, modified, modified, 1, byUs)
                        : new There(was.id(), value, was.created(), modified, was.version() + 1, byUs));
    }

    private void fail() {
        head = head.failed(now, Setback.UNAVAILABLE);
        fresh = false;
    }

    /** Takes up what a list has, which after less than two minutes may be what stood there before the last change. */
    void list(boolean late) {
        boolean stale = late && now.isBefore(changed.plusSeconds(110));
        Map<String, There> shown = stale ? before : there;
        for (String name : List.copyOf(lines.keySet())) {
            if (!shown.containsKey(name)) {
                change(lines.get(name).seen(Optional.empty()));
            }
        }
        shown.forEach((name, secret) -> {
            LedgerLine line = lines.getOrDefault(name, LedgerLine.of(name));
            Observed seen = observed(name, secret);
            Optional<Observed> kept = line.observed()
                    .filter(known -> known.vendorId().equals(seen.vendorId())
                            && known.traces().equals(seen.traces()));
            change(line.seen(Optional.of(kept.orElse(seen))));
        });
        head = head.listed(now, shown.size());
        fresh = shown.equals(there);
    }

    /** Reads all values back, right after a list. */
    void read() {
        if (fresh && target.can(Capability.READ_VALUE)) {
            there.forEach((name, secret) -> {
                Observed seen = lines.get(name).observed().orElseThrow();
                Fingerprint read = PlanWorld.of(name, secret.value().getBytes(StandardCharsets.UTF_8));
                change(lines.get(name).seen(Optional.of(seen.verified(read, now))));
            });
        }
    }

    private void change(LedgerLine line) {
        if (line.isBlank()) {
            lines.remove(line.name());
        } else {
            lines.put(line.name(), line);
        }
    }

    private Observed observed(String name, There secret) {
        VendorContract contract = target.contract();
        boolean timed = contract.can(Capability.TIMESTAMPS);
        Traces traces = new Traces(
                timed ? Optional.of(secret.created()) : Optional.empty(),
                timed ? Optional.of(secret.modified()) : Optional.empty(),
                contract.can(Capability.MASK) ? Optional.of(secret.value().substring(0, 1)) : Optional.empty(),
                contract.can(Capability.VERSIONS) ? OptionalLong.of(secret.version()) : OptionalLong.empty(),
                false);
        String id = contract.can(Capability.READ_VALUE) ? "id" + secret.id() : name;
        return new Observed(Optional.of(id), traces, Optional.empty());
    }

    RemoteNow known() {
        return new RemoteNow(target, RemoteLedger.of(head, lines.values()));
    }

    LocalSecrets secrets() {
        List<LocalSecret> all = new ArrayList<>();
        here.forEach((id, secret) -> all.add(new LocalSecret(
                id,
                secret.elsewhere() ? new CollectionId(new RowId(1, 2)) : COLLECTION,
                secret.name(),
                secret.trashed(),
                secret.value().length(),
                secret.version())));
        return new LocalSecrets(all);
    }

    Plan plan() throws Exception {
        return Planner.plan(List.of(known()), secrets(), this);
    }

    /** Does what a plan says as the vendor would, and remembers it. */
    void apply(Plan plan) {
        now = now.plusSeconds(500);
        changing();
        for (Row row : plan.rows()) {
            if (row.isSettled()) {
                settle(row);
            } else if (row.ticked()) {
                apply(row);
            }
        }
    }

    private void settle(Row row) {
        String name = row.key().there();
        LedgerLine line = lines.get(name);
        if (row.reason() instanceof Reason.GoneBoth) {
            change(line.disowned());
        } else {
            own(name, line.entry().orElseThrow().claim(), row.key().secret().orElseThrow());
        }
    }

    private void apply(Row row) {
        String name = row.key().there();
        boolean present = there.containsKey(name);
        switch (row.operation()) {
            case CREATE -> {
                if (!present) {
                    put(name, valueOf(row), true);
                    own(name, Claim.CREATED, row.key().secret().orElseThrow());
                }
            }
            case UPDATE -> {
                if (present) {
                    put(name, valueOf(row), true);
                    own(
                            name,
                            lines.get(name).entry().orElseThrow().claim(),
                            row.key().secret().orElseThrow());
                }
            }
            case DELETE -> {
                there.remove(name);
                change(lines.get(name).deleted(now));
            }
            case ADOPT ->
                change(lines.get(name)
                        .owned(LedgerEntry.adopted(
                                row.key().secret().orElseThrow(),
                                lines.get(name).observed().orElseThrow(),
                                now)));
            case PULL_NEW -> {
                if (present) {
                    SecretId id = new SecretId(new RowId(5, ++counter));
                    here.put(id, new Here(row.name(), there.get(name).value(), counter, false, false));
                    own(name, Claim.PULLED, id);
                }
            }
            case PULL_VERSION -> {
                if (present) {
                    SecretId id = row.key().secret().orElseThrow();
                    here.put(id, new Here(here.get(id).name(), there.get(name).value(), ++counter, false, false));
                    own(name, lines.get(name).entry().orElseThrow().claim(), id);
                }
            }
            case UNCHANGED, CONFLICT, BLOCKED, CANNOT_CHECK -> throw new AssertionError(row);
        }
    }

    private String valueOf(Row row) {
        return here.get(row.key().secret().orElseThrow()).value();
    }

    private void own(String name, Claim claim, SecretId id) {
        There secret = there.get(name);
        ValueMark value =
                new ValueMark(fingerprint(id, REMOTE, name), here.get(id).version());
        LedgerLine line = lines.getOrDefault(name, LedgerLine.of(name));
        Optional<Observed> seen = secret == null ? line.observed() : Optional.of(observed(name, secret));
        change(line.owned(new LedgerEntry(
                        id,
                        claim,
                        seen.flatMap(Observed::vendorId),
                        Optional.of(value),
                        seen.map(Observed::traces).orElse(Traces.NONE),
                        now,
                        Result.DONE))
                .seen(seen));
    }

    @Override
    public Fingerprint fingerprint(SecretId secret, RemoteId remote, String name) {
        return PlanWorld.of(name, here.get(secret).value().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ValueShape shape(SecretId secret) {
        try (SecretValue value = SecretValue.copyOf(here.get(secret).value().getBytes(StandardCharsets.UTF_8))) {
            return ValueShape.of(value);
        }
    }
}
