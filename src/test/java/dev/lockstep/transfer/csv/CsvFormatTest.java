package dev.lockstep.transfer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Columns;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Heap;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat.Likeness;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Imported;
import dev.lockstep.vault.Progress;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {
    private final CsvFormat format = new CsvFormat();

    @TempDir
    private Path folder;

    private Imported example(String name) throws Exception {
        return Imported.of(format.read(Tables.example(name), ImportOptions.NONE, Progress.UNTOLD));
    }

    private static Reason refusal(String table) {
        return assertThrows(ImportException.class, () -> Tables.read(table)).reason();
    }

    @Test
    void whatKeePassXcExportsIsReadWhole() throws Exception {
        Imported read = example("keepassxc.csv");
        assertEquals(
                List.of(
                        "STRIPE_API_KEY=fake-payments-key-4eC39HqLyjWD | User name: ops@example.invalid\\nAddress: "
                                + "https://dash.example.invalid\\nRotates in May\\nsecond line, with a comma",
                        "STRIPE_API_KEY/One-time code=otpauth://totp/STRIPE_API_KEY:ops%40example.invalid?secret="
                                + "JBSWY3DPEHPK3PXP&period=30&digits=6&issuer=STRIPE_API_KEY",
                        "A note=only a note, with \"quotes\"",
                        "https://nameless.example.invalid=has no title | User name: nameless\\nAddress: "
                                + "https://nameless.example.invalid",
                        "PEM=-----BEGIN FAKE KEY-----\\nMIIBfake+/==\\n-----END FAKE KEY-----\\n",
                        "db \"main\", 1=a\"b,c;d\\e | User name: root | Servers",
                        "TWICE=one |  | Servers",
                        "\u043a\u043b\u044e\u0447 \u9375==cmd|x |  | Servers/Live, EU",
                        "TWICE (2)=two |  | Servers/Live, EU",
                        "gone=was removed |  | Recycle Bin"),
                read.entries());
        assertEquals(
                List.of(
                        "2 NO_PLACE_FOR_IT Icon",
                        "2 NO_PLACE_FOR_IT Last Modified",
                        "2 NO_PLACE_FOR_IT Created",
                        "11 NO_VALUE no password",
                        "14 RENAMED TWICE (2)"),
                read.problems());
        assertEquals(
                List.of(
                        "PASSWORD SECRET 8",
                        "USER_NAME DESCRIPTION 3",
                        "USER_NAME LEFT_OUT 1",
                        "ADDRESS DESCRIPTION 2",
                        "NOTE SECRET 1",
                        "NOTE DESCRIPTION 1",
                        "ONE_TIME_CODE SECRET 1",
                        "FOLDER TAG 5",
                        "FOLDER LEFT_OUT 1",
                        "OTHER LEFT_OUT 3"),
                read.holdings());
    }

    @Test
    void whatBitwardenExportsIsReadWhole() throws Exception {
        Imported read = example("bitwarden.csv");
        assertEquals(
                List.of(
                        "GitHub=hunter2 with spaces | User name: ada\\nAddress: https://github.com,"
                                + "https://gist.github.com\\na note, with a comma | Servers/Live",
                        "GitHub/One-time code=JBSWY3DPEHPK3PXP |  | Servers/Live",
                        "GitHub/Recovery=abcd-efgh |  | Servers/Live",
                        "GitHub/Employee ID=E-42 |  | Servers/Live",
                        "Door code=1234\\nand a second line",
                        "GitHub (2)=quote \" and ; and \t tab | User name: bob | Servers/Live",
                        "Steam Account=3Pvb8u7EfbV*nJ | User name: steam\\nAddress: https://steampowered.com",
                        "Steam Account/One-time code=steam://ABCD123",
                        "Steam Account/Test=v",
                        "Steam Account/Hidden=asdfer\\ngoes on"),
                read.entries());
        assertEquals(
                List.of(
                        "2 NO_PLACE_FOR_IT favorite",
                        "2 NO_PLACE_FOR_IT type",
                        "2 NO_PLACE_FOR_IT reprompt",
                        "6 NO_VALUE Only a user",
                        "7 RENAMED GitHub (2)"),
                read.problems());
    }

    @Test
    void whatOnePasswordExportsIsReadWhole() throws Exception {
        Imported read = example("onepassword.csv");
        assertEquals(
                List.of(
                        "Example=OpSecret-1 | User name: ex\\nAddress: https://example.invalid\\nkept in May | work,shared",
                        "Example/One-time code=otpauth://totp/Example:ex?secret=JBSWY3DPEHPK3PXP&issuer=Example |  | "
                                + "work,shared",
                        "Old=OpSecret-2 |  | archived"),
                read.entries());
        assertEquals(List.of("2 NO_PLACE_FOR_IT Favorite"), read.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name,value\nA,1\nB,\n", "Key;Value;Comment\nA;1;\nB;;\n", "\ufeffVALUE\tNAME\r\n1\tA\r\n\tB"})
    void namesAndValuesAreKnownByTheirHeadings(String table) throws Exception {
        assertEquals(List.of("A=1", "B="), Tables.read(table).entries());
    }

    @Test
    void ownTablesAreReadWithoutTheirGuards() throws Exception {
        Imported read = Tables.read("\"lockstep_name\",\"value\",\"description\",\"tags\",\"rotate_by\"\r\n"
                + "\"'=A\",\"''+1\",\"a;'=b\",\"x, y\nz\",\"2027-01-31\"\r\n\"B\",\"'b\",\"\",\"\",\"soon\"\r\n");
        assertEquals(List.of("=A='+1 | a;=b | x, y,z | 2027-01-31", "B='b"), read.entries());
        assertEquals(List.of("4 NOT_A_VALUE B"), read.problems());
    }

    @Test
    void anyTableIsReadOnceItsColumnsAreSaid() throws Exception {
        Columns columns = new Columns(true, 1, 0, OptionalInt.of(2), OptionalInt.of(3));
        Imported read = Tables.read("Wert;Wort;Zweck;Marken;Rest\nv;n;d;a, b;r\n;m;;;r", columns);
        assertEquals(List.of("n=v | d | a,b", "m="), read.entries());
        assertEquals(List.of("2 NO_PLACE_FOR_IT Rest"), read.problems());
        assertEquals(List.of("A=1"), Tables.read("A,1", Tables.NAME_AND_VALUE).entries());
    }

    @Test
    void withoutAKnownHeadingTheColumnsAreNeeded() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "foo,bar\n1,2\n");
        assertEquals(Set.of(Need.COLUMNS), format.needs(file));
        assertEquals(Set.of(), format.needs(Tables.example("keepassxc.csv")));
        assertEquals(Reason.COLUMNS_NEEDED, refusal("foo,bar\n1,2\n"));
        Columns beyond = new Columns(true, 0, 2, OptionalInt.empty(), OptionalInt.empty());
        assertThrows(ImportException.class, () -> Tables.read("foo,bar\n", beyond));
    }

    @Test
    void aRowOfAnotherWidthIsLeftOutAndToldOf() throws Exception {
        Imported read = Tables.read("name,value\nA,1\nB\nC,2,3\nD,\"4\nE,5\n");
        assertEquals(List.of("A=1", "E=5"), read.entries());
        assertEquals(List.of("3 WRONG_CELLS", "4 WRONG_CELLS", "5 UNTERMINATED_QUOTE"), read.problems());
        assertEquals(List.of("VALUE SECRET 2", "VALUE LEFT_OUT 3"), read.holdings());
    }

    @Test
    void bytesThatAreNoTextAreKeptInValuesAndToldOfElsewhere() throws Exception {
        byte[] table = "name,value,note\nA,\u00e9,\nB\u00e9,1,\nC,1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        try (ImportSource source = CsvFormat.read(MemorySegment.ofArray(table), Optional.empty(), Progress.UNTOLD)) {
            SecretValue value = source.entries().getFirst().value();
            assertEquals(1, value.size());
            assertEquals((byte) 0xe9, value.at(0));
            Imported read = Imported.of(source);
            assertEquals(List.of("A", "C"), read.names());
            assertEquals(List.of("2 NOT_TEXT A", "3 BAD_NAME", "4 NO_PLACE_FOR_IT C"), read.problems());
        }
    }

    @Test
    void nothingIsReadOfUtf16AndAnEmptyFileHoldsNothing() throws Exception {
        byte[] utf16 = "name,value\nA,1".getBytes(StandardCharsets.UTF_16);
        Imported read = Imported.of(CsvFormat.read(MemorySegment.ofArray(utf16), Optional.empty(), Progress.UNTOLD));
        assertEquals(List.of("1 UTF_16"), read.problems());
        assertEquals(new Imported(List.of(), List.of(), List.of()), Tables.read("\ufeff\r\n\r\n"));
    }

    @Test
    void aValueThatIsTooLargeIsLeftOutAlone() throws Exception {
        Imported read = Tables.read("name,value\nA," + "x".repeat(SecretValue.MAX_SIZE + 1) + "\nB,1\n");
        assertEquals(List.of("B"), read.names());
        assertEquals(List.of("2 VALUE_TOO_LARGE A"), read.problems());
    }

    @Test
    void aTextThatIsTooLargeIsToldOf() throws Exception {
        String large = "x;".repeat(SecretValue.MAX_SIZE / 2) + "x";
        Imported read = Tables.read("name,password,tags,fields\nA,1," + large + "," + large + "\n");
        assertEquals(List.of("A=1"), read.entries());
        assertEquals(List.of("2 NO_PLACE_FOR_IT A/tags", "2 VALUE_TOO_LARGE A"), read.problems());
    }

    @Test
    void afterTheMostEntriesNothingIsReadAndThatIsTold() throws Exception {
        Imported read = Tables.read("name,value\n" + "A,1\n".repeat(Gathering.MAX_ENTRIES + 10));
        assertEquals(Gathering.MAX_ENTRIES, read.entries().size());
        assertEquals("100002 TOO_MANY_ENTRIES", read.problems().getLast());
    }

    @Test
    void aLineOfTwoGigabytesIsRefusedUnread() throws Exception {
        Path file = folder.resolve("line.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.writeBytes("name,value\nA,");
            sparse.setLength(2L << 30);
        }
        for (Executable read : List.<Executable>of(
                () -> format.read(file, ImportOptions.NONE, Progress.UNTOLD),
                () -> format.needs(file),
                () -> CsvPreview.of(file, Optional.empty()))) {
            assertEquals(Reason.TOO_LARGE, Heap.refusal(read));
        }
    }

    @Test
    void ofTheLongestLineThatIsReadNoCopyIsMade() throws Exception {
        Path file = folder.resolve("line.csv");
        for (String heading :
                List.of("name,value,rest\nA,", "title,password,notes\nA,1,", "name,password,tags,fields\nA,1,a,")) {
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(0);
                sparse.writeBytes(heading);
                sparse.setLength(CsvFormat.MAX_SIZE);
                sparse.seek(CsvFormat.MAX_SIZE - 3);
                sparse.writeBytes(heading.startsWith("name,value") ? ",1\n" : "  \n");
            }
            Imported read = Heap.little(() -> Imported.of(format.read(file, ImportOptions.NONE, Progress.UNTOLD)));
            assertEquals(new Imported(List.of(), List.of("2 VALUE_TOO_LARGE"), List.of("VALUE LEFT_OUT 1")), read);
        }
    }

    @Test
    void aTableCutOffAnywhereIsReadAsFarAsItGoes() throws Exception {
        byte[] whole = Files.readAllBytes(Tables.example("keepassxc.csv"));
        int most = 0;
        for (int length = 0; length <= whole.length; length++) {
            MemorySegment cut = MemorySegment.ofArray(Arrays.copyOf(whole, length));
            try {
                int found = Imported.of(CsvFormat.read(cut, Optional.empty(), Progress.UNTOLD))
                        .entries()
                        .size();
                assertTrue(found <= 10, () -> found + " entries");
                most = Math.max(most, found);
            } catch (ImportException e) {
                assertTrue(Set.of(Reason.COLUMNS_NEEDED, Reason.DAMAGED).contains(e.reason()));
            }
        }
        assertEquals(10, most);
    }

    @Test
    void interruptingEndsTheReadingHalfWay() {
        MemorySegment table = Tables.bytes("name,value\n" + "A,1\n".repeat(3000));
        List<Long> told = new ArrayList<>();
        Progress cancel = (done, total) -> {
            told.add(done);
            Thread.currentThread().interrupt();
        };
        assertThrows(InterruptedException.class, () -> CsvFormat.read(table, Optional.empty(), cancel));
        assertEquals(List.of(11L + 4000), told);
    }

    @Test
    void aKnownHeadingIsSureAndTheEndOfTheNameIsLikely() throws Exception {
        byte[] known = "\"Title\",\"Password\"\n".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "foo,bar\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Likeness.SURE, format.judge(Path.of("export"), known));
        assertEquals(Likeness.LIKELY, format.judge(Path.of("export.CSV"), other));
        assertEquals(Likeness.NO, format.judge(Path.of("export"), other));
    }
}
