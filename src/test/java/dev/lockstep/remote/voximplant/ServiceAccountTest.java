package dev.lockstep.remote.voximplant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.CredentialsProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken for the vendor's {@code credentials.json}, and what is said of others. */
class ServiceAccountTest {
    private static final String PEM = Keys.pem(Keys.PAIR);
    private static final String FINE = Keys.json(PEM);

    @Test
    void theVendorsFileIsTaken() {
        assertEquals(Optional.empty(), problem(FINE));
        assertEquals(Optional.empty(), problem("\r\n\t " + FINE + "\n"));
        assertEquals(Optional.empty(), problem("\ufeff" + FINE), "with a byte order mark");
        assertEquals(
                Optional.empty(),
                problem("{\"account_email\":\"a@b.c\",\"roles\":[{\"a\":[1,null]}]," + FINE.substring(1)));
        assertEquals(Optional.empty(), problem(FINE.replace("/", "\\/").replace("\\n", "\\u000a")));
        assertEquals(Optional.empty(), problem(FINE.replace("\\n", "\\r\\n")));
    }

    @Test
    void keysOfTheUsualSizesAreTaken() {
        assertEquals(Optional.empty(), problem(Keys.json(Keys.pem(Keys.pair("RSA", 3072)))));
        assertEquals(
                Optional.of(CredentialsProblem.KEY_TOO_SHORT), problem(Keys.json(Keys.pem(Keys.pair("RSA", 1024)))));
        assertEquals(Optional.of(CredentialsProblem.NOT_A_KEY), problem(Keys.json(Keys.pem(Keys.pair("EC", 256)))));
        assertEquals(
                Optional.of(CredentialsProblem.NOT_A_KEY), problem(Keys.json(Keys.pem(Keys.pair("Ed25519", 255)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"text\"",
                "-----BEGIN PRIVATE KEY-----",
                "{\"account_id\":1,\"account_id\":2}",
                "{'account_id':1}",
                "{\"account_id\":1,}",
                "{\"account_id\":01}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1}{\"a\":1}",
                "\u0000"
            })
    void whatIsNoJsonObjectIsSaidToBeNone(String text) {
        assertEquals(Optional.of(CredentialsProblem.NOT_JSON), problem(text));
    }

    @Test
    void whatComesAfterTheObjectIsNotTaken() {
        assertEquals(Optional.of(CredentialsProblem.NOT_JSON), problem(FINE + "x"));
        assertEquals(Optional.of(CredentialsProblem.NOT_JSON), problem(FINE + FINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"42\"", "0", "-1", "1.5", "1e3", "null", "true", "{}", "[1]", "9223372036854775808"})
    void anAccountThatIsNoWholeNumberIsTold(String account) {
        assertEquals(
                Optional.of(CredentialsProblem.NO_ACCOUNT),
                problem(FINE.replace("\"account_id\":42", "\"account_id\":" + account)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "null", "\"a b\"", "\"ключ\"", "\"a\\nb\"", "[\"a\"]"})
    void aKeyIdThatIsNoneIsTold(String keyId) {
        assertEquals(
                Optional.of(CredentialsProblem.NO_KEY_ID), problem(FINE.replace("\"" + Keys.KEY_ID + "\"", keyId)));
    }

    @Test
    void missingFieldsAreTold() {
        assertEquals(Optional.of(CredentialsProblem.NO_ACCOUNT), problem("{}"));
        assertEquals(Optional.of(CredentialsProblem.NO_ACCOUNT), problem(FINE.replace("account_id", "account")));
        assertEquals(Optional.of(CredentialsProblem.NO_KEY_ID), problem(FINE.replace("key_id", "keyid")));
        assertEquals(
                Optional.of(CredentialsProblem.NO_PRIVATE_KEY), problem(FINE.replace("private_key", "Private_Key")));
        assertEquals(Optional.of(CredentialsProblem.NO_KEY_ID), problem(FINE.replace(Keys.KEY_ID, "k".repeat(201))));
        assertEquals(
                Optional.of(CredentialsProblem.NO_PRIVATE_KEY),
                problem("{\"account_id\":1,\"key_id\":\"k\",\"private_key\":null}"));
    }

    @Test
    void keysInOtherFormsAreTold() {
        String body = PEM.lines().filter(line -> !line.startsWith("--")).reduce("", String::concat);
        for (String pem : List.of(
                "",
                "key",
                body,
                PEM.replace("PRIVATE KEY", "RSA PRIVATE KEY"),
                PEM.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"),
                PEM.replace("BEGIN", "BEGIN "),
                PEM.replace("-----END PRIVATE KEY-----", ""),
                PEM + PEM,
                "x" + PEM,
                PEM + "x",
                "-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                PEM.replace(body.substring(0, 10), "!!!!!!!!!!"),
                PEM.replace(body.substring(0, 4), "AAAA"))) {
            assertEquals(
                    Optional.of(CredentialsProblem.NOT_A_KEY),
                    problem(Keys.json(pem)),
                    pem.substring(0, Math.min(40, pem.length())));
        }
    }

    @Test
    void largeAndDeepFilesAreNotRead() {
        assertEquals(Optional.of(CredentialsProblem.TOO_LARGE), problem(FINE + " ".repeat(20_000)));
        assertEquals(Optional.of(CredentialsProblem.NOT_JSON), problem("[".repeat(20_000)));
        assertEquals(Optional.of(CredentialsProblem.NOT_JSON), problem("{\"a\":".repeat(3_000)));
    }

    @Test
    void otherEncodingsAreNotTaken() {
        for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
            assertFalse(problem(FINE.getBytes(charset)).isEmpty(), charset.name());
        }
        assertEquals(
                Optional.of(CredentialsProblem.NOT_JSON),
                problem(("{\"é\":1," + FINE.substring(1)).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void noChangedByteEndsOtherwiseThanInAnAnswer() {
        Random random = new Random(7);
        byte[] fine = FINE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = fine.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            problem(changed);
        }
        for (int length = 0; length < fine.length; length += 7) {
            assertFalse(problem(java.util.Arrays.copyOf(fine, length)).isEmpty());
        }
    }

    private static Optional<CredentialsProblem> problem(String text) {
        return problem(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<CredentialsProblem> problem(byte[] bytes) {
        try (SecretValue file = SecretValue.copyOf(bytes)) {
            return VoximplantVault.problem(file);
        }
    }
}
