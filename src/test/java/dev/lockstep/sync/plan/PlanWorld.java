package dev.lockstep.sync.plan;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Secrets with values, and one remote with what is known of it. Lists are of {@link #LISTED}, our writes of {@link #PUSHED} long before. */
final class PlanWorld implements Values {
    static final CollectionId COLLECTION = new CollectionId(new RowId(7, 7));
    static final CollectionId OTHER_COLLECTION = new CollectionId(new RowId(7, 8));
    static final RemoteId REMOTE = new RemoteId(new RowId(9, 9));
    static final Instant PUSHED = Instant.parse("2027-05-02T08:00:00Z");
    static final Instant LISTED = PUSHED.plus(Duration.ofDays(1));
    static final Instant THERE = Instant.parse("2027-05-02T07:59:58Z");
    static final Traces TRACES = Traces.times(Optional.of(THERE), Optional.of(THERE));

    /** Which values were opened, in order. */
    final List<String> opened = new ArrayList<>();

    final Map<String, LedgerLine> lines = new TreeMap<>();
    private final Map<SecretId, LocalSecret> secrets = new LinkedHashMap<>();
    private final Map<SecretId, byte[]> values = new LinkedHashMap<>();
    private int written;
    Target target;
    Head head = Head.NONE.listed(LISTED, 1);

    PlanWorld(VendorContract contract) {
        this(contract, Direction.PUSH);
    }

    PlanWorld(VendorContract contract, Direction direction) {
        target = new Target(REMOTE, COLLECTION, contract, NameMapping.AS_IS, "", new Conduct(false, direction, true));
    }

    static SecretId id(int number) {
        return new SecretId(new RowId(0, number));
    }

    PlanWorld secret(int number, String name, String value) {
        return put(number, name, value.getBytes(StandardCharsets.UTF_8));
    }

    PlanWorld put(int number, String name, byte[] value) {
        SecretId id = id(number);
        secrets.put(id, new LocalSecret(id, COLLECTION, name, false, value.length, ++written));
        values.put(id, value);
        return this;
    }

    PlanWorld trash(int number) {
        LocalSecret was = secret(number);
        secrets.put(was.id(), new LocalSecret(was.id(), COLLECTION, was.name(), true, was.size(), was.valueVersion()));
        return this;
    }

    PlanWorld purge(int number) {
        secrets.remove(id(number));
        return this;
    }

    PlanWorld move(int number) {
        LocalSecret was = secret(number);
        secrets.put(
                was.id(),
                new LocalSecret(was.id(), OTHER_COLLECTION, was.name(), false, was.size(), was.valueVersion()));
        return this;
    }

    LocalSecret secret(int number) {
        return secrets.get(id(number));
    }

    List<LocalSecret> secrets() {
        return List.copyOf(secrets.values());
    }

    /** What is known after the present value was pushed and then seen again in a list. */
    PlanWorld pushed(int number, String there, Traces traces) {
        Observed seen = new Observed(Optional.of("id-" + there), traces, Optional.empty());
        LedgerEntry entry = new LedgerEntry(
                id(number),
                Claim.CREATED,
                Optional.of("id-" + there),
                Optional.of(mark(number, there)),
                traces,
                PUSHED,
                Result.DONE);
        return line(LedgerLine.of(there).owned(entry).seen(Optional.of(seen)));
    }

    ValueMark mark(int number, String there) {
        return new ValueMark(of(there, values.get(id(number))), secret(number).valueVersion());
    }

    PlanWorld adopted(int number, String there, Traces traces) {
        Observed seen = new Observed(Optional.of("id-" + there), traces, Optional.empty());
        return line(LedgerLine.of(there)
                .owned(LedgerEntry.adopted(id(number), seen, PUSHED))
                .seen(Optional.of(seen)));
    }

    PlanWorld foreign(String there) {
        return line(LedgerLine.of(there)
                .seen(Optional.of(new Observed(Optional.of("id-" + there), TRACES, Optional.empty()))));
    }

    PlanWorld seen(String there, Traces traces) {
        Observed seen = new Observed(Optional.of("id-" + there), traces, Optional.empty());
        return line(lines.get(there).seen(Optional.of(seen)));
    }

    PlanWorld unseen(String there) {
        return line(lines.get(there).seen(Optional.empty()));
    }

    /** Somebody read the value there back. */
    PlanWorld read(String there, String value) {
        Observed seen = lines.get(there).observed().orElseThrow();
        Fingerprint fingerprint = of(there, value.getBytes(StandardCharsets.UTF_8));
        return line(lines.get(there).seen(Optional.of(seen.verified(fingerprint, LISTED))));
    }

    PlanWorld line(LedgerLine line) {
        lines.put(line.name(), line);
        return this;
    }

    PlanWorld conduct(Conduct conduct) {
        target = new Target(
                target.id(), target.collection(), target.contract(), target.mapping(), target.prefix(), conduct);
        return this;
    }

    PlanWorld mapping(NameMapping mapping, String prefix) {
        target = new Target(target.id(), target.collection(), target.contract(), mapping, prefix, target.conduct());
        return this;
    }

    RemoteNow now() {
        return new RemoteNow(target, RemoteLedger.of(head, lines.values()));
    }

    Plan plan() {
        try {
            return Planner.plan(List.of(now()), new LocalSecrets(secrets()), this);
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    /** The one row about a secret. */
    Row row(int number) {
        List<Row> rows = plan().rows().stream()
                .filter(row -> row.key().secret().equals(Optional.of(id(number))))
                .toList();
        if (rows.size() != 1) {
            throw new AssertionError(rows.toString());
        }
        return rows.getFirst();
    }

    State state(int number) {
        return plan().standings().stream()
                .filter(standing -> standing.key().secret().equals(Optional.of(id(number))))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Override
    public Fingerprint fingerprint(SecretId secret, RemoteId remote, String there) {
        opened.add(secrets.get(secret).name());
        return of(there, values.get(secret));
    }

    @Override
    public ValueShape shape(SecretId secret) {
        opened.add(secrets.get(secret).name());
        try (SecretValue value = SecretValue.copyOf(values.get(secret))) {
            return ValueShape.of(value);
        }
    }

    static Fingerprint of(String there, byte[] value) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            sum.update((there + "\n").getBytes(StandardCharsets.UTF_8));
            return Fingerprint.of(sum.digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
