package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a remote's key-value row, behind what all of them begin with.
 *
 * <pre>
 * flags u8 (1 paused, 2 deletions, 16 pull or 32 two-way) | collection 16 | created u64 | changed u64
 * | vendor | name | place | name mapping | prefix
 * | number of settings u8, for each by rising id: id | text
 * | number of credentials u8, for each by rising id: id | length u32, at least 1 | bytes
 * </pre>
 */
final class RemoteCodec {
    private static final int FLAGS_AT = 1 + RowId.SIZE;

    private RemoteCodec() {}

    /**
     * The content of the row, to be overwritten by the caller.
     *
     * @param credentials by the ids that the remote names, none of them empty
     */
    static byte[] encode(Remote remote, Map<String, SecretValue> credentials) {
        if (!remote.credentials().equals(credentials.keySet())) {
            throw new IllegalArgumentException("Other credentials than the remote has");
        }
        List<byte[]> texts = texts(remote);
        List<byte[]> settings = new ArrayList<>();
        new TreeMap<>(remote.details().settings()).forEach((id, text) -> {
            settings.add(Wire.utf8(id));
            settings.add(Wire.utf8(text));
        });
        SortedMap<String, SecretValue> sorted = new TreeMap<>(credentials);
        int secret = sorted.entrySet().stream()
                .mapToInt(entry ->
                        2 + entry.getKey().length() + 4 + entry.getValue().size())
                .sum();
        int size = 1 + RowId.SIZE + 8 + 8 + Wire.size(texts) + 1 + Wire.size(settings) + 1 + secret;
        byte[] content = KeyValueCodec.begin(remote.id().row(), size);
        ByteBuffer out = KeyValueCodec.after(content)
                .put((byte) remote.conduct().flags())
                .put(remote.collection().row().bytes())
                .putLong(remote.created().toEpochMilli())
                .putLong(remote.changed().toEpochMilli());
        texts.forEach(text -> Wire.put(out, text));
        out.put((byte) remote.details().settings().size());
        settings.forEach(text -> Wire.put(out, text));
        out.put((byte) sorted.size());
        sorted.forEach((id, value) -> {
            Wire.put(out, Wire.utf8(id));
            out.putInt(value.size());
            value.use(out::put);
        });
        return content;
    }

    /** Pauses a remote within its content. */
    static void pause(byte[] content) {
        content[FLAGS_AT] =
                (byte) Conduct.of(content[FLAGS_AT]).withPaused(true).flags();
    }

    private static List<byte[]> texts(Remote remote) {
        RemoteDetails details = remote.details();
        return List.of(
                Wire.utf8(remote.vendor()),
                Wire.utf8(details.name()),
                Wire.utf8(details.place()),
                Wire.utf8(details.mapping().text()),
                Wire.utf8(details.prefix()));
    }

    /** The remote without what its credentials are. */
    static Remote remote(byte[] content) throws VaultException {
        RemoteId id = new RemoteId(KeyValueCodec.id(content));
        return KeyValueCodec.read(content, in -> {
            Conduct conduct = Conduct.of(in.get());
            CollectionId collection = new CollectionId(RowId.of(Wire.bytes(in, RowId.SIZE)));
            Instant created = Instant.ofEpochMilli(in.getLong());
            Instant changed = Instant.ofEpochMilli(in.getLong());
            String vendor = Wire.text(in);
            KeyValueCodec.require(RemoteDetails.isId(vendor));
            String name = Wire.text(in);
            String place = Wire.text(in);
            NameMapping mapping = NameMapping.of(Wire.text(in)).orElseThrow(IllegalArgumentException::new);
            RemoteDetails details = new RemoteDetails(name, place, mapping, Wire.text(in), settings(in));
            Set<String> credentials = new LinkedHashSet<>();
            walk(in, (credential, length) -> {
                credentials.add(credential);
                in.position(in.position() + length);
            });
            return new Remote(id, collection, vendor, details, conduct, created, changed, credentials);
        });
    }

    private static Map<String, String> settings(ByteBuffer in) {
        Map<String, String> settings = new HashMap<>();
        String before = "";
        for (int left = number(in, RemoteDetails.MAX_SETTINGS); left > 0; left--) {
            before = id(in, before);
            settings.put(before, Wire.text(in));
        }
        return settings;
    }

    /** The credentials by their ids, to be closed by the caller. */
    static Map<String, SecretValue> credentials(byte[] content) throws VaultException {
        remote(content);
        return KeyValueCodec.read(content, in -> {
            in.position(in.position() + 1 + RowId.SIZE + 8 + 8);
            for (int left = 5; left > 0; left--) {
                skip(in);
            }
            for (int left = 2 * in.get(); left > 0; left--) {
                skip(in);
            }
            Map<String, SecretValue> credentials = new HashMap<>();
            walk(in, (id, length) -> credentials.put(id, SecretValue.taking(Wire.bytes(in, length))));
            return credentials;
        });
    }

    private static void skip(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        in.position(in.position() + length);
    }

    private static void walk(ByteBuffer in, Credential each) {
        String before = "";
        for (int left = number(in, RemoteDetails.MAX_CREDENTIALS); left > 0; left--) {
            before = id(in, before);
            int length = in.getInt();
            KeyValueCodec.require(length > 0 && length <= RemoteDetails.MAX_CREDENTIAL);
            each.take(before, length);
        }
        KeyValueCodec.require(!in.hasRemaining());
    }

    private static int number(ByteBuffer in, int most) {
        int number = in.get();
        KeyValueCodec.require(number >= 0 && number <= most);
        return number;
    }

    private static String id(ByteBuffer in, String before) {
        String id = Wire.text(in);
        KeyValueCodec.require(RemoteDetails.isId(id) && id.compareTo(before) > 0);
        return id;
    }

    /** Takes the bytes that follow. */
    @FunctionalInterface
    private interface Credential {
        void take(String id, int length);
    }
}
