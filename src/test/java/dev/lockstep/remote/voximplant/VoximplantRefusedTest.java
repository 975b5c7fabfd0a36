package dev.lockstep.remote.voximplant;

import static dev.lockstep.remote.voximplant.Practice.trouble;
import static dev.lockstep.remote.voximplant.Practice.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Transport;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor would not take never leaves this computer. */
class VoximplantRefusedTest {
    private static final Trouble REFUSED = new Trouble.Refused("");

    @Test
    void namesThatTheVendorDoesNotTakeAreRefusedBeforeACall() throws Exception {
        Locale before = Locale.getDefault();
        try (Practice here = Practice.with()) {
            String id = here.create("fine", "v");
            here.paths.clear();
            for (Locale locale : List.of(before, Locale.of("tr", "TR"))) {
                Locale.setDefault(locale);
                for (String name : List.of(
                        "",
                        "1leading",
                        "_leading",
                        "with space",
                        "with-dash",
                        "straße",
                        "laſt",
                        "ﬁne",
                        "\u212aey",
                        "İ",
                        "ı",
                        "a;b",
                        "all",
                        "name\n",
                        "a".repeat(65))) {
                    assertEquals(REFUSED, trouble(() -> here.create(name, "v")), name);
                    assertEquals(
                            REFUSED,
                            trouble(() -> here.vault.renamer().orElseThrow().rename(id, name)),
                            name);
                }
            }
            assertEquals(List.of(), List.copyOf(here.paths));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesOfTheVendorsRuleAreSentAsTheyAreInATurkishLocale() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try (Practice here = Practice.with()) {
            List<String> names = List.of("iI_I", "All", "ALL", "a", "Z9", "I".repeat(64));
            for (String name : names) {
                here.create(name, name);
            }
            assertEquals(names, here.names());
            here.contract.requireClean();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void valuesThatTheVendorDoesNotTakeAreRefusedBeforeACall() throws Exception {
        try (Practice here = Practice.with()) {
            String id = here.create("fine", "v");
            here.paths.clear();
            for (byte[] bytes : List.of(
                    new byte[0],
                    "x".repeat(8193).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "😀".repeat(8193).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    new byte[] {'a', (byte) 0xff, 'b'},
                    new byte[] {(byte) 0xc0, (byte) 0x80},
                    new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                    new byte[] {'a', (byte) 0xf0, (byte) 0x9f})) {
                try (SecretValue value = SecretValue.copyOf(bytes)) {
                    assertEquals(REFUSED, trouble(() -> here.vault.create(NewSecret.of("name", value))));
                    assertEquals(
                            REFUSED,
                            trouble(() -> here.vault.updater().orElseThrow().update(id, Change.to(value))));
                }
            }
            assertEquals(List.of(), List.copyOf(here.paths));
            assertEquals("v", here.read(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "1;2", "", "0", "-1", " 1", "1 ", "1\n", "01", "99999999999999999999", "ALL", "١"})
    void whatIsNoIdIsNeverSentSoThatNoListOfOthersIsDeleted(String id) throws Exception {
        try (Practice here = Practice.with();
                SecretValue value = value("v")) {
            here.create("one", "1");
            here.create("two", "2");
            here.paths.clear();

            assertEquals(
                    REFUSED, trouble(() -> here.vault.deleter().orElseThrow().delete(id)));
            assertEquals(REFUSED, trouble(() -> here.read(id)));
            assertEquals(
                    REFUSED, trouble(() -> here.vault.inspector().orElseThrow().inspect(id)));
            assertEquals(
                    REFUSED, trouble(() -> here.vault.renamer().orElseThrow().rename(id, "three")));
            assertEquals(
                    REFUSED, trouble(() -> here.vault.updater().orElseThrow().update(id, Change.to(value))));
            assertEquals(List.of(), List.copyOf(here.paths));
            assertEquals(List.of("one", "two"), here.names());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anApplicationThatCannotBeUsedOpensNothing(String application) {
        try (Transport transport = Transport.trusting(Runnable::run);
                Connection connection = Practice.connection(
                        Map.of("address", "https://api.voximplant.com/platform_api", "application", application),
                        SecretValue.copyOf(Keys.credentials()))) {
            assertEquals(
                    REFUSED,
                    trouble(() -> VoximplantVault.open(connection, transport, Practice.pace(Clock.systemUTC()))));
        }
    }

    @Test
    void credentialsThatCannotBeUsedOpenNothing() {
        try (Transport transport = Transport.trusting(Runnable::run);
                Connection connection = Practice.connection(
                        Map.of(
                                "address",
                                "https://api.voximplant.com/platform_api",
                                "application",
                                Long.toString(VoximplantSimulator.APPLICATION_ID)),
                        value("{}"))) {
            Trouble trouble =
                    trouble(() -> VoximplantVault.open(connection, transport, Practice.pace(Clock.systemUTC())));

            assertTrue(trouble instanceof Trouble.Unauthorized);
        }
    }
}
