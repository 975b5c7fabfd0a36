package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names and values: refused before a call, or there exactly as they are here. */
class KvFitTest {
    private static final Trouble REFUSED = new Trouble.Refused("");

    @Test
    void namesThatAreNoPathsAreRefusedBeforeACall() throws Exception {
        Locale before = Locale.getDefault();
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("tr"))) {
                Locale.setDefault(locale);
                for (String name : List.of(
                        "",
                        "/",
                        "a/",
                        "/a",
                        "a//b",
                        "..",
                        "a/../b",
                        "a.",
                        ".a",
                        "a..b",
                        "a b",
                        "a?b",
                        "a#b",
                        "a%2fb",
                        "stra\u00dfe",
                        "\u017fecret",
                        "\ufb01le",
                        "\u212aEY",
                        "\u0130",
                        "a\nb",
                        "a\u0000",
                        "\ud83d",
                        "a*",
                        "x".repeat(256))) {
                    assertEquals(REFUSED, Bench.trouble(() -> Bench.create(vault, name, "v")), name);
                }
            }
            assertEquals(0, bench.asked.size());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesAreThereAsTheyAreHereInEveryLocale() throws Exception {
        Locale before = Locale.getDefault();
        try (Bench bench = new Bench()) {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            RemoteVault vault = bench.open();
            List<String> names = List.of("2FA_KEY", "I/i", "Stripe_Key", "_T", "i.I-i", "stripe_key", "x".repeat(255));
            for (String name : names) {
                Bench.create(vault, name, name);
            }
            assertEquals(names, Bench.names(vault));
            for (String name : names) {
                assertEquals(name, Bench.read(vault, name));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void idsThatLeadToAnotherPathAreRefusedBeforeACall() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            for (String id : List.of("", "/", "..", "../sys/seal", "a/../../b", "a//b", "a/", ".", "a\nb", "\ud83d")) {
                assertEquals(REFUSED, Bench.trouble(() -> Bench.read(vault, id)), id);
                assertEquals(REFUSED, Bench.trouble(() -> Bench.inspect(vault, id)), id);
                assertEquals(REFUSED, Bench.trouble(() -> Bench.delete(vault, id)), id);
                assertEquals(
                        REFUSED, Bench.trouble(() -> Bench.update(vault, id, "v", java.util.OptionalLong.empty())), id);
            }
            assertEquals(0, bench.asked.size());
        }
    }

    @Test
    void whatOthersNamedOtherwiseIsReachedUnderItsName() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            bench.other("POST", "data/my%20key%2B%25/%D0%BA", "{\"data\":{\"value\":\"v\"}}");
            assertEquals(List.of("my key+%/к"), Bench.names(vault));
            assertEquals("v", Bench.read(vault, "my key+%/к"));
            Bench.update(vault, "my key+%/к", "w", java.util.OptionalLong.of(1));
            assertEquals("w", Bench.read(vault, "my key+%/к"));
        }
    }

    @Test
    void valuesAreThereToTheByte() throws Exception {
        StringBuilder controls = new StringBuilder();
        IntStream.range(0, 0x120).forEach(controls::appendCodePoint);
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            List<String> values = List.of(
                    "",
                    " ",
                    "\"\\/\b\f\n\r\t",
                    "line\n",
                    "\r\n",
                    "\ud83d\ude00 \ud834\udd1e",
                    "\u2028\u2029\ufeff",
                    "null",
                    "{}",
                    "\\u0041",
                    controls.toString(),
                    "x".repeat(SecretValue.MAX_SIZE));
            for (int i = 0; i < values.size(); i++) {
                String name = "V" + i;
                Bench.create(vault, name, values.get(i));
                byte[] expected = values.get(i).getBytes(StandardCharsets.UTF_8);
                try (SecretValue found = vault.valueReader().orElseThrow().read(name)) {
                    assertArrayEquals(expected, found.use(byte[]::clone));
                }
            }
            bench.requireClean();
        }
    }

    @Test
    void escapesOfAnyWriterAreRead() throws Exception {
        try (Bench bench = new Bench()) {
            bench.other("POST", "data/A", "{\"data\":{\"value\":\"\\u0041\\ud83d\\ude00\\/\\n\"}}");
            assertEquals("A\ud83d\ude00/\n", Bench.read(bench.open(), "A"));
        }
    }

    @Test
    void aValueThatIsNoTextIsRefusedBeforeACall() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            for (byte[] bytes : List.of(new byte[] {(byte) 0xff}, new byte[] {'a', (byte) 0xc3}, new byte[] {
                (byte) 0xed, (byte) 0xa0, (byte) 0x80
            })) {
                try (SecretValue value = SecretValue.copyOf(bytes)) {
                    assertEquals(REFUSED, Bench.trouble(() -> vault.create(NewSecret.of("A", value))));
                    assertEquals(
                            REFUSED,
                            Bench.trouble(() -> vault.updater().orElseThrow().update("A", Change.to(value))));
                }
            }
            assertEquals(0, bench.asked.size());
        }
    }
}
