package dev.lockstep.sync.ledger;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteSecret.Traces;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The content of a row of a remote, big-endian. Of every item there is exactly one form, and nothing else is taken.
 *
 * <pre>
 * item:        layout u8 = 1 | kind u8 (1 head, 2 line, 3 run, 4 part of a run, 5 open writes) | one of
 * head:        complete time? | count u32 | strange u32 | number of doubled names u16, sorted, each: name | failed (when time | why u8)?
 * line:        name | entry? | observed? | intent? | deleted time?
 * run:         id 16 | started time | parts u32
 * part:        run 16 | number u32 | number of tasks u16, for each: name | action u8 | secret 16?
 * open writes: id 16 | number of writes u16, for each, in the order of the names: name | intent
 * entry:       secret 16 | claim u8 | vendor's id text? | value? | traces | when time | last result u8
 * observed:    vendor's id text? | traces | verified (fingerprint 32 | when time)?
 * intent:      action u8 | run 16 | secret 16 | value? | when time | observed?
 * value:       fingerprint 32 | version u64
 * traces:      created time? | modified time? | mask text? | version u64? | deleted u8
 * x?:          0 u8, or 1 u8 | x
 * time:        seconds since 1970 i64 | nanoseconds u32
 * name, text:  length in bytes u16 | UTF-8
 * </pre>
 */
public final class LedgerCodec {
    private static final int LAYOUT = 1;
    private static final int HEAD = 1;
    private static final int LINE = 2;
    private static final int RUN = 3;
    private static final int PART = 4;
    private static final int WRITES = 5;

    private LedgerCodec() {}

    /** The content of a row. */
    public static byte[] encode(LedgerItem item) {
        Out out = new Out().octet(LAYOUT);
        switch (item) {
            case Head head -> {
                int doubled = head.unclear().doubled().size();
                out.octet(HEAD).optional(head.complete(), out::time).number(head.count());
                out.number(head.unclear().strange()).octet(doubled >>> 8).octet(doubled);
                head.unclear().doubled().forEach(out::text);
                out.optional(
                        head.failed(),
                        failed -> out.time(failed.when()).octet(failed.why().code()));
            }
            case LedgerLine line ->
                out.octet(LINE)
                        .text(line.name())
                        .optional(line.entry(), entry -> put(out, entry))
                        .optional(line.observed(), observed -> put(out, observed))
                        .optional(line.intent(), intent -> put(out, intent))
                        .optional(line.deleted(), out::time);
            case Run run -> out.octet(RUN).id(run.id()).time(run.started()).number(run.parts());
            case RunPart part -> {
                int tasks = part.tasks().size();
                out.octet(PART).id(part.run()).number(part.number());
                out.octet(tasks >>> 8).octet(tasks);
                part.tasks()
                        .forEach(task -> out.text(task.name())
                                .octet(task.action().code())
                                .optional(task.secret(), secret -> out.id(secret.row())));
            }
            case OpenWrites open -> {
                int number = open.writes().size();
                out.octet(WRITES).id(open.id());
                out.octet(number >>> 8).octet(number);
                open.writes().forEach((name, write) -> put(out.text(name), write));
            }
        }
        return out.bytes();
    }

