package dev.lockstep.transfer.keepass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.crypto.kdbx.KdbxFile;
import dev.lockstep.crypto.kdbx.KdbxMaker;
import dev.lockstep.transfer.Heap;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody hands over: a refusal that has a name, in bounded memory. */
class KeePassHostileTest {
    /** Where the body of v31.kdbx begins. */
    private static final int HEADER = 222;

    private static final String DOCUMENT = "<KeePassFile><Root><Group><Entry>"
            + "<String><Key>Title</Key><Value>A</Value></String>"
            + "<String><Key>Password</Key><Value Protected=\"True\">MQ==</Value></String>"
            + "</Entry></Group></Root></KeePassFile>";

    @TempDir
    private Path folder;

    private Reason refusal(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("hostile"), content);
        return Heap.refusal(() -> Peers.read(file, Peers.PASSWORD, "").close());
    }

    private Reason xmlRefusal(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("hostile.xml"), content);
        return Heap.refusal(() -> new KeePassXmlFormat()
                .read(file, ImportOptions.NONE, Progress.UNTOLD)
                .close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v31.kdbx", "v4-argon2id.kdbx", "v4-twofish.kdbx"})
    void aFileCutOffAnywhereIsDamaged(String name) throws Exception {
        byte[] whole = Files.readAllBytes(Peers.file(name));
        for (int length = 37; length < whole.length; length += 37) {
            Reason reason = refusal(Arrays.copyOf(whole, length));
            assertTrue(Set.of(Reason.DAMAGED, Reason.WRONG_PASSWORD).contains(reason), length + ": " + reason);
        }
    }

    /** In the header a bit may turn a cipher into an unknown one, and the rounds into too many. */
    @Test
    void aFileOfKdbxThreeWithOneBitChangedIsNotRead() throws Exception {
        byte[] whole = Files.readAllBytes(Peers.file("v31.kdbx"));
        Set<Reason> inHeader = EnumSet.of(
                Reason.OTHER_FORMAT, Reason.UNSUPPORTED, Reason.TOO_COSTLY, Reason.DAMAGED, Reason.WRONG_PASSWORD);
        Set<Reason> behind = EnumSet.of(Reason.DAMAGED, Reason.WRONG_PASSWORD);
        for (int at = 0; at < whole.length; at += at < HEADER ? 1 : 5) {
            byte[] changed = whole.clone();
            // where the rounds stand the lowest bit: with many more of them it would take as long as it may
            changed[at] ^= (byte) (at < HEADER ? 1 : 1 << at % 8);
            Reason reason = refusal(changed);
            assertTrue((at < HEADER ? inHeader : behind).contains(reason), at + ": " + reason);
        }
    }

    @Test
    void whatCostsTooMuchIsRefusedBeforeItIsPaid() throws Exception {
        for (KdbxMaker absurd : List.of(
                KdbxMaker.argon2(2L << 30, 1, 1),
                KdbxMaker.argon2(Long.MIN_VALUE, 1, 1),
                KdbxMaker.argon2(1 << 30, 1L << 40, 1),
                KdbxMaker.argon2(1 << 20, 1 << 20, 1),
                KdbxMaker.argon2(1 << 20, -1, 1),
                KdbxMaker.argon2(1 << 20, 1, 1 << 20),
                KdbxMaker.aes(100_000_001),
                KdbxMaker.aes(-1))) {
            assertEquals(Reason.TOO_COSTLY, refusal(absurd.write(DOCUMENT)));
        }
        assertEquals(Reason.DAMAGED, refusal(KdbxMaker.argon2(0, 1, 1).write(DOCUMENT)));
        assertEquals(Reason.DAMAGED, refusal(KdbxMaker.argon2(1 << 20, 0, 1).write(DOCUMENT)));
        assertEquals(Reason.DAMAGED, refusal(KdbxMaker.kind(KdbxMaker.AES_KDF).write(DOCUMENT)));
    }

    @Test
    void whatIsNotKnownIsUnsupported() throws Exception {
        assertEquals(Reason.UNSUPPORTED, refusal(KdbxMaker.kind("00".repeat(16)).write(DOCUMENT)));
        assertEquals(
                Reason.UNSUPPORTED,
                refusal(KdbxMaker.aes(2).cipher("00".repeat(16)).write(DOCUMENT)));
        byte[] kdb = Files.readAllBytes(Peers.file("v31.kdbx"));
        kdb[4] = 0x65;
        assertEquals(Reason.UNSUPPORTED, refusal(kdb));
        kdb[4] = 0x67;
        kdb[10] = 5;
        assertEquals(Reason.UNSUPPORTED, refusal(kdb));
        assertEquals(Reason.OTHER_FORMAT, refusal(new byte[100]));
        assertEquals(Reason.OTHER_FORMAT, refusal(new byte[0]));
    }

    @Test
    void aBombIsRefusedAndNotUnpackedIntoMemory() throws Exception {
        byte[] bomb = KdbxMaker.aes(2).write(out -> {
            out.write("<KeePassFile><Meta><Name>".getBytes(StandardCharsets.US_ASCII));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (long left = KdbxFile.MAX_CONTENT; left > 0; left -= spaces.length) {
                out.write(spaces);
            }
        });
        assertEquals(Reason.TOO_LARGE, refusal(bomb));
    }

    @Test
    void whatIsInsideIsCheckedTheSame() throws Exception {
        Path good = Files.write(folder.resolve("good"), KdbxMaker.aes(2).write(DOCUMENT));
        try (ImportSource source = Peers.read(good, Peers.PASSWORD, "")) {
            assertEquals(List.of("1"), List.copyOf(Peers.values(source).values()));
        }
        assertEquals(Reason.DAMAGED, refusal(KdbxMaker.aes(2).write(DOCUMENT.replace("MQ==", "M?Q="))));
        assertEquals(Reason.DAMAGED, refusal(KdbxMaker.aes(2).write(DOCUMENT + "<More/>")));
        assertEquals(Reason.OTHER_FORMAT, refusal(KdbxMaker.aes(2).write("<Other/>")));
        assertEquals(Reason.TOO_DEEP, refusal(KdbxMaker.aes(2).write("<KeePassFile>" + "<Group>".repeat(10_000))));
    }

    @Test
    void entitiesOfAnyKindAreRefused() throws Exception {
        String laughs = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol1 \"&lol;&lol;&lol;&lol;&lol;\">]>";
        String outside = "<!DOCTYPE foo [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>";
        for (String type : List.of(laughs, outside, "<!DOCTYPE KeePassFile SYSTEM \"http://127.0.0.1:1/x\">")) {
            assertEquals(Reason.UNSUPPORTED, xmlRefusal("<?xml version=\"1.0\"?>" + type + DOCUMENT));
        }
        assertEquals(Reason.DAMAGED, xmlRefusal(DOCUMENT.replace("MQ==", "&lol;")));
        assertEquals(Reason.DAMAGED, xmlRefusal(DOCUMENT.replace("MQ==", "&#xD800;")));
        assertEquals(Reason.DAMAGED, xmlRefusal(DOCUMENT.replace("MQ==", "&" + "a".repeat(1000) + ";")));
    }

    @Test
    void tooMuchOfAnythingIsRefused() throws Exception {
        assertEquals(Reason.TOO_DEEP, xmlRefusal("<KeePassFile><Root>" + "<Group>".repeat(10_000)));
        assertEquals(Reason.DAMAGED, xmlRefusal("<KeePassFile><" + "a".repeat(1000) + "/></KeePassFile>"));
        assertEquals(Reason.DAMAGED, xmlRefusal("<KeePassFile a=\"" + "a".repeat(1000) + "\"/>"));
        assertEquals(Reason.DAMAGED, xmlRefusal(DOCUMENT.substring(0, DOCUMENT.length() - 5)));
        assertEquals(Reason.UNSUPPORTED, xmlRefusal("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + DOCUMENT));
    }

    @Test
    void aValueThatIsTooLargeIsNamedAndTheRestIsRead() throws Exception {
        String large = DOCUMENT.replace(
                "<Entry>", "<Entry><String><Key>Big</Key><Value>" + "a".repeat(3 << 20) + "</Value></String>");
        Path file = Files.writeString(folder.resolve("large.xml"), large);
        try (ImportSource source = new KeePassXmlFormat().read(file, ImportOptions.NONE, Progress.UNTOLD)) {
            assertEquals(Set.of("A"), Peers.values(source).keySet());
            assertEquals("VALUE_TOO_LARGE", source.problems().getFirst().kind().name());
            assertEquals("A/Big", source.problems().getFirst().name().orElseThrow());
        }
    }

    @Test
    void tenThousandEntriesAreRead() throws Exception {
        byte[] many = KdbxMaker.aes(2).write(ManyEntries.of(10_000));
        Path file = Files.write(folder.resolve("many.kdbx"), many);
        try (ImportSource source = Peers.read(file, Peers.PASSWORD, "")) {
            assertEquals(10_000, source.entries().size());
        }
    }

    @Test
    void anInterruptedThreadReadsNoFurther() throws Exception {
        Path file = folder.resolve("many.xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            ManyEntries.of(1000).writeTo(out);
        }
        AtomicLong read = new AtomicLong();
        Progress interrupting = (done, total) -> {
            read.set(done);
            Thread.currentThread().interrupt();
        };
        assertThrows(
                InterruptedException.class,
                () -> new KeePassXmlFormat()
                        .read(file, ImportOptions.NONE, interrupting)
                        .close());
        assertEquals(100, read.get());
    }
}
