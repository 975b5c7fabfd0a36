package dev.lockstep.crypto.kdbx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of KeePassXC, and files that no program writes. */
class KdbxFileTest {
    private static final Pattern MASKED = Pattern.compile("Protected=\"True\">([^<]+)<");

    private static byte[] peer(String name) throws IOException {
        try (InputStream file = KdbxFileTest.class.getResourceAsStream("/dev/lockstep/transfer/keepass/" + name)) {
            return file.readAllBytes();
        }
    }

    private interface Use {
        void of(KdbxFile file) throws Exception;
    }

    private static void open(byte[] content, Use use) throws Exception {
        try (Arena arena = Arena.ofConfined();
                Passphrase password = TestVaults.passphrase(KdbxMaker.PASSWORD)) {
            MemorySegment whole = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            try (KdbxFile file = KdbxFile.open(whole, Optional.of(password), Optional.empty())) {
                use.of(file);
            }
        }
    }

    private static String document(byte[] content) throws Exception {
        StringBuilder document = new StringBuilder();
        open(content, file -> document.append(new String(file.document().readAllBytes(), StandardCharsets.UTF_8)));
        return document.toString();
    }

    private static void assertRefused(Reason reason, byte[] content) {
        assertEquals(
                reason,
                assertThrows(KdbxException.class, () -> document(content)).reason());
    }

    private static OuterHeader header(byte[] content) throws KdbxException {
        return OuterHeader.read(new Input(MemorySegment.ofArray(content)));
    }

    private static void assertHeaderRefused(Reason reason, KdbxMaker maker) {
        byte[] content = maker.write("");
        assertEquals(
                reason, assertThrows(KdbxException.class, () -> header(content)).reason());
    }

    private static List<byte[]> masked(String document) {
        List<byte[]> values = new ArrayList<>();
        Matcher found = MASKED.matcher(document);
        while (found.find()) {
            values.add(Base64.getDecoder().decode(found.group(1)));
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"v31.kdbx", "v4-argon2id.kdbx", "v4-twofish.kdbx"})
    void everyValueIsUnmaskedInItsTurn(String name) throws Exception {
        byte[] content = peer(name);
        List<byte[]> values = masked(document(content));
        List<String> clear = new ArrayList<>();
        open(content, file -> {
            for (byte[] value : values) {
                file.unmask(value);
                clear.add(new String(value, StandardCharsets.UTF_8));
            }
        });
        assertEquals(List.of("sk_live_4eC39HqLyjWDarjtT1zdp7dc", "whsec_5f2b"), clear.subList(0, 2));
        assertTrue(clear.contains("edited-twice"));

        List<byte[]> again = masked(document(content));
        open(content, file -> {
            file.skipMasked(again.getFirst().length);
            file.unmask(again.get(1));
        });
        assertArrayEquals(values.get(1), again.get(1));
    }

    @Test
    void theHeaderOfKdbxThreeIsKnownByItsHash() throws Exception {
        String document = document(peer("v31.kdbx"));
        Matcher hash = Pattern.compile("<HeaderHash>([^<]+)<").matcher(document);
        assertTrue(hash.find());
        byte[] right = Base64.getDecoder().decode(hash.group(1));
        open(peer("v31.kdbx"), file -> {
            assertTrue(file.isHeader(right));
            assertFalse(file.isHeader(new byte[32]));
        });
    }

    @Test
    void aKeyFileCountsBesidesThePassword() throws Exception {
        byte[] content = peer("key-raw.kdbx");
        byte[] key = peer("key-raw.key");
        try (Arena arena = Arena.ofConfined();
                SecretValue secret = SecretValue.copyOf(key)) {
            MemorySegment whole = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            try (KdbxFile file = KdbxFile.open(whole, Optional.empty(), Optional.of(secret))) {
                assertTrue(new String(file.document().readAllBytes(), StandardCharsets.UTF_8).contains("<KeePassFile"));
            }
        }
        assertRefused(Reason.WRONG_KEY, content);
    }

