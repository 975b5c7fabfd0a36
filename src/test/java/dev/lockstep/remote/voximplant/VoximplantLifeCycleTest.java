package dev.lockstep.remote.voximplant;

import static dev.lockstep.remote.voximplant.Practice.trouble;
import static dev.lockstep.remote.voximplant.Practice.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.VoximplantQuirk;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with a secret, from its first day to its last, against the vendor's contract. */
class VoximplantLifeCycleTest {
    @Test
    void aSecretLivesAsTheContractSays() throws Exception {
        try (Practice here = Practice.with()) {
            live(here);
            here.contract.requireClean();
        }
    }

    @Test
    void aSecretLivesInTheQueryStyleOfTheVendorsReference() throws Exception {
        try (Practice here = Practice.with(Map.of("parameters", "query"), VoximplantQuirk.QUERY_ALONE)) {
            live(here);
            here.contract.requireClean();
        }
    }

    @Test
    void aFormIsSentUnlessTheQueryIsAskedFor() throws Exception {
        try (Practice here = Practice.with(VoximplantQuirk.FORM_ALONE)) {
            live(here);
        }
    }

    @Test
    void anApplicationMayBeNamedByItsName() throws Exception {
        try (Practice here = Practice.with(Map.of("application", VoximplantSimulator.APPLICATION_NAME))) {
            live(here);
            here.contract.requireClean();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "other.lockstep.voximplant.com"})
    void anApplicationOfOthersIsRefusedInTheVendorsWords(String application) throws Exception {
        try (Practice here = Practice.with(Map.of("application", application))) {
            Trouble.Refused refused = (Trouble.Refused) trouble(here.vault::greet);

            assertTrue(refused.told().contains("application"), refused.told());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecretLivesInEveryVariantOfTheUndocumentedPoints(VoximplantQuirk quirk) throws Exception {
        Map<String, String> style = quirk == VoximplantQuirk.QUERY_ALONE ? Map.of("parameters", "query") : Map.of();
        try (Practice here = Practice.with(style, quirk)) {
            live(here);
        }
    }

    private static void live(Practice here) throws Exception {
        Instant begin = Instant.now().minus(Duration.ofSeconds(2));
        RemoteVault.Greeting greeting = here.vault.greet();
        assertEquals(RemoteVault.Rights.READS, greeting.rights());
        assertTrue(greeting.account().isPresent() && greeting.scope().isPresent());
        assertEquals(List.of(), here.list());
        assertEquals(List.of(), here.list(), "an empty list stays one");

        String first = here.create("STRIPE_KEY", "one");
        String second = here.create("other", "two");
        assertEquals(List.of("STRIPE_KEY", "other"), here.names());
        assertEquals("one", here.read(first));
        assertEquals("two", here.read(second));

        RemoteSecret seen = here.vault.inspector().orElseThrow().inspect(first);
        assertEquals(Optional.of(first), seen.id());
        assertEquals(Optional.empty(), seen.description());
        seen.traces().modified().ifPresent(time -> assertTrue(time.isAfter(begin), time.toString()));

        try (SecretValue changed = value("three")) {
            var change = new Change(changed, Optional.of("for payments"), OptionalLong.empty());
            assertEquals(Optional.empty(), here.vault.updater().orElseThrow().update(first, change));
        }
        assertEquals("three", here.read(first));
        assertEquals(
                Optional.of("for payments"),
                here.vault.inspector().orElseThrow().inspect(first).description());

        here.vault.renamer().orElseThrow().rename(first, "STRIPE_LIVE_KEY");
        assertEquals(List.of("STRIPE_LIVE_KEY", "other"), here.names());
        assertEquals("three", here.read(first));

        here.vault.deleter().orElseThrow().delete(first);
        assertEquals(List.of("other"), here.names());
        assertEquals(new Trouble.NotFound(false), trouble(() -> here.read(first)));
        assertEquals(
                new Trouble.NotFound(false),
                trouble(() -> here.vault.inspector().orElseThrow().inspect(first)));
        assertEquals("two", here.read(second), "the other one is as it was");
    }

    @Test
    void aValueArrivesAndReturnsByteForByte() throws Exception {
        try (Practice form = Practice.with();
                Practice query = Practice.with(Map.of("parameters", "query"))) {
            List<String> values = List.of(
                    "a\"b'c\\d/e",
                    "line one\nline two\r\n\ttab",
                    "\u0000\u0001\u001f\u007f\u0085",
                    " leading and trailing ",
                    "ends with a newline\n",
                    "a=b&c=d+e%20f;g#h?i",
                    "Größe ſ ﬁ İ ı \u212a",
                    "😀👩‍👩‍👧 𝄞",
                    "\ufeffmark",
                    "\u2028\u2029",
                    "-----BEGIN X-----\nabc==\n-----END X-----\n",
                    "😀".repeat(8192));
            for (Practice here : List.of(form, query)) {
                for (int i = 0; i < values.size(); i++) {
                    assertEquals(values.get(i), here.read(here.create("value_" + i, values.get(i))));
                }
            }
            form.contract.requireClean();
            query.contract.requireClean();
        }
    }

    @Test
    void aDescriptionIsCutToWhatTheVendorKeeps() throws Exception {
        try (Practice here = Practice.with();
                SecretValue value = value("v")) {
            String longer = "😀".repeat(150) + "x".repeat(150);
            here.vault.create(new NewSecret("a", value, Optional.of(longer), Optional.empty()));

            assertEquals(
                    Optional.of("😀".repeat(150) + "x".repeat(50)),
                    here.list().getFirst().description());
            here.contract.requireClean();
        }
    }

    @Test
    void aTakenNameIsToldWithTheIdThatHasIt() throws Exception {
        try (Practice here = Practice.with()) {
            String id = here.create("taken", "one");

            assertEquals(new Trouble.AlreadyExists(Optional.of(id)), trouble(() -> here.create("taken", "two")));
            assertEquals("one", here.read(id));
            here.create("TAKEN", "case counts");
            String other = here.create("other", "x");
            assertEquals(
                    new Trouble.AlreadyExists(Optional.empty()),
                    trouble(() -> here.vault.renamer().orElseThrow().rename(other, "taken")));
            here.contract.requireClean();
        }
    }

    @Test
    void theAnswersOfTheVendorsDocumentsAreRead() throws Exception {
        Map<String, String> documented = Map.of(
                "AddSecret", "{\"result\":{\"secret_id\":7}}",
                "GetSecrets",
                        "{\"result\":[{\"secret_id\":7,\"secret_name\":\"secret_name\",\"description\":\"a\","
                                + "\"created\":\"2025-05-01 13:14:15\",\"modified\":\"2025-05-02 00:00:01\"}],"
                                + "\"count\":1,\"total_count\":1}",
                "GetSecretValue",
                        "{\"result\":{\"secret_id\":7,\"secret_name\":\"secret_name\",\"secret_value\":\"secret_value\"}}",
                "SetSecretInfo", "{\"result\":1}",
                "DelSecret", "{\"result\":1}");
        try (Dialogue there = Dialogue.answering(
                        asked -> Answered.json(200, documented.get(asked.path().substring(1))));
                SecretValue value = value("secret_value")) {
            assertEquals(
                    Optional.of("7"),
                    there.vault.create(NewSecret.of("secret_name", value)).id());
            assertEquals("secret_value", there.asked().getLast().form().get("secret_value"));
            there.vault.list(seen -> {
                assertEquals(
                        RemoteSecret.Traces.times(
                                Optional.of(Instant.parse("2025-05-01T13:14:15Z")),
                                Optional.of(Instant.parse("2025-05-02T00:00:01Z"))),
                        seen.traces());
                assertEquals(Optional.of("a"), seen.description());
            });
            try (SecretValue read = there.vault.valueReader().orElseThrow().read("7")) {
                assertTrue(read.sameAs(value));
            }
            there.vault.updater().orElseThrow().update("7", Change.to(value));
            there.vault.renamer().orElseThrow().rename("7", "new_name");
            there.vault.deleter().orElseThrow().delete("7");

            var last = there.asked().getLast();
            assertEquals(Map.of("application_id", "1", "secret_id", "7"), last.form());
            assertEquals("POST", last.method());
        }
    }
}