    /**
     * What a row holds.
     *
     * @throws VaultException {@code PartDamaged} if this is no content of a row
     */
    public static LedgerItem decode(byte[] content) throws VaultException {
        try {
            In in = new In(content);
            In.require(in.octet() == LAYOUT);
            LedgerItem item = item(in);
            in.requireEnd();
            return item;
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.SYNC), e);
        }
    }

    private static LedgerItem item(In in) {
        return switch (in.octet()) {
            case HEAD ->
                new Head(
                        in.optional(in::time),
                        in.number(),
                        unclear(in),
                        in.optional(() -> new Head.Failed(in.time(), Coded.of(Setback.values(), in.octet()))));
            case LINE ->
                new LedgerLine(
                        in.text(),
                        in.optional(() -> entry(in)),
                        in.optional(() -> observed(in)),
                        in.optional(() -> intent(in)),
                        in.optional(in::time));
            case RUN -> new Run(in.id(), in.time(), in.number());
            case PART -> new RunPart(in.id(), in.number(), tasks(in));
            case WRITES -> new OpenWrites(in.id(), writes(in));
            default -> throw new IllegalArgumentException();
        };
    }

    private static Head.Unclear unclear(In in) {
        int strange = in.number();
        SortedSet<String> doubled = new TreeSet<>();
        for (int left = in.octet() << 8 | in.octet(); left > 0; left--) {
            String name = in.text();
            In.require(doubled.isEmpty() || doubled.last().compareTo(name) < 0);
            doubled.add(name);
        }
        return new Head.Unclear(strange, doubled);
    }

    private static List<RunPart.Task> tasks(In in) {
        int number = in.octet() << 8 | in.octet();
        In.require(number <= RunPart.MAX_TASKS);
        List<RunPart.Task> tasks = new ArrayList<>(number);
        for (int left = number; left > 0; left--) {
            tasks.add(new RunPart.Task(in.text(), action(in), in.optional(() -> secret(in))));
        }
        return tasks;
    }

    private static SortedMap<String, Intent> writes(In in) {
        int number = in.octet() << 8 | in.octet();
        In.require(number <= OpenWrites.MAX_WRITES);
        SortedMap<String, Intent> writes = new TreeMap<>();
        for (int left = number; left > 0; left--) {
            String name = in.text();
            In.require(writes.isEmpty() || writes.lastKey().compareTo(name) < 0);
            writes.put(name, intent(in));
        }
        return writes;
    }

    private static void put(Out out, LedgerEntry entry) {
        out.id(entry.secret().row())
                .octet(entry.claim().code())
                .optional(entry.vendorId(), out::text)
                .optional(entry.acknowledged(), value -> put(out, value));
        put(out, entry.traces());
        out.time(entry.when()).octet(entry.last().code());
    }

    private static LedgerEntry entry(In in) {
        return new LedgerEntry(
                secret(in),
                Coded.of(Claim.values(), in.octet()),
                in.optional(in::text),
                in.optional(() -> value(in)),
                traces(in),
                in.time(),
                Coded.of(Result.values(), in.octet()));
    }

    private static void put(Out out, Observed observed) {
        out.optional(observed.vendorId(), out::text);
        put(out, observed.traces());
        out.optional(
                observed.verified(),
                verified -> out.raw(verified.fingerprint().bytes()).time(verified.when()));
    }

    private static Observed observed(In in) {
        return new Observed(
                in.optional(in::text),
                traces(in),
                in.optional(() -> new Observed.Verified(fingerprint(in), in.time())));
    }

    private static void put(Out out, Intent intent) {
        out.octet(intent.action().code())
                .id(intent.run())
                .id(intent.secret().row())
                .optional(intent.sent(), value -> put(out, value))
                .time(intent.when())
                .optional(intent.before(), observed -> put(out, observed));
    }

    private static Intent intent(In in) {
        return new Intent(
                action(in),
                in.id(),
                secret(in),
                in.optional(() -> value(in)),
                in.time(),
                in.optional(() -> observed(in)));
    }

    private static void put(Out out, Traces traces) {
        out.optional(traces.created(), out::time)
                .optional(traces.modified(), out::time)
                .optional(traces.mask(), out::text)
                .optional(traces.version())
                .octet(traces.deleted() ? 1 : 0);
    }

    private static Traces traces(In in) {
        Traces traces = new Traces(
                in.optional(in::time), in.optional(in::time), in.optional(in::text), in.optionalNumber(), in.flag());
        In.require(Observed.kept(traces).equals(traces));
        return traces;
    }

    private static void put(Out out, ValueMark value) {
        out.raw(value.fingerprint().bytes()).number(value.version());
    }

    private static ValueMark value(In in) {
        return new ValueMark(fingerprint(in), in.longNumber());
    }

    private static Fingerprint fingerprint(In in) {
        return Fingerprint.of(in.raw(Fingerprint.SIZE));
    }

    private static Action action(In in) {
        return Coded.of(Action.values(), in.octet());
    }

    private static SecretId secret(In in) {
        return new SecretId(in.id());
    }
}
