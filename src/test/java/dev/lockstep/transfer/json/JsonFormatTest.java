package dev.lockstep.transfer.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
    private static Reason refused(String text) {
        return assertThrows(ImportException.class, () -> Reading.text(text)).reason();
    }

    @Test
    void namesAndValuesComeOutByteForByteAndInOrder() throws Exception {
        try (ImportSource source = Reading.file(new JsonFormat(), "flat.json")) {
            assertEquals(
                    List.of(
                            "STRIPE_KEY=fake-payments-key",
                            "database/host=db.example.com",
                            "database/port=5432",
                            "database/credentials/password=p\u00e4ss \ud83d\ude00\n\t\"q\" \\ /",
                            "DEBUG=false",
                            "EMPTY=",
                            "PI=-3.14e+2",
                            "gr\u00fc\u00dfe=\u041a\u043b\u044e\u0447",
                            "STRIPE_KEY (2)=second of the name"),
                    SourceWords.values(source));
        }
    }

    @Test
    void everyLossIsToldWithItsLineAndEverythingIsCounted() throws Exception {
        try (ImportSource source = Reading.file(new JsonFormat(), "flat.json")) {
            assertEquals(
                    List.of(
                            "5 TAKEN_AS_TEXT database/port",
                            "8 TAKEN_AS_TEXT DEBUG",
                            "10 NOT_A_VALUE LIST",
                            "11 NOT_A_VALUE NOTHING",
                            "13 TAKEN_AS_TEXT PI",
                            "15 RENAMED STRIPE_KEY (2)",
                            "16 EMPTY_NAME",
                            "17 HALF_CHARACTER HALF"),
                    SourceWords.problems(source));
            assertEquals(List.of("9 VALUE SECRET", "1 VALUE EMPTY", "4 VALUE LEFT_OUT"), SourceWords.holdings(source));
        }
    }

    @Test
    void halfACharacterInANameIsReplaced() throws Exception {
        try (ImportSource source = Reading.text("{\"a\\udc00b\":\"v\",\"\\ud800\\ud83d\\ude00\":\"w\"}")) {
            assertEquals(List.of("a\ufffdb=v", "\ufffd\ud83d\ude00=w"), SourceWords.values(source));
        }
    }

    @Test
    void aNameThatIsTooLongAcrossItsGroupsIsToldAndTheRestIsRead() throws Exception {
        String half = "n".repeat(130);
        try (ImportSource source = Reading.text("{\"" + half + "\":{\"" + half + "\":\"v\",\"b\":\"w\"}}")) {
            assertEquals(List.of(half + "/b=w"), SourceWords.values(source));
            assertEquals(List.of("1 NAME_TOO_LONG"), SourceWords.problems(source));
        }
    }

    @Test
    void aByteOrderMarkIsPassedOverAndUtf16IsTold() throws Exception {
        try (ImportSource source = Reading.text("\ufeff{\"A\":\"1\"}\r\n")) {
            assertEquals(List.of("A=1"), SourceWords.values(source));
        }
        byte[] utf16 = "{\"A\":\"1\"}".getBytes(StandardCharsets.UTF_16);
        try (ImportSource source = Reading.bytes(utf16, JsonFormat::read)) {
            assertEquals(List.of("1 UTF_16"), SourceWords.problems(source));
        }
    }

    @Test
    void whatIsNoObjectIsAnotherFormat() {
        assertEquals(Reason.OTHER_FORMAT, refused("[]"));
        assertEquals(Reason.OTHER_FORMAT, refused("\"text\""));
        assertEquals(Reason.DAMAGED, refused(""));
        assertEquals(Reason.DAMAGED, refused("NAME=value"));
    }

    @Test
    void ourOwnIsReadWithEverythingThatIsKnown() throws Exception {
        try (ImportSource source = Reading.file(new JsonFormat(), "ours.json")) {
            assertEquals(
                    List.of("STRIPE_KEY=fake-key", "SIGNING_KEY=\ufffd\ufffd\ufffd", "MULTI=one\ntwo\0"),
                    SourceWords.values(source));
            byte[] binary = source.entries().get(1).value().exposed();
            assertArrayEquals(new byte[] {(byte) 0x80, (byte) 0x81, (byte) 0xff}, binary);
            assertEquals(
                    List.of(
                            "STRIPE_KEY: Payments | of the shop #stripe #live #Web shop @2027-01-31",
                            "SIGNING_KEY: #Web shop",
                            "MULTI: #Ops"),
                    SourceWords.extras(source));
            assertEquals(List.of("4 NO_PLACE_FOR_IT MULTI/later", "5 NO_VALUE NONE"), SourceWords.problems(source));
            assertEquals(
                    List.of(
                            "3 VALUE SECRET",
                            "1 VALUE LEFT_OUT",
                            "1 NOTE DESCRIPTION",
                            "2 FOLDER TAG",
                            "2 TAG TAG",
                            "1 EXPIRY ROTATION",
                            "1 OTHER LEFT_OUT"),
                    SourceWords.holdings(source));
        }
    }

    @Test
    void oneCollectionAloneIsNoTag() throws Exception {
        String one = "{\"secrets\":[{\"collection\":\"C\",\"name\":\"N\",\"value\":\"v\"}],\"version\":1}";
        try (ImportSource source = Reading.text(one.replace("{\"secrets", "{\"lockstep\":\"secrets\",\"secrets"))) {
            assertEquals(List.of("N=v"), SourceWords.values(source));
            assertEquals(List.of(), SourceWords.extras(source));
        }
    }

    @Test
    void aNewerVersionOfOursIsRefusedAndABrokenOneDamaged() {
        String begin = "{\"lockstep\":\"secrets\",\"version\":1,\"secrets\":[{\"name\":\"N\",";
        assertEquals(Reason.UNSUPPORTED, refused("{\"lockstep\":\"secrets\",\"version\":2,\"secrets\":[]}"));
        assertEquals(Reason.UNSUPPORTED, refused("{\"lockstep\":\"secrets\",\"secrets\":[]}"));
        assertEquals(Reason.DAMAGED, refused("{\"lockstep\":\"secrets\",\"version\":1}"));
        assertEquals(Reason.DAMAGED, refused("{\"lockstep\":\"secrets\",\"version\":1.5,\"secrets\":[]}"));
        assertEquals(Reason.DAMAGED, refused(begin + "\"value_base64\":\"?\"}]}"));
        assertEquals(Reason.DAMAGED, refused(begin + "\"value\":\"a\",\"value_base64\":\"YQ==\"}]}"));
        assertEquals(Reason.DAMAGED, refused(begin + "\"value_base64\":\"YQ==\",\"value\":\"a\"}]}"));
        assertEquals(Reason.DAMAGED, refused(begin + "\"rotate_by\":\"2027-02-30\"}]}"));
        assertEquals(Reason.DAMAGED, refused(begin + "\"name\":\"again\"}]}"));
        assertEquals(Reason.DAMAGED, refused(begin + "\"description\":{}}]}"));
    }

    @Test
    void aNameThatOursBeginsWithMayStandInAnyFile() throws Exception {
        try (ImportSource source = Reading.text("{\"lockstep\":\"fake-token\",\"B\":\"2\"}")) {
            assertEquals(List.of("lockstep=fake-token", "B=2"), SourceWords.values(source));
        }
    }
}
