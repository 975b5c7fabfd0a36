package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeyTest {
    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final String LONG = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8";

    /** Made up; the beginnings are put together here, so that no scanner takes them for leaked keys. */
    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(KnownKey.STRIPE_SECRET_TEST, "sk_" + "test_" + LONG),
                Arguments.of(KnownKey.STRIPE_SECRET_LIVE, "sk_" + "live_" + LONG),
                Arguments.of(KnownKey.STRIPE_RESTRICTED_TEST, "rk_" + "test_" + LONG),
                Arguments.of(KnownKey.STRIPE_RESTRICTED_LIVE, "rk_" + "live_" + LONG),
                Arguments.of(KnownKey.STRIPE_PUBLISHABLE_TEST, "pk_" + "test_" + LONG),
                Arguments.of(KnownKey.STRIPE_PUBLISHABLE_LIVE, "pk_" + "live_" + LONG),
                Arguments.of(KnownKey.WEBHOOK_SECRET, "wh" + "sec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                Arguments.of(KnownKey.GITHUB_TOKEN, "gh" + "p_" + LONG),
                Arguments.of(KnownKey.GITHUB_TOKEN, "gh" + "s_" + LONG),
                Arguments.of(KnownKey.GITHUB_TOKEN, "github_" + "pat_" + LONG + "_" + LONG),
                Arguments.of(KnownKey.GITLAB_TOKEN, "gl" + "pat-" + LONG),
                Arguments.of(KnownKey.SLACK_TOKEN, "xo" + "xb-781236542736-2364535789652-" + LONG),
                Arguments.of(KnownKey.SLACK_TOKEN, "xo" + "xe.xoxp-1-" + LONG),
                Arguments.of(KnownKey.AWS_KEY_ID, "AK" + "IAIOSFODNN7EXAMPLE"),
                Arguments.of(KnownKey.GOOGLE_KEY, "AI" + "za" + LONG),
                Arguments.of(KnownKey.SENDGRID_KEY, "SG" + "." + LONG + "." + LONG),
                Arguments.of(KnownKey.TWILIO_KEY_ID, "S" + "K" + HEX),
                Arguments.of(KnownKey.TWILIO_ACCOUNT_ID, "A" + "C" + HEX),
                Arguments.of(KnownKey.NPM_TOKEN, "np" + "m_" + LONG),
                Arguments.of(KnownKey.OPENAI_KEY, "sk-" + "proj-" + LONG),
                Arguments.of(KnownKey.ANTHROPIC_KEY, "sk-" + "ant-api03-" + LONG),
                Arguments.of(KnownKey.JSON_WEB_TOKEN, "ey" + "JhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"),
                Arguments.of(KnownKey.PRIVATE_KEY, "-----BEGIN RSA PRIVATE " + "KEY-----\nMIIB\n"),
                Arguments.of(KnownKey.CERTIFICATE, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"),
                Arguments.of(KnownKey.PUBLIC_KEY, "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me@home"));
    }

    private static Optional<KnownKey> known(String text) {
        try (SecretValue value = TestVaults.value(text)) {
            return KnownKey.of(value);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsKnownByItsBeginningWhateverWhiteSpaceFollows(KnownKey expected, String text) {
        assertEquals(Optional.of(expected), known(text));
        assertEquals(Optional.of(expected), known(text + "\r\n"));
        assertEquals(Optional.empty(), known(" x" + text));
        assertEquals(Optional.empty(), known("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "sk_test_",
                "sk_test_short",
                "sk_test_not a token at all",
                "ACDC is a band from Australia",
                "SKI_PASS_2026_01234567890123456789",
                "eyJhbGciOiJub25lIn0",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIB\n",
                "correct horse battery staple"
            })
    void whatOnlyBeginsLikeAKeyIsNone(String text) {
        assertEquals(Optional.empty(), known(text));
    }

    @Test
    void everyKeyIsTried() {
        assertEquals(
                KnownKey.values().length,
                keys().map(arguments -> arguments.get()[0]).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "PROD", "Acme Live", "eu/prod-2", "LIVE"})
    void productionIsToldByAWholeWordInAnyCase(String text) {
        assertEquals(Environment.PRODUCTION, Environment.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "Test", "dev", "SANDBOX", "non-production", "pre_prod", "Preprod", "QA 2"})
    void testsAreToldByAWholeWordInAnyCase(String text) {
        assertEquals(Environment.TEST, Environment.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "product", "delivery", "contest", "Devon", "live test", "prod and staging"})
    void anythingElseTellsNothing(String text) {
        assertEquals(Environment.UNKNOWN, Environment.of(text));
    }

    @Test
    void theEnvironmentCountsMoreThanTheName() {
        assertEquals(Environment.TEST, Environment.of(collection("Live shop", "staging")));
        assertEquals(Environment.PRODUCTION, Environment.of(collection("Live shop", "")));
        assertEquals(Environment.PRODUCTION, Environment.of(collection("Live shop", "Europe")));
    }

    private static SecretCollection collection(String name, String environment) {
        return new SecretCollection(
                new dev.lockstep.model.CollectionId(new dev.lockstep.model.RowId(1, 2)), name, environment, "free");
    }

    @Test
    void wordsAreFoundInATurkishLocaleToo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertEquals(Environment.PRODUCTION, Environment.of("LIVE"));
            assertEquals(Environment.TEST, Environment.of("STAGING"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
