package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.Failure.Part;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written comes back, and no bytes make a decoder fail in an unnamed way. */
class CodecsTest {
    private final Random random = new Random(1234);

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            int point = random.nextInt(random.nextInt(4) == 0 ? 0x110000 : 0x80);
            boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            text.appendCodePoint(surrogate ? 'x' : point);
        }
        return text.toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private SecretDetails details() {
        List<String> tags = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            tags.add(text(20));
        }
        Entry.Kind[] kinds = Entry.Kind.values();
        return new SecretDetails(
                new CollectionId(RowId.random(random)),
                text(100),
                text(300),
                tags,
                kinds[random.nextInt(kinds.length)],
                random.nextBoolean(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000)),
                random.nextInt(65_536));
    }

    private Head head() {
        Strength[] strengths = Strength.values();
        return new Head(
                details(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                new Head.ValueInfo(
                        random.nextInt(),
                        random.nextInt(),
                        strengths[random.nextInt(strengths.length)],
                        random.nextLong(),
                        bytes(16),
                        bytes(8),
                        SetHash.of(bytes(16))));
    }

    @Test
    void headsComeBack() throws Exception {
        for (int round = 0; round < 3000; round++) {
            Head head = head();
            byte[] content = HeadCodec.encode(head);
            Head back = HeadCodec.decode(content);
            assertEquals(head.details(), back.details());
            assertArrayEquals(content, HeadCodec.encode(back));
        }
    }

    @Test
    void keyValueRowsComeBack() throws Exception {
        for (int round = 0; round < 2000; round++) {
            RowId id = RowId.random(random);
            SecretCollection collection = new SecretCollection(new CollectionId(id), text(100), text(50), text(20));
            assertEquals(collection, KeyValueCodec.collection(KeyValueCodec.encode(collection)));
            assertEquals(id, KeyValueCodec.id(KeyValueCodec.encode(collection)));
            Layout layout = new Layout(
                    List.of(text(10), text(10)),
                    List.of(random.nextDouble(), Double.NaN),
                    Query.Order.values()[random.nextInt(Query.Order.values().length)],
                    random.nextBoolean());
            assertEquals(layout, KeyValueCodec.layout(KeyValueCodec.encode(id, layout)));
            draftComesBack(id);
        }
    }

    private void draftComesBack(RowId id) throws VaultException {
        Optional<Drafts.Base> base = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Drafts.Base(new SecretId(RowId.random(random)), random.nextLong()));
        Drafts.Draft draft = new Drafts.Draft(id, base, details(), Instant.ofEpochMilli(random.nextLong()));
        byte[] typed = bytes(random.nextInt(200));
        try (SecretValue value = SecretValue.copyOf(typed)) {
            byte[] content = KeyValueCodec.encode(draft, value);
            assertEquals(draft, KeyValueCodec.draft(content));
            try (SecretValue back = KeyValueCodec.draftValue(content).orElseThrow()) {
                assertArrayEquals(typed, back.use(byte[]::clone));
            }
        }
        assertEquals(Optional.empty(), KeyValueCodec.draftValue(KeyValueCodec.encode(draft, null)));
    }

    private static Map<String, SecretValue> copies(Map<String, byte[]> credentials) {
        return credentials.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> SecretValue.copyOf(entry.getValue())));
    }

    private Map<String, byte[]> credentials() {
        Map<String, byte[]> credentials = new TreeMap<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            credentials.put("c-" + random.nextInt(20), bytes(1 + random.nextInt(100)));
        }
        return credentials;
    }

    private Remote remote(Set<String> credentials) {
        NameMapping[] mappings = NameMapping.values();
        Map<String, String> settings = new TreeMap<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            settings.put("s" + random.nextInt(20), text(60));
        }
        NameMapping mapping = mappings[random.nextInt(mappings.length)];
        return new Remote(
                new RemoteId(RowId.random(random)),
                new CollectionId(RowId.random(random)),
                "vendor-" + random.nextInt(10),
                new RemoteDetails(text(100), text(300), mapping, text(20), settings),
                new Conduct(random.nextBoolean(), Direction.of(random.nextInt(3)), random.nextBoolean()),
                Instant.ofEpochMilli(random.nextLong()),
                Instant.ofEpochMilli(random.nextLong()),
                credentials);
    }

    @Test
    void remotesComeBackWithTheirCredentials() throws Exception {
        for (int round = 0; round < 2000; round++) {
            Map<String, byte[]> given = credentials();
            Remote remote = remote(given.keySet());
            byte[] content = RemoteCodec.encode(remote, copies(given));
            assertEquals(remote, RemoteCodec.remote(content));
            assertEquals(remote.id().row(), KeyValueCodec.id(content));
            Map<String, SecretValue> back = RemoteCodec.credentials(content);
            assertEquals(given.keySet(), back.keySet());
            for (Map.Entry<String, byte[]> credential : given.entrySet()) {
                try (SecretValue value = back.get(credential.getKey())) {
                    assertArrayEquals(credential.getValue(), value.use(byte[]::clone));
                }
            }
        }
    }

    @Test
    void anyBytesAreARemoteOrDamaged() {
        Map<String, byte[]> given = Map.of("a", new byte[] {1}, "b", new byte[] {2, 3});
        byte[] genuine = RemoteCodec.encode(remote(given.keySet()), copies(given));
        total(Part.SETTINGS, RemoteCodec::remote, genuine);
        total(
                Part.SETTINGS,
                content -> RemoteCodec.credentials(content).values().forEach(SecretValue::close),
                genuine);
    }

    @Test
    void aRemoteThatClaimsACredentialOfTwoGigabytesIsDamagedAndTakesNoMemory() {
        Map<String, byte[]> given = Map.of("a", new byte[] {1});
        byte[] content = RemoteCodec.encode(remote(given.keySet()), copies(given));
        ByteBuffer.wrap(content).putInt(content.length - 5, Integer.MAX_VALUE);
        assertEquals(new Failure.PartDamaged(Part.SETTINGS), Sample.failureOf(() -> RemoteCodec.remote(content)));
        assertEquals(new Failure.PartDamaged(Part.SETTINGS), Sample.failureOf(() -> RemoteCodec.credentials(content)));
    }

    private interface Decoder {
        void decode(byte[] content) throws VaultException;
    }

    private void total(Part part, Decoder decoder, byte[] genuine) {
        for (int round = 0; round < 30_000; round++) {
            byte[] content;
            if (round % 3 == 0) {
                content = bytes(random.nextInt(300));
            } else {
                content = Arrays.copyOf(genuine, round % 3 == 1 ? genuine.length : random.nextInt(genuine.length + 9));
                for (int left = random.nextInt(4); left > 0 && content.length > 0; left--) {
                    content[random.nextInt(content.length)] = (byte) random.nextInt();
                }
            }
            try {
                decoder.decode(content);
            } catch (VaultException e) {
                assertEquals(new Failure.PartDamaged(part), e.failure());
            } catch (RuntimeException | OutOfMemoryError e) {
                fail(Arrays.toString(content), e);
            }
        }
    }

    @Test
    void anyBytesAreAHeadOrDamaged() {
        total(Part.HEADS, HeadCodec::decode, HeadCodec.encode(head()));
    }

    @Test
    void anyBytesAreAKeyValueRowOrDamaged() {
        RowId id = RowId.random(random);
        SecretCollection collection = new SecretCollection(new CollectionId(id), "name", "environment", "rule");
        total(Part.SETTINGS, KeyValueCodec::collection, KeyValueCodec.encode(collection));
        Layout layout = new Layout(List.of("a", "b"), List.of(1.0, 2.0), Query.Order.ID, true);
        total(Part.SETTINGS, KeyValueCodec::layout, KeyValueCodec.encode(id, layout));
        total(Part.SETTINGS, KeyValueCodec::id, KeyValueCodec.encode(id, layout));
    }

    @Test
    void anyBytesAreADraftOrDamaged() {
        Drafts.Draft draft = new Drafts.Draft(RowId.random(random), Optional.empty(), details(), Instant.EPOCH);
        byte[] genuine = KeyValueCodec.encode(draft, null);
        total(Part.SETTINGS, KeyValueCodec::draftValue, genuine);
        for (int round = 0; round < 30_000; round++) {
            byte[] content = genuine.clone();
            content[random.nextInt(content.length)] = (byte) random.nextInt();
            try {
                KeyValueCodec.draft(Arrays.copyOf(content, random.nextInt(content.length + 1)));
            } catch (VaultException e) {
                Failure failure = e.failure();
                boolean named = failure.equals(new Failure.PartDamaged(Part.SETTINGS))
                        || failure.equals(new Failure.PartDamaged(Part.HEADS));
                assertEquals(true, named, failure.toString());
            }
        }
    }

    @Test
    void aDraftThatClaimsAHeadOfTwoGigabytesIsDamagedAndTakesNoMemory() {
        Drafts.Draft draft = new Drafts.Draft(RowId.random(random), Optional.empty(), details(), Instant.EPOCH);
        byte[] content = KeyValueCodec.encode(draft, null);
        ByteBuffer.wrap(content).putInt(17 + 1 + 16 + 8 + 8, Integer.MAX_VALUE);
        assertEquals(new Failure.PartDamaged(Part.SETTINGS), Sample.failureOf(() -> KeyValueCodec.draft(content)));
    }

    @Test
    void anyBytesAreAValueOrDamaged() {
        total(Part.VALUE, content -> ValueCodec.value(content).close(), new byte[20]);
    }
}
