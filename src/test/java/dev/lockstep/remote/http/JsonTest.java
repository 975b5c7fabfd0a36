package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Json of(String json) throws RemoteException {
        return Json.of(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(String json) throws RemoteException {
        Json read = of(json);
        try (SecretValue value = read.secret()) {
            String text = value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
            read.end();
            return text;
        }
    }

    private static void requireBreach(Breach breach, Executable reading) {
        RemoteException e = assertThrows(RemoteException.class, reading);
        assertEquals(new Trouble.ProtocolError(breach), e.trouble());
        assertEquals("ProtocolError", e.getMessage());
        assertEquals(null, e.getCause());
    }

    @Test
    void everyKindOfValueIsRead() throws Exception {
        Json json = of("""
                {"text":"ü","none":null,"number":-7,"noNumber":null,"yes":true,"no":false,"id":12,"textId":"a1",
                 "list":[1,2,3],"one":{"x":1},"many":[{"x":2},{"x":3}],"empty":{},"left":{"a":[{"b":{}}],"c":[[]]},"after":"end"}
                """);
        List<Object> read = new ArrayList<>();
        json.object(name -> {
            switch (name) {
                case "text", "after" -> read.add(json.text());
                case "none" -> read.add(json.optionalText());
                case "number" -> read.add(json.number());
                case "noNumber" -> read.add(json.optionalNumber());
                case "yes", "no" -> read.add(json.flag());
                case "id", "textId" -> read.add(json.id());
                case "list" -> json.array(() -> read.add(json.number()));
                case "one", "many", "empty" -> json.objects(field -> read.add(field + json.number()));
                default -> json.skip();
            }
        });
        json.end();
        assertEquals(
                List.of(
                        "ü",
                        Optional.empty(),
                        -7L,
                        OptionalLong.empty(),
                        true,
                        false,
                        "12",
                        "a1",
                        1L,
                        2L,
                        3L,
                        "x1",
                        "x2",
                        "x3",
                        "end"),
                read);
    }

    @Test
    void whatComesNextCanBeAskedForWithoutReadingIt() throws Exception {
        Json json = of("[{},[],\"t\",1]");
        assertTrue(json.atArray());
        List<Boolean> kinds = new ArrayList<>();
        json.array(() -> {
            kinds.add(json.atObject());
            kinds.add(json.atArray());
            kinds.add(json.atText());
            json.skip();
        });
        assertEquals(List.of(true, false, false, false, true, false, false, false, true, false, false, false), kinds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"\"|``",
                "\"plain\"|plain",
                "  \"padded\"  |padded",
                "\"\\\"\\\\\\/\"|\"\\/",
                "\"\\u0041\\u00e9\\u20ac\"|A\u00e9\u20ac",
                "\"\\uD83D\\uDE00\\uDBFF\\uDFFF\"|\ud83d\ude00\udbff\udfff",
                "\"\\u00FF\\u07ff\\u0800\\uffff\"|\u00ff\u07ff\u0800\uffff",
                "\"ü€\ud83d\ude00\"|ü€\ud83d\ude00"
            })
    void aSecretIsDecodedExactly(String json, String value) throws Exception {
        assertEquals(value, secret(json));
    }

    @Test
    void controlCharactersOfASecretAreKept() throws Exception {
        assertEquals("\b\f\n\r\t\0\u001f\n", secret("\"\\b\\f\\n\\r\\t\\u0000\\u001F\\n\""));
    }

    @Test
    void everyCharacterIsDecodedAsJacksonDoesHoweverItIsEscaped() throws Exception {
        ObjectMapper jackson = new ObjectMapper();
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder json = new StringBuilder("\"");
            for (int j = random.nextInt(40); j > 0; j--) {
                append(json, random);
            }
            json.append('"');
            assertEquals(jackson.readValue(json.toString(), String.class), secret(json.toString()));
        }
    }

    private static void append(StringBuilder json, Random random) {
        int point = random.nextInt(3) == 0 ? random.nextInt(0x80) : random.nextInt(0x110000);
        if (point >= 0xd800 && point <= 0xdfff) {
            return;
        }
        boolean must = point < 0x20 || point == '"' || point == '\\';
        if (must || random.nextBoolean()) {
            for (char unit : Character.toChars(point)) {
                json.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) unit));
            }
        } else {
            json.appendCodePoint(point);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"one\",\"value\":\"two\",\"b\":\"three\"}",
                "{\"value\" \n:\t \"two\"}",
                "\n\n{\"a\":{\"value\":\"wrong\"},\"value\":\"two\"}",
                "{\"ü\ud83d\ude00\":\"\ud83d\ude00\",\"value\":\"two\"}",
                "{\"\\u0076alue\":\"\\u0074wo\"}"
            })
    void theSecretIsFoundWhereverItStands(String text) throws Exception {
        Json json = of(text);
        List<String> found = new ArrayList<>();
        json.object(name -> {
            if (name.equals("value")) {
                assertTrue(json.atText());
                try (SecretValue value = json.secret()) {
                    found.add(value.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
                }
            } else {
                json.skip();
            }
        });
        json.end();
        assertEquals(List.of("two"), found);
    }

    @Test
    void aSecretOfTheGreatestSizeIsReadAndALargerOneNot() throws Exception {
        assertEquals(
                SecretValue.MAX_SIZE,
                secret("\"" + "x".repeat(SecretValue.MAX_SIZE) + "\"").length());
        requireBreach(Breach.TOO_LARGE, () -> secret("\"" + "x".repeat(SecretValue.MAX_SIZE + 1) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\ud800\"",
                "\"\\ud800x\"",
                "\"\\ud800\\n\"",
                "1",
                "null",
                "{}"
            })
    void whatIsNoSecretIsUnexpected(String json) {
        requireBreach(Breach.UNEXPECTED, () -> secret(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"open",
                "\"open\\",
                "\"\\u12",
                "\"\\u12g4\"",
                "\"\\x41\"",
                "\"\\'\"",
                "\"new\nline\"",
                "\"nul\0\"",
                "\"\\ud800\\u12\"",
                "\"closed\" \"again\"",
                ""
            })
    void aSecretThatIsNoJsonIsNamedSo(String json) {
        requireBreach(Breach.NOT_JSON, () -> secret(json));
    }

    @Test
    void aMarkOfTheByteOrderDoesNotShiftTheSecret() throws Exception {
        assertEquals("two", secret("\ufeff\"two\""));
    }

    @Test
    void otherEncodingsAreNotGuessed() {
        for (var charset : List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_32BE,
                StandardCharsets.UTF_32LE)) {
            requireBreach(Breach.NOT_JSON, () -> Json.of("\"two\"".getBytes(charset)));
        }
        requireBreach(Breach.NOT_JSON, () -> Json.of("\"ü\"".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aValueOfAnotherKindIsUnexpected() {
        requireBreach(Breach.UNEXPECTED, () -> of("1").text());
        requireBreach(Breach.UNEXPECTED, () -> of("null").text());
        requireBreach(Breach.UNEXPECTED, () -> of("[]").optionalText());
        requireBreach(Breach.UNEXPECTED, () -> of("\"1\"").number());
        requireBreach(Breach.UNEXPECTED, () -> of("1.5").number());
        requireBreach(Breach.UNEXPECTED, () -> of("9223372036854775808").number());
        requireBreach(Breach.UNEXPECTED, () -> of("true").optionalNumber());
        requireBreach(Breach.UNEXPECTED, () -> of("1").flag());
        requireBreach(Breach.UNEXPECTED, () -> of("null").id());
        requireBreach(Breach.UNEXPECTED, () -> of("[]").object(name -> {}));
        requireBreach(Breach.UNEXPECTED, () -> of("{}").array(() -> {}));
        requireBreach(Breach.UNEXPECTED, () -> of("\"x\"").objects(name -> {}));
    }

    @Test
    void aFieldThatNobodyReadIsUnexpectedRatherThanTakenForTheNext() throws Exception {
        requireBreach(Breach.UNEXPECTED, () -> of("{\"a\":1,\"b\":2}").object(name -> {}));
    }

    @Test
    void aNameThatStandsTwiceIsNoJson() throws Exception {
        Json json = of("{\"a\":1,\"b\":{\"a\":1},\"a\":2}");
        requireBreach(Breach.NOT_JSON, () -> json.object(name -> json.skip()));
    }

    @Test
    void depthNamesNumbersAndTextsAreBounded() throws Exception {
        of("[".repeat(Json.DEEPEST) + "]".repeat(Json.DEEPEST)).skip();
        requireBreach(Breach.TOO_DEEP, () -> of("[".repeat(Json.DEEPEST + 1)).skip());
        requireBreach(Breach.TOO_DEEP, () -> of("{\"a\":".repeat(100_000)).skip());
        requireBreach(
                Breach.TOO_LARGE, () -> of("{\"" + "n".repeat(70_000) + "\":1}").skip());
        requireBreach(Breach.TOO_LARGE, () -> of("1".repeat(70_000)).number());
        requireBreach(
                Breach.TOO_LARGE,
                () -> of("\"" + "t".repeat((1 << 20) + 1) + "\"").text());
        requireBreach(
                Breach.TOO_LARGE, () -> of("[" + "1,".repeat(600_000) + "1]").skip());
    }

    @Test
    void aPageOfTenThousandSecretsIsWithinTheBounds() throws Exception {
        StringBuilder page = new StringBuilder("{\"data\":[");
        for (int i = 0; i < 10_000; i++) {
            page.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"%d\",\"name\":\"N%d\",\"a\":null,\"b\":[1,2],\"c\":{\"d\":true}}"
                            .formatted(i, i));
        }
        Json json = of(page.append("]}").toString());
        json.object(name -> json.array(json::skip));
        json.end();
    }

    @Test
    void nothingOfAnAnswerIsShown() throws Exception {
        assertFalse(of("\"canary\"").toString().contains("canary"));
    }
}