    @Test
    void nothingOfKdbxFourCanBeChanged() throws Exception {
        byte[] whole = peer("v4-twofish.kdbx");
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            assertThrows(KdbxException.class, () -> document(changed), "at " + at);
        }
    }

    @Test
    void ofKdbxThreeTheBodyCannotBeChanged() throws Exception {
        byte[] whole = peer("v31.kdbx");
        int header = (int) header(whole).whole().byteSize();
        for (int at = header; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Reason reason = assertThrows(KdbxException.class, () -> document(changed), "at " + at)
                    .reason();
            assertEquals(at < header + 32 ? Reason.WRONG_KEY : Reason.DAMAGED, reason, "at " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v31.kdbx", "v4-twofish.kdbx"})
    void nothingCanBeCutOff(String name) throws Exception {
        byte[] whole = peer(name);
        for (int length = 12; length < whole.length; length += 5) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(KdbxException.class, () -> document(cut), "at " + length);
        }
    }

    @Test
    void aDocumentMayBePackedOrNot() throws Exception {
        assertEquals("<A/>", document(KdbxMaker.aes(2).write("<A/>")));
        assertEquals("<A/>", document(KdbxMaker.aes(2).compression(0).write("<A/>")));
        assertHeaderRefused(Reason.UNSUPPORTED, KdbxMaker.aes(2).compression(2));
    }

    @Test
    void whatStandsInFrontOfTheDocumentIsRead() throws Exception {
        byte[] end = KdbxMaker.field(0, new byte[0]);
        byte[] kind = KdbxMaker.field(1, new byte[] {3, 0, 0, 0});
        byte[] attachment = KdbxMaker.field(3, new byte[100_000]);
        byte[] inner = joined(attachment, kind, KdbxMaker.field(2, new byte[1024]), attachment, end);
        assertEquals("<A/>", document(KdbxMaker.aes(2).inner(inner).write("<A/>")));
        byte[] longKey = joined(kind, KdbxMaker.field(2, new byte[1025]), end);
        assertRefused(Reason.DAMAGED, KdbxMaker.aes(2).inner(longKey).write("<A/>"));
        byte[] longKind = joined(KdbxMaker.field(1, new byte[5]), end);
        assertRefused(Reason.DAMAGED, KdbxMaker.aes(2).inner(longKind).write("<A/>"));
        byte[] arc4 = joined(KdbxMaker.field(1, new byte[] {1, 0, 0, 0}), end);
        assertRefused(Reason.UNSUPPORTED, KdbxMaker.aes(2).inner(arc4).write("<A/>"));
        assertThrows(
                IOException.class, () -> document(KdbxMaker.aes(2).inner(kind).write("")));
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    @Test
    void theCostsHaveBounds() throws Exception {
        assertEquals(
                100_000_000,
                ((AesTransform) header(KdbxMaker.aes(100_000_000).write("")).transform()).rounds());
        header(KdbxMaker.argon2(1 << 20, 32 << 10, 64).write(""));
        header(KdbxMaker.argon2(1 << 30, 32, 1).write(""));
        header(KdbxMaker.argon2(64 << 10, 1, 8, 0x10).write(""));
        for (KdbxMaker costly : List.of(
                KdbxMaker.aes(100_000_001),
                KdbxMaker.aes(-1),
                KdbxMaker.argon2((1 << 30) + 1, 1, 1),
                KdbxMaker.argon2(-1, 1, 1),
                KdbxMaker.argon2(1 << 20, (32 << 10) + 1, 1),
                KdbxMaker.argon2(1 << 20, -1, 1),
                KdbxMaker.argon2(1 << 20, 1, 65))) {
            assertHeaderRefused(Reason.TOO_COSTLY, costly);
        }
        for (KdbxMaker senseless : List.of(
                KdbxMaker.argon2((64 << 10) - 1, 1, 8),
                KdbxMaker.argon2(1 << 20, 0, 1),
                KdbxMaker.argon2(1 << 20, 1, 0),
                KdbxMaker.argon2(1 << 20, 1, 1).bytes("S", new byte[7]),
                KdbxMaker.aes(2).bytes("S", new byte[31]),
                KdbxMaker.kind(KdbxMaker.AES_KDF))) {
            assertHeaderRefused(Reason.DAMAGED, senseless);
        }
        for (KdbxMaker unknown : List.of(
                KdbxMaker.kind("00".repeat(16)),
                KdbxMaker.aes(2).cipher("00".repeat(16)),
                KdbxMaker.argon2(1 << 20, 1, 1, 0x12),
                KdbxMaker.argon2(1 << 20, 1, 1).bytes("K", new byte[1]),
                KdbxMaker.argon2(1 << 20, 1, 1).bytes("A", new byte[1]))) {
            assertHeaderRefused(Reason.UNSUPPORTED, unknown);
        }
        header(KdbxMaker.argon2(1 << 20, 1, 1)
                .bytes("K", new byte[0])
                .bytes("S", new byte[8])
                .write(""));
    }

    @Test
    void theVersionIsLookedAtFirst() throws Exception {
        byte[] three = peer("v31.kdbx");
        for (int second : new int[] {0x65, 0x66}) {
            byte[] before = three.clone();
            before[4] = (byte) second;
            assertRefused(Reason.UNSUPPORTED, before);
        }
        for (int major : new int[] {2, 5}) {
            byte[] other = three.clone();
            other[10] = (byte) major;
            assertRefused(Reason.UNSUPPORTED, other);
        }
        byte[] other = three.clone();
        other[4] = 0x68;
        assertRefused(Reason.NOT_KDBX, other);
        assertRefused(Reason.NOT_KDBX, Arrays.copyOf(three, 11));
        assertRefused(Reason.DAMAGED, Arrays.copyOf(three, 12));
    }

    @Test
    void aHeaderHasBounds() {
        byte[] start = Arrays.copyOf(KdbxMaker.aes(2).write(""), 12);
        byte[] fields = start;
        for (int i = 0; i < 64; i++) {
            fields = joined(fields, KdbxMaker.field(20, new byte[4096]));
        }
        byte[] tooMany = joined(fields, KdbxMaker.field(0, new byte[0]), new byte[32]);
        assertEquals(
                Reason.DAMAGED,
                assertThrows(KdbxException.class, () -> header(tooMany)).reason());
        byte[] tooLong = joined(start, KdbxMaker.field(20, new byte[4097]), KdbxMaker.field(0, new byte[0]));
        assertEquals(
                Reason.DAMAGED,
                assertThrows(KdbxException.class, () -> header(tooLong)).reason());
    }

    @Test
    void moreThanTheMostIsNotUnpacked() {
        byte[] bomb = KdbxMaker.aes(2).write(out -> {
            byte[] zeros = new byte[1 << 20];
            for (long left = KdbxFile.MAX_CONTENT; left > 0; left -= zeros.length) {
                out.write(zeros);
            }
        });
        byte[] piece = new byte[1 << 16];
        KdbxException refused = assertThrows(
                KdbxException.class,
                () -> open(bomb, file -> {
                    while (file.document().read(piece) >= 0) {
                        // goes on
                    }
                }));
        assertEquals(Reason.TOO_LARGE, refused.reason());
    }

    @Test
    void closingOverwritesNothingThatIsTheCallers() throws Exception {
        byte[] content = KdbxMaker.aes(2).write("<A/>");
        try (Arena arena = Arena.ofConfined();
                Passphrase password = TestVaults.passphrase(KdbxMaker.PASSWORD)) {
            MemorySegment whole = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            KdbxFile.open(whole, Optional.of(password), Optional.empty()).close();
            KdbxFile.open(arena.allocateFrom(ValueLayout.JAVA_BYTE, content), Optional.of(password), Optional.empty())
                    .close();
            assertFalse(password.isEmpty());
        }
    }
}
