package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class KeySlotTest {
    private static final KdfParameters CHEAP = new KdfParameters(19 * 1024, 1, 1);
    private static final Failure DAMAGED = new Failure.PartDamaged(Failure.Part.KEY_SLOT);

    private final SecureRandom random = new SecureRandom();
    private final VaultKey key = VaultKey.create(random);

    private static Failure failureOf(Executable action) {
        return assertThrows(VaultException.class, action).failure();
    }

    private static Passphrase passphrase(String text) {
        try (SecretBuffer typed = new SecretBuffer(100)) {
            typed.insert(0, text);
            return Passphrase.of(typed);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] raw(VaultKey opened) {
        return opened.use(byte[]::clone);
    }

    @Test
    void eachSlotGivesTheSameKeyToItsOwnSecretOnly() throws Exception {
        try (Passphrase one = passphrase("one");
                Passphrase two = passphrase("two");
                SecretValue code = RecoveryCode.generate(random)) {
            List<byte[]> slots = List.of(
                    KeySlot.forPassword(key, one, CHEAP, random),
                    KeySlot.forRecovery(key, code, random),
                    KeySlot.forPassword(key, two, CHEAP, random));
            assertEquals(key.vault(), KeySlot.vault(slots));
            assertArrayEquals(raw(key), raw(KeySlot.openWithPassword(slots, two)));
            assertArrayEquals(raw(key), raw(KeySlot.openWithRecovery(slots, code)));
            assertEquals(
                    new Failure.WrongPassword(), failureOf(() -> KeySlot.openWithPassword(slots.subList(0, 2), two)));
            assertEquals(
                    new Failure.WrongPassword(), failureOf(() -> KeySlot.openWithRecovery(slots.subList(0, 1), code)));
        }
    }

    @Test
    void aCostOutsideTheRangeIsRefusedBeforeAnyWorkWhenReadAndWhenMade() throws Exception {
        List<KdfParameters> refused = List.of(
                new KdfParameters(19 * 1024 - 1, 3, 4),
                new KdfParameters(0, 3, 4),
                new KdfParameters(-1, 3, 4),
                new KdfParameters(1024 * 1024 + 1, 3, 4),
                new KdfParameters(Integer.MAX_VALUE, 3, 4),
                new KdfParameters(65_536, 0, 4),
                new KdfParameters(65_536, 65, 4),
                new KdfParameters(65_536, -1, 4),
                new KdfParameters(65_536, 3, 0),
                new KdfParameters(65_536, 3, 17));
        try (Passphrase one = passphrase("one")) {
            byte[] slot = KeySlot.forPassword(key, one, CHEAP, random);
            for (KdfParameters cost : refused) {
                ByteBuffer.wrap(slot, 24, 12)
                        .putInt(cost.memoryKib())
                        .putInt(cost.iterations())
                        .putInt(cost.parallelism());
                assertEquals(new Failure.KdfRefused(cost), failureOf(() -> KeySlot.vault(List.of(slot))));
                assertEquals(
                        new Failure.KdfRefused(cost), failureOf(() -> KeySlot.openWithPassword(List.of(slot), one)));
                assertEquals(
                        new Failure.KdfRefused(cost), failureOf(() -> KeySlot.forPassword(key, one, cost, random)));
            }
        }
        assertEquals(true, new KdfParameters(1024 * 1024, 64, 16).acceptable());
        assertEquals(true, CHEAP.acceptable());
    }

    /** A key that AES-GCM alone would take, wrapped for another password, under the header of this one. */
    @Test
    void theMacCommitsToOnePasswordBeforeAnythingIsUnwrapped() throws Exception {
        try (Passphrase one = passphrase("one");
                Passphrase two = passphrase("two")) {
            byte[] mine = KeySlot.forPassword(key, one, CHEAP, random);
            byte[] theirs = KeySlot.forPassword(key, two, CHEAP, random);
            byte[] spliced = mine.clone();
            System.arraycopy(theirs, 100, spliced, 100, 60);
            assertEquals(DAMAGED, failureOf(() -> KeySlot.openWithPassword(List.of(spliced), one)));
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.openWithPassword(List.of(spliced), two)));
            System.arraycopy(theirs, 68, spliced, 68, 92);
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.openWithPassword(List.of(spliced), two)));
        }
    }

    @Test
    void slotsOfDifferentVaultsAndNoneAreRefused() throws Exception {
        try (SecretValue code = RecoveryCode.generate(random);
                VaultKey other = VaultKey.create(random)) {
            byte[] mine = KeySlot.forRecovery(key, code, random);
            byte[] theirs = KeySlot.forRecovery(other, code, random);
            assertEquals(DAMAGED, failureOf(() -> KeySlot.vault(List.of(mine, theirs))));
            assertEquals(DAMAGED, failureOf(() -> KeySlot.vault(List.of())));
        }
    }

    @Test
    void aLaterSlotFormatIsNamed() throws Exception {
        try (SecretValue code = RecoveryCode.generate(random)) {
            byte[] slot = KeySlot.forRecovery(key, code, random);
            slot[4] = 2;
            assertEquals(new Failure.NewerFormat(2, 1), failureOf(() -> KeySlot.vault(List.of(slot))));
        }
    }

    @Test
    void anyBytesAreAHeaderOrATypedFailure() {
        Random seeded = new Random(4);
        byte[] start = {'L', 'K', 'S', 'T', 1, 1, 1, 0};
        for (int round = 0; round < 100_000; round++) {
            byte[] slot = new byte[seeded.nextInt(8) == 0 ? seeded.nextInt(200) : 160];
            seeded.nextBytes(slot);
            System.arraycopy(start, 0, slot, 0, Math.min(slot.length, seeded.nextInt(9)));
            try {
                SlotHeader header = SlotHeader.decode(slot);
                assertArrayEquals(Arrays.copyOf(slot, 68), header.encode());
            } catch (VaultException expected) {
                switch (expected.failure()) {
                    case Failure.PartDamaged damaged -> assertEquals(DAMAGED, damaged);
                    case Failure.NewerFormat newer -> assertEquals(1, newer.known());
                    case Failure.KdfRefused refused ->
                        assertEquals(false, refused.parameters().acceptable());
                    default -> fail(expected.failure().toString());
                }
            }
        }
    }

    @Test
    void aRecoveryCodeWithOneWrongCharacterIsNoticed() throws Exception {
        try (SecretValue code = RecoveryCode.generate(random)) {
            byte[] text = code.use(byte[]::clone);
            byte[] meant = RecoveryCode.decode(code);
            String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            for (int at = 0; at < text.length; at++) {
                byte[] typed = text.clone();
                typed[at] = (byte) alphabet.charAt((Math.max(0, alphabet.indexOf(text[at])) + 1) % 32);
                try (SecretValue wrong = SecretValue.copyOf(typed)) {
                    assertEquals(new Failure.RecoveryCodeMistyped(), failureOf(() -> RecoveryCode.decode(wrong)));
                }
            }
            try (SecretValue spaced = SecretValue.copyOf(
                    (" " + new String(text, StandardCharsets.US_ASCII) + "\r\n").getBytes(StandardCharsets.US_ASCII))) {
                assertArrayEquals(meant, RecoveryCode.decode(spaced));
            }
        }
    }

    @Test
    void anyTextIsARecoveryCodeOrMistyped() {
        Random seeded = new Random(9);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = new byte[seeded.nextInt(90)];
            seeded.nextBytes(text);
            for (int i = 0; i < text.length && round % 2 == 0; i++) {
                text[i] = (byte) "0123456789abcdefgh-".charAt(seeded.nextInt(19));
            }
            try (SecretValue typed = SecretValue.copyOf(text)) {
                assertEquals(new Failure.RecoveryCodeMistyped(), failureOf(() -> RecoveryCode.decode(typed)));
            }
        }
    }
}
