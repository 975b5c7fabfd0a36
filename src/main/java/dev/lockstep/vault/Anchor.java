package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.StateFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The newest state of a vault that this computer saw, kept outside the file: without it a whole old file could be put in the place of the
 * new one unnoticed. Two marks of 64 bytes, {@code counter u64 | tag of the manifest 16 | wall time u64 | HMAC-SHA256 over vault id and
 * what stands before 32}; each write replaces the older one, so that a torn write costs nothing.
 */
final class Anchor {
    private static final int MARK = 64;
    private static final int MAC_AT = 32;

    private final StateFile file;
    private final Keyring keys;

    /** @param folder of this computer's state */
    Anchor(Path folder, Keyring keys) {
        this.file = new StateFile(folder.resolve(keys.vault() + ".anchor"));
        this.keys = keys;
    }

    private record Mark(long counter, byte[] tag, long when) {}

    /** Whether a file is older than what this computer saw of the vault, or another continuation. */
    Optional<Rollback> compare(Manifest manifest, SealedRow row) {
        return newest().filter(mark -> mark.counter() > manifest.counter()
                        || (mark.counter() == manifest.counter() && !Arrays.equals(mark.tag(), row.tag())))
                .map(mark -> new Rollback(
                        manifest.counter(),
                        Instant.ofEpochMilli(manifest.wallTime()),
                        mark.counter(),
                        Instant.ofEpochMilli(mark.when())));
    }

    /** The highest counter that this computer saw; 0 if it saw none. */
    long seen() {
        return newest().map(Mark::counter).orElse(0L);
    }

    private Optional<Mark> newest() {
        byte[] content = content();
        Optional<Mark> newest = Optional.empty();
        for (int at = 0; at + MARK <= content.length; at += MARK) {
            Optional<Mark> mark = mark(Arrays.copyOfRange(content, at, at + MARK));
            if (newest.isEmpty()
                    || (mark.isPresent() && mark.get().counter() > newest.get().counter())) {
                newest = mark;
            }
        }
        return newest;
    }

    /** What this computer cannot read it does not remember. */
    private byte[] content() {
        try {
            return file.read(2 * MARK).orElse(new byte[0]);
        } catch (VaultException e) {
            return new byte[0];
        }
    }

    private Optional<Mark> mark(byte[] bytes) {
        byte[] told = Arrays.copyOf(bytes, MAC_AT);
        if (!MessageDigest.isEqual(mac(told), Arrays.copyOfRange(bytes, MAC_AT, MARK))) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(told);
        long counter = in.getLong();
        byte[] tag = Wire.bytes(in, SealedRow.TAG_SIZE);
        return Optional.of(new Mark(counter, tag, in.getLong()));
    }

    private byte[] mac(byte[] told) {
        return keys.anchorMac(ByteBuffer.allocate(16 + told.length)
                .put(keys.vault().bytes())
                .put(told)
                .array());
    }

    /** Remembers a state. Where this computer cannot, the vault is used all the same. */
    void remember(Manifest manifest, SealedRow row) {
        byte[] told = ByteBuffer.allocate(MAC_AT)
                .putLong(manifest.counter())
                .put(row.tag())
                .putLong(manifest.wallTime())
                .array();
        byte[] mark = ByteBuffer.allocate(MARK).put(told).put(mac(told)).array();
        try {
            file.write((manifest.counter() & 1) * MARK, mark);
        } catch (VaultException e) {
            System.getLogger(Anchor.class.getName())
                    .log(System.Logger.Level.DEBUG, "The state of the vault was not remembered: {0}", e.getMessage());
        }
    }
}
