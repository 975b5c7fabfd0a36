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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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

    private byte[] slot(Credential credential) throws VaultException {
        return KeySlot.create(key, credential, CHEAP, random);
    }

    private static byte[] opened(List<byte[]> slots, Credential credential) throws VaultException {
        try (VaultKey found = KeySlot.open(slots, credential).key()) {
            return raw(found);
        }
    }

    @Test
    void eachSlotGivesTheSameKeyToItsOwnSecretOnly() throws Exception {
        try (Passphrase one = passphrase("one");
                Passphrase two = passphrase("two");
                SecretValue code = RecoveryCode.generate(random);
                SecretValue kept = SecretValue.copyOf(new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                    28, 29, 30, 31, 32
                });
                KeyFile file = KeyFile.generate(random);
                KeyFile otherFile = KeyFile.generate(random)) {
            List<Credential> credentials = List.of(
                    Credential.password(one),
                    Credential.recoveryCode(code),
                    Credential.password(two),
                    Credential.passwordAndKeyFile(one, file),
                    Credential.keystore(kept));
            List<byte[]> slots = new ArrayList<>();
            for (Credential credential : credentials) {
                slots.add(slot(credential));
            }
            assertEquals(key.vault(), KeySlot.vault(slots));
            for (int mine = 0; mine < slots.size(); mine++) {
                assertArrayEquals(raw(key), opened(slots, credentials.get(mine)));
                assertArrayEquals(
                        slots.get(mine),
                        KeySlot.open(slots, credentials.get(mine)).slot());
                List<byte[]> others = new ArrayList<>(slots);
                others.remove(mine);
                Credential credential = credentials.get(mine);
                assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.open(others, credential)));
            }
            assertEquals(
                    new Failure.WrongPassword(),
                    failureOf(() -> KeySlot.open(slots, Credential.passwordAndKeyFile(one, otherFile))));
            assertEquals(
                    new Failure.WrongPassword(),
                    failureOf(() -> KeySlot.open(slots, Credential.passwordAndKeyFile(two, file))));
            credentials.forEach(Credential::close);
        }
    }

    @Test
    void aKeyOfTheOperatingSystemHasOneLength() {
        for (int size : new int[] {0, 31, 33}) {
            try (SecretValue kept = SecretValue.copyOf(new byte[size])) {
                assertThrows(IllegalArgumentException.class, () -> Credential.keystore(kept));
            }
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
        try (Passphrase one = passphrase("one");
                KeyFile file = KeyFile.generate(random)) {
            for (Credential credential : List.of(Credential.password(one), Credential.passwordAndKeyFile(one, file))) {
                byte[] slot = slot(credential);
                for (KdfParameters cost : refused) {
                    putCost(slot, cost);
                    Failure failure = new Failure.KdfRefused(cost);
                    assertEquals(failure, failureOf(() -> KeySlot.vault(List.of(slot))));
                    assertEquals(failure, failureOf(() -> KeySlot.open(List.of(slot), credential)));
                    assertEquals(failure, failureOf(() -> KeySlot.create(key, credential, cost, random)));
                }
            }
        }
        assertEquals(true, new KdfParameters(1024 * 1024, 64, 16).acceptable());
        assertEquals(true, CHEAP.acceptable());
    }

    private static void putCost(byte[] slot, KdfParameters cost) {
        ByteBuffer.wrap(slot, 24, 12)
                .putInt(cost.memoryKib())
                .putInt(cost.iterations())
                .putInt(cost.parallelism());
    }

    @Test
    void aCostInASlotWithoutAPasswordIsDamage() throws Exception {
        try (SecretValue code = RecoveryCode.generate(random);
                Credential credential = Credential.recoveryCode(code)) {
            byte[] slot = slot(credential);
            putCost(slot, CHEAP);
            assertEquals(DAMAGED, failureOf(() -> KeySlot.open(List.of(slot), credential)));
        }
    }

    /** A key that AES-GCM alone would take, wrapped for another password, under the header of this one. */
    @Test
    void theMacCommitsToOnePasswordBeforeAnythingIsUnwrapped() throws Exception {
        try (Passphrase first = passphrase("one");
                Passphrase second = passphrase("two");
                Credential one = Credential.password(first);
                Credential two = Credential.password(second)) {
            byte[] mine = slot(one);
            byte[] theirs = slot(two);
            byte[] spliced = mine.clone();
            System.arraycopy(theirs, 100, spliced, 100, 60);
            assertEquals(DAMAGED, failureOf(() -> KeySlot.open(List.of(spliced), one)));
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.open(List.of(spliced), two)));
            System.arraycopy(theirs, 68, spliced, 68, 92);
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.open(List.of(spliced), two)));
        }
    }

    /** GCM commits to no key: here is a ciphertext that opens under two, as a partitioning oracle would use thousands. */
    @Test
    void aWrappedKeyMadeForTwoPasswordsOpensWithOneAtMost() throws Exception {
        try (Passphrase first = passphrase("one");
                Passphrase second = passphrase("two");
                Credential one = Credential.password(first);
                Credential two = Credential.password(second)) {
            byte[] slot = slot(one);
            SlotHeader header = SlotHeader.decode(slot);
            byte[] keysOfOne = one.slotKeys(header);
            byte[] keysOfTwo = two.slotKeys(header);
            TwoKeyGcm both = new TwoKeyGcm(Arrays.copyOf(keysOfOne, 32), Arrays.copyOf(keysOfTwo, 32));
            byte[] wrapped = both.seal(Arrays.copyOfRange(slot, 100, 112), Arrays.copyOf(slot, 68));
            System.arraycopy(wrapped, 0, slot, 112, 48);

            KeySlot.open(List.of(slot), one).key().close();
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.open(List.of(slot), two)));
            Arrays.fill(slot, 68, 100, (byte) 7);
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.open(List.of(slot), one)));
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.open(List.of(slot), two)));
        }
    }

    @Test
    void slotsThatCannotBeReadDoNotKeepTheOthersFromOpening() throws Exception {
        try (SecretValue code = RecoveryCode.generate(random);
                Passphrase passphrase = passphrase("one");
                Credential recovery = Credential.recoveryCode(code);
                Credential password = Credential.password(passphrase);
                VaultKey other = VaultKey.create(random)) {
            byte[] good = slot(recovery);
            byte[] foreign = KeySlot.create(other, password, CHEAP, random);
            byte[] cut = Arrays.copyOf(slot(password), 159);
            byte[] newer = slot(password);
            newer[4] = 2;
            byte[] unknown = slot(password);
            unknown[6] = 9;
            byte[] costly = slot(password);
            putCost(costly, new KdfParameters(1, 1, 1));
            for (byte[] bad : List.of(foreign, cut, newer, unknown, costly, new byte[0], new byte[160])) {
                assertArrayEquals(raw(key), opened(List.of(bad, good), recovery));
                assertArrayEquals(raw(key), opened(List.of(good, bad), recovery));
            }
            assertEquals(new Failure.NewerFormat(2, 1), failureOf(() -> KeySlot.open(List.of(newer, cut), password)));
            assertEquals(DAMAGED, failureOf(() -> KeySlot.open(List.of(cut, newer), password)));
            assertEquals(DAMAGED, failureOf(() -> KeySlot.open(List.of(good, unknown), password)));
            assertEquals(new Failure.WrongPassword(), failureOf(() -> KeySlot.open(List.of(newer), recovery)));
            assertEquals(key.vault(), KeySlot.vault(List.of(cut, good)));
            assertEquals(DAMAGED, failureOf(() -> KeySlot.vault(List.of(cut))));
            assertEquals(DAMAGED, failureOf(() -> KeySlot.vault(List.of())));
        }
    }

    @Test
    void aLaterSlotFormatIsNamed() throws Exception {
        try (SecretValue code = RecoveryCode.generate(random);
                Credential credential = Credential.recoveryCode(code)) {
            byte[] slot = slot(credential);
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

    @Test
    void theHeaderAndTheTypesOfSlotsAreToldWithoutOpeningThem() throws Exception {
        try (Passphrase one = passphrase("one");
                KeyFile file = KeyFile.generate(random);
                Credential plain = Credential.password(one);
                Credential both = Credential.passwordAndKeyFile(one, file)) {
            byte[] first = slot(plain);
            byte[] second = slot(both);
            SlotHeader header = KeySlot.header(first).orElseThrow();
            assertEquals(SlotType.PASSWORD, header.type());
            assertEquals(key.vault(), header.vault());
            assertEquals(CHEAP, header.cost());
            assertEquals(
                    Set.of(SlotType.PASSWORD, SlotType.PASSWORD_AND_KEY_FILE),
                    KeySlot.types(List.of(first, second, new byte[3])));
            assertEquals(Optional.empty(), KeySlot.header(new byte[KeySlot.SIZE]));
            assertEquals("[key]", plain.toString());
        }
    }
}
