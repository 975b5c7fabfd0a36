package dev.lockstep.transfer.onepassword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.transfer.Heap;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.Imported;
import dev.lockstep.vault.Progress;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchiveTest {
    private static final int CENTRAL = 0x02014b50;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("a.1pux");
    }

    private static Reason refusal(Path file) throws Exception {
        return Heap.refusal(() -> Archives.read(file));
    }

    private Reason refusal(byte[] archive) throws Exception {
        return refusal(Files.write(file(), archive));
    }

    private Reason refusal(String data) throws Exception {
        return refusal(Archives.write(file(), Map.of(Archives.DATA, data)));
    }

    @Test
    void anArchiveCutOffAnywhereIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(Archives.write(file(), Map.of("files/a__b", "c")));
        assertEquals(List.of(), Archives.read(file()).entries());
        for (int length = 0; length < whole.length; length++) {
            Reason reason = refusal(Arrays.copyOf(whole, length));
            assertTrue(Set.of(Reason.DAMAGED, Reason.OTHER_FORMAT).contains(reason), reason.name());
        }
    }

    @Test
    void dataCutOffAnywhereIsRefused() throws Exception {
        byte[] whole = Archives.unpacked(Archives.DATA);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertEquals(
                    Reason.DAMAGED,
                    assertThrows(ImportException.class, () -> Archives.data(cut))
                            .reason());
        }
    }

    @Test
    void aBombIsRefusedWhenItIsTooLargeWhateverItSaysOfItsSize() throws Exception {
        Path bomb = file();
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(Archives.DATA));
            for (int piece = 0; piece <= PuxArchive.MAX_DATA / blanks.length; piece++) {
                zip.write(blanks);
            }
        }
        assertTrue(Files.size(bomb) < 1 << 20);
        assertEquals(Reason.TOO_LARGE, refusal(bomb));

        byte[] lying = Files.readAllBytes(bomb);
        ByteBuffer buffer = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(central(buffer) + 24, 1000);
        Reason reason = refusal(lying);
        assertTrue(Set.of(Reason.TOO_LARGE, Reason.DAMAGED).contains(reason), reason.name());
    }

    private static int central(ByteBuffer zip) {
        int at = 0;
        while (zip.getInt(at) != CENTRAL) {
            at++;
        }
        return at;
    }

    @Test
    void aBombAmongTheAttachedFilesIsNeverUnpacked() throws Exception {
        Path bomb = Archives.write(file(), Map.of("files/bomb__b", "b".repeat(1 << 24)));
        assertEquals(
                List.of("files/bomb__b ATTACHMENT"),
                Heap.little(() -> Archives.read(bomb)).problems());
    }

    @Test
    void namesThatLeadElsewhereAreToldAndNothingIsWritten() throws Exception {
        Map<String, String> files = new TreeMap<>(Map.of(
                "../evil",
                "x",
                "/etc/evil",
                "x",
                "files/../../evil2",
                "x",
                "files/",
                "",
                "files/sub/",
                "",
                "x.txt",
                ""));
        Imported read = Archives.read(Archives.write(file(), files));
        assertEquals(
                List.of(
                        "../evil NO_PLACE_FOR_IT",
                        "/etc/evil NO_PLACE_FOR_IT",
                        "files/../../evil2 NO_PLACE_FOR_IT",
                        "files/sub/ NO_PLACE_FOR_IT",
                        "x.txt NO_PLACE_FOR_IT"),
                read.problems());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file()), left.toList());
        }
        assertFalse(Files.exists(folder.resolveSibling("evil")));
    }

    @Test
    void dataThatIsThereTwiceIsRefused() throws Exception {
        byte[] zip = Files.readAllBytes(
                Archives.write(file(), Map.of("export.dat_", "{\"accounts\":[]}", "files/x__y", "")));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("export.dat_", Archives.DATA);
        assertEquals(Reason.DAMAGED, refusal(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void anEncryptedArchiveIsNotSupported() throws Exception {
        byte[] zip = Archives.example();
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        zip[6] |= 1;
        zip[central(buffer) + 8] |= 1;
        assertEquals(Reason.UNSUPPORTED, refusal(zip));
    }

    @Test
    void aDirectoryLargerThanIsReadIsRefusedBeforeItIsRead() throws Exception {
        byte[] zip = Archives.example();
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 10, ZipDirectory.MAX_SIZE + 1);
        assertEquals(Reason.TOO_LARGE, refusal(zip));
    }

    @Test
    void oneChangedByteOfTheDataIsNoticed() throws Exception {
        byte[] zip = Files.readAllBytes(Archives.write(
                file(), Map.of(Archives.DATA, "{\"accounts\":[],\"rest\":\"" + "0123456789".repeat(10) + "\"}")));
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int first = central(buffer);
        int second = first + 46 + Archives.ATTRIBUTES.length();
        assertEquals(CENTRAL, buffer.getInt(second));
        buffer.putInt(second + 16, buffer.getInt(second + 16) ^ 1);
        assertEquals(Reason.DAMAGED, refusal(zip));
    }

    @Test
    void whatIsNoExportIsNamed() throws Exception {
        assertEquals(Reason.OTHER_FORMAT, refusal("{}"));
        assertEquals(Reason.OTHER_FORMAT, refusal("[]"));
        assertEquals(Reason.DAMAGED, refusal("{\"accounts\":[]} x"));
        assertEquals(Reason.DAMAGED, refusal(""));
        assertEquals(Reason.OTHER_FORMAT, refusal(new byte[1000]));
        assertEquals(Reason.NOT_A_FILE, refusal(folder));
        assertEquals(
                Reason.UNSUPPORTED, refusal(Archives.write(file(), Map.of(Archives.ATTRIBUTES, "{\"version\":4}"))));
    }

    @Test
    void depthLengthAndEncodingAreBounded() throws Exception {
        assertEquals(Reason.TOO_DEEP, refusal("{\"a\":" + "[".repeat(100_000)));
        String title = "x".repeat((4 << 20) + 1);
        assertEquals(
                Reason.TOO_LARGE,
                assertThrows(ImportException.class, () -> Archives.item("\"overview\":{\"title\":\"" + title + "\"}"))
                        .reason());
        byte[] latin1 = "{\"accounts\":[],\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Reason.DAMAGED,
                assertThrows(ImportException.class, () -> Archives.data(latin1)).reason());
    }

    @Test
    void moreElementsThanAnyExportHasAreRefused() {
        String ones = "1,".repeat(500_000) + "1";
        assertEquals(
                Reason.TOO_LARGE,
                assertThrows(
                                ImportException.class,
                                () -> Archives.item("\"details\":{\"passwordHistory\":[" + ones + "]}"))
                        .reason());
    }

    @Test
    void interruptingEndsTheReadingBeforeAndHalfWay() throws Exception {
        Path file = Files.write(file(), Archives.example());
        OnePasswordFormat format = new OnePasswordFormat();
        Progress cancel = (done, total) -> Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> format.read(file, ImportOptions.NONE, cancel));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> Archives.read(file));
    }
}
