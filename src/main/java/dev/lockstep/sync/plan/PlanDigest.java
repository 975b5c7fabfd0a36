package dev.lockstep.sync.plan;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Capability;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerCodec;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Result;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * SHA-256 of all that a plan was made from: how the remotes are set up, what is known of them, and which secrets and values the collections have.
 * When something was seen or written does not count, so looking again and finding the same does not make a plan stale.
 *
 * @param text 64 lower-case hexadecimal digits
 */
public record PlanDigest(String text) {
    private static final Comparator<LocalSecret> BY_ID = Comparator.comparingLong(
                    (LocalSecret secret) -> secret.id().row().high())
            .thenComparingLong(secret -> secret.id().row().low());

    /** In place of any time that does not count. */
    private static final Instant ANY = Instant.EPOCH;

    static PlanDigest of(List<RemoteNow> remotes, LocalSecrets secrets) {
        MessageDigest sum = sha256();
        Set<CollectionId> collections = new HashSet<>();
        Set<SecretId> bound = new HashSet<>();
        for (RemoteNow remote : remotes) {
            collections.add(remote.target().collection());
            add(sum, remote.target());
            Head head = remote.ledger().head();
            add(
                    sum,
                    head.complete().isPresent() + " " + head.isCurrent() + " "
                            + Listing.of(remote).emptied() + " " + remote.emptied());
            head.unclear().doubled().forEach(name -> add(sum, name));
            add(sum, Integer.toString(remote.ledger().lines().size()));
            for (LedgerLine line : remote.ledger().lines().values()) {
                line.entry().ifPresent(entry -> bound.add(entry.secret()));
                line.intent().ifPresent(intent -> bound.add(intent.secret()));
                add(sum, LedgerCodec.encode(timeless(line)));
            }
        }
        secrets.all().stream()
                .filter(secret ->
                        bound.contains(secret.id()) || (collections.contains(secret.collection()) && !secret.trashed()))
                .sorted(BY_ID)
                .forEach(secret -> add(sum, secret));
        return new PlanDigest(HexFormat.of().formatHex(sum.digest()));
    }

    private static void add(MessageDigest sum, Target target) {
        Set<Capability> sorted = new TreeSet<>(target.contract().capabilities());
        add(sum, target.id() + " " + target.collection() + " " + target.mapping() + " " + target.conduct());
        add(sum, target.contract().vendor() + " " + sorted);
        add(sum, target.prefix());
    }

    private static void add(MessageDigest sum, LocalSecret secret) {
        sum.update(secret.id().row().bytes());
        sum.update(secret.collection().row().bytes());
        sum.update(ByteBuffer.allocate(9)
                .put((byte) (secret.trashed() ? 1 : 0))
                .putLong(secret.valueVersion())
                .flip());
        add(sum, secret.name());
    }

    private static void add(MessageDigest sum, String text) {
        add(sum, text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static void add(MessageDigest sum, byte[] bytes) {
        sum.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        sum.update(bytes);
    }

    private static LedgerLine timeless(LedgerLine line) {
        return new LedgerLine(
                line.name(),
                line.entry().map(PlanDigest::timeless),
                line.observed().map(PlanDigest::timeless),
                line.intent().map(PlanDigest::timeless),
                line.deleted().map(when -> ANY));
    }

    private static LedgerEntry timeless(LedgerEntry entry) {
        return new LedgerEntry(
                entry.secret(),
                entry.claim(),
                entry.vendorId(),
                entry.acknowledged(),
                entry.traces(),
                ANY,
                Result.DONE);
    }

    private static Observed timeless(Observed seen) {
        return seen.verified()
                .map(verified -> seen.verified(verified.fingerprint(), ANY))
                .orElse(seen);
    }

    private static Intent timeless(Intent intent) {
        return new Intent(
                intent.action(),
                intent.run(),
                intent.secret(),
                intent.sent(),
                ANY,
                intent.before().map(PlanDigest::timeless));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
