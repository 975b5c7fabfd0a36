package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.FingerprintKey;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands inside sealed rows: whatever a decoder takes it writes back so that it reads the same again. */
public final class CodecFuzz {
    private static final RowId ID = new RowId(0x0102030405060708L, 0x1112131415161718L);

    private CodecFuzz() {}

    private interface Codec {
        /** Decodes, encodes, decodes and compares. */
        void comesBack(byte[] content) throws VaultException;
    }

    private record Target(List<byte[]> seeds, List<Failure.Part> parts, List<Codec> codecs) implements FuzzTarget {
        @Override
        public void accept(byte[] input) {
            for (Codec codec : codecs) {
                try {
                    codec.comesBack(input.clone());
                } catch (VaultException e) {
                    assertTrue(
                            e.failure() instanceof Failure.PartDamaged damaged && parts.contains(damaged.part()),
                            () -> e.failure().toString());
                }
            }
        }
    }

    static SecretDetails details() {
        return new SecretDetails(
                new CollectionId(ID),
                "API_KEY",
                "Z\u00fcrich \u9375",
                List.of("prod", "\ud83d\udd11"),
                Entry.Kind.TOKEN,
                true,
                Optional.of(LocalDate.of(2027, 3, 1)),
                30);
    }

    private static Head headOf(SecretDetails details) {
        Head.ValueInfo info = new Head.ValueInfo(5, 2, Strength.FAIR, 7, new byte[16], new byte[8], new SetHash(1, 2));
        return new Head(details, 1, 2, 3, 4, 0, info);
    }

    public static FuzzTarget head() {
        byte[] genuine = HeadCodec.encode(headOf(details()));
        SecretDetails bare = SecretDetails.named(new CollectionId(ID), "A");
        byte[] format1 = format1(genuine);
        Codec present = content -> {
            Head head = HeadCodec.decode(content);
            assertTrue(HeadCodec.wellFormed(content, 0, content.length));
            byte[] written = HeadCodec.encode(head);
            assertArrayEquals(written, HeadCodec.encode(HeadCodec.decode(written)));
            assertEquals(head.details(), HeadCodec.decode(written).details());
        };
        Codec former = content -> {
            Head head = HeadCodec.decode(HeadCodec.fromFormat1(content, new SetHash(3, 4)));
            assertEquals(new SetHash(3, 4), head.value().history());
        };
        return new Target(
                List.of(genuine, HeadCodec.encode(headOf(bare)), format1),
                List.of(Failure.Part.HEADS),
                List.of(present, former));
    }

    private static byte[] format1(byte[] head) {
        byte[] former = Arrays.copyOf(head, head.length - RowId.SIZE);
        System.arraycopy(head, HeadCodec.NAME_AT, former, HeadCodec.HISTORY_AT, former.length - HeadCodec.HISTORY_AT);
        former[0] = 1;
        return former;
    }

    public static FuzzTarget keyValue() {
        SecretValue value = SecretValue.copyOf(new byte[] {1, 2, 3});
        Drafts.Draft draft = new Drafts.Draft(
                ID, Optional.of(new Drafts.Base(new SecretId(ID), 9)), details(), Instant.ofEpochMilli(5));
        Drafts.Draft fresh = new Drafts.Draft(ID, Optional.empty(), details(), Instant.EPOCH);
        Layout layout = new Layout(List.of("name", "updated"), List.of(1.5, Double.NaN), Query.Order.NAME, true);
        return new Target(
                List.of(
                        KeyValueCodec.encode(new SecretCollection(new CollectionId(ID), "Acme", "prod", "free")),
                        KeyValueCodec.encode(ID, layout),
                        KeyValueCodec.encode(ID, Policy.DEFAULT),
                        RemoteCodec.encode(remote(true), Map.of("a", value, "b-2", value)),
                        RemoteCodec.encode(remote(false), Map.of()),
                        KeyValueCodec.encode(ID, new SyncPolicy(true)),
                        fingerprintKey(),
                        KeyValueCodec.encode(draft, value),
                        KeyValueCodec.encode(fresh, null)),
                List.of(Failure.Part.SETTINGS, Failure.Part.HEADS),
                List.of(
                        CodecFuzz::collection,
                        CodecFuzz::layout,
                        CodecFuzz::policy,
                        CodecFuzz::remote,
                        CodecFuzz::syncPolicy,
                        CodecFuzz::fingerprintKey,
                        CodecFuzz::draft,
                        CodecFuzz::draftValue,
                        CodecFuzz::formerDraft));
    }

    private static void collection(byte[] content) throws VaultException {
        SecretCollection collection = KeyValueCodec.collection(content);
        assertEquals(collection, KeyValueCodec.collection(KeyValueCodec.encode(collection)));
    }

    private static void layout(byte[] content) throws VaultException {
        Layout layout = KeyValueCodec.layout(content);
        assertEquals(layout, KeyValueCodec.layout(KeyValueCodec.encode(KeyValueCodec.id(content), layout)));
    }

    private static void policy(byte[] content) throws VaultException {
        Policy policy = KeyValueCodec.policy(content);
        assertEquals(policy, KeyValueCodec.policy(KeyValueCodec.encode(ID, policy)));
    }

    private static Remote remote(boolean full) {
        Map<String, String> settings = full ? Map.of("address", "https://a", "scope", "7") : Map.of();
        RemoteDetails details = new RemoteDetails("Acme", "there", NameMapping.LOWER_SNAKE, full ? "k_" : "", settings);
        return new Remote(
                new RemoteId(ID),
                new CollectionId(ID),
                "mixpeek",
                details,
                new Conduct(full, full ? Direction.TWO_WAY : Direction.PUSH, full),
                Instant.ofEpochMilli(5),
                Instant.ofEpochMilli(6),
                full ? Set.of("a", "b-2") : Set.of());
    }

    private static void remote(byte[] content) throws VaultException {
        Remote remote = RemoteCodec.remote(content);
        Map<String, SecretValue> credentials = RemoteCodec.credentials(content);
        assertEquals(remote.credentials(), credentials.keySet());
        byte[] written = RemoteCodec.encode(remote, credentials);
        assertEquals(remote, RemoteCodec.remote(written));
        Map<String, SecretValue> back = RemoteCodec.credentials(written);
        credentials.forEach((id, value) -> assertTrue(value.sameAs(back.get(id))));
        credentials.values().forEach(SecretValue::close);
        back.values().forEach(SecretValue::close);
    }

    private static void syncPolicy(byte[] content) throws VaultException {
        SyncPolicy policy = KeyValueCodec.syncPolicy(content);
        assertEquals(policy, KeyValueCodec.syncPolicy(KeyValueCodec.encode(ID, policy)));
    }

    private static byte[] fingerprintKey() {
        try (FingerprintKey key = FingerprintKey.taking(new byte[FingerprintKey.SIZE])) {
            return KeyValueCodec.encode(ID, key);
        }
    }

    private static void fingerprintKey(byte[] content) throws VaultException {
        try (FingerprintKey key = KeyValueCodec.fingerprintKey(content);
                FingerprintKey back = KeyValueCodec.fingerprintKey(KeyValueCodec.encode(ID, key))) {
            assertArrayEquals(key.exposed(), back.exposed());
        }
    }

    private static void draft(byte[] content) throws VaultException {
        Drafts.Draft draft = KeyValueCodec.draft(content);
        assertEquals(draft, KeyValueCodec.draft(KeyValueCodec.encode(draft, null)));
    }

    private static void draftValue(byte[] content) throws VaultException {
        Drafts.Draft draft = KeyValueCodec.draft(content);
        Optional<SecretValue> value = KeyValueCodec.draftValue(content);
        Optional<SecretValue> back = KeyValueCodec.draftValue(KeyValueCodec.encode(draft, value.orElse(null)));
        assertEquals(value.isPresent(), back.isPresent());
        assertTrue(value.isEmpty() || value.get().sameAs(back.orElseThrow()));
    }

    private static void formerDraft(byte[] content) throws VaultException {
        byte[] upgraded = KeyValueCodec.fromFormat1(content);
        KeyValueCodec.draft(upgraded);
        KeyValueCodec.draftValue(upgraded);
    }

    public static FuzzTarget value() {
        byte[] genuine = ValueCodec.encode(SecretValue.copyOf(new byte[] {1, 2, 3}), 4, Origin.IMPORTED);
        Codec codec = content -> {
            ValueCodec.About about = ValueCodec.about(content);
            byte[] before = content.clone();
            try (SecretValue value = ValueCodec.value(content)) {
                assertEquals(about.size(), value.size());
                assertArrayEquals(new byte[before.length], content);
                byte[] written = ValueCodec.encode(value, about.written().toEpochMilli(), about.origin());
                assertEquals(about, ValueCodec.about(written));
                assertTrue(ValueCodec.value(written).sameAs(value));
            }
        };
        return new Target(List.of(genuine, new byte[9]), List.of(Failure.Part.VALUE), List.of(codec));
    }

    public static FuzzTarget audit() {
        AuditEntry added =
                new AuditEntry(3, Instant.EPOCH, AuditEvent.ADDED, Optional.of(new SecretId(ID)), 1, "NAME", "");
        AuditEntry created = new AuditEntry(1, Instant.EPOCH, AuditEvent.CREATED, Optional.empty(), 1, "", "note");
        Codec codec = content -> {
            AuditCodec.Link link = AuditCodec.decode(3, content);
            AuditCodec.Link back = AuditCodec.decode(3, AuditCodec.encode(link));
            assertEquals(link.entry(), back.entry());
            assertArrayEquals(link.before(), back.before());
        };
        return new Target(
                List.of(
                        AuditCodec.encode(new AuditCodec.Link(added, new byte[32])),
                        AuditCodec.encode(new AuditCodec.Link(created, new byte[32]))),
                List.of(Failure.Part.AUDIT),
                List.of(codec));
    }
}
