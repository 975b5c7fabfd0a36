package dev.lockstep.remote.mixpeek;

import static dev.lockstep.practice.MixpeekQuirk.CASE_IGNORED;
import static dev.lockstep.practice.MixpeekQuirk.DUPLICATE_IS_422;
import static dev.lockstep.practice.MixpeekQuirk.DUPLICATE_IS_422_IN_ENVELOPE;
import static dev.lockstep.practice.MixpeekQuirk.INPUT_REPEATED;
import static dev.lockstep.practice.MixpeekQuirk.LIST_CUT;
import static dev.lockstep.practice.MixpeekQuirk.NAMES_CHECKED;
import static dev.lockstep.practice.MixpeekQuirk.NO_RETRY_AFTER;
import static dev.lockstep.practice.MixpeekQuirk.RESET_IS_A_DELAY;
import static dev.lockstep.practice.MixpeekQuirk.SIXTY_A_MINUTE;
import static dev.lockstep.practice.MixpeekQuirk.TEN_A_MINUTE;
import static dev.lockstep.practice.MixpeekQuirk.VALIDATION_IN_ENVELOPE;
import static dev.lockstep.practice.MixpeekQuirk.VALUES_LIMITED;
import static dev.lockstep.practice.MixpeekQuirk.WRONG_KEY_IS_403;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.MixpeekQuirk;
import dev.lockstep.practice.SteppingClock;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form that an undocumented point may have. */
class MixpeekQuirksTest {
    @ParameterizedTest
    @EnumSource
    void aLifeIsTheSameWithEveryQuirk(MixpeekQuirk quirk) throws Exception {
        try (Organization mixpeek = new Organization(quirk);
                SecretValue first = Act.value("first");
                SecretValue second = Act.value("second")) {
            mixpeek.vault.create(NewSecret.of("a_key", first));
            mixpeek.vault.updater().orElseThrow().update("a_key", Change.to(second));

            assertEquals(new Trouble.AlreadyExists(Optional.of("a_key")), Act.CREATE.trouble(mixpeek.vault, "a_key"));
            assertTrue(mixpeek.simulator.holds("a_key", "second".getBytes(StandardCharsets.UTF_8)));
            mixpeek.vault.deleter().orElseThrow().delete("a_key");
            assertEquals(List.of(), Act.all(mixpeek.vault));
            assertEquals(new Trouble.NotFound(false), Act.DELETE.trouble(mixpeek.vault, "a_key"));
            if (!EnumSet.of(MixpeekQuirk.DELETED_WITHOUT_BODY).contains(quirk)) {
                mixpeek.contract.requireClean();
            }
        }
    }

    @Test
    void whereCaseIsIgnoredADuplicateHasNoNameOfItsOwn() throws Exception {
        for (MixpeekQuirk form : List.of(CASE_IGNORED, INPUT_REPEATED)) {
            try (Organization mixpeek = new Organization(CASE_IGNORED, form)) {
                mixpeek.simulator.plant("Stripe_Key", "theirs");

                assertEquals(
                        new Trouble.AlreadyExists(Optional.empty()), Act.CREATE.trouble(mixpeek.vault, "stripe_key"));
            }
        }
        for (MixpeekQuirk form : List.of(DUPLICATE_IS_422, DUPLICATE_IS_422_IN_ENVELOPE)) {
            try (Organization mixpeek = new Organization(CASE_IGNORED, form)) {
                mixpeek.simulator.plant("Stripe_Key", "theirs");
                Trouble trouble = Act.CREATE.trouble(mixpeek.vault, "stripe_key");

                assertTrue(
                        trouble instanceof Trouble.Refused refused
                                && refused.told().contains("already exists"),
                        "the list does not confirm it: " + trouble);
            }
        }
    }

    @Test
    void aDuplicateIsKnownEvenIfItsTextCannotBeShown() throws Exception {
        for (MixpeekQuirk form : List.of(MixpeekQuirk.DUPLICATE_IS_400, DUPLICATE_IS_422)) {
            try (Organization mixpeek = new Organization(form);
                    SecretValue value = Act.value("exists")) {
                mixpeek.simulator.plant("a_key", "theirs");

                assertEquals(
                        new Trouble.AlreadyExists(Optional.of("a_key")),
                        Act.CREATE.failing(mixpeek.vault, "a_key", value).trouble());
            }
        }
    }

    @Test
    void aRuleThatIsNotDocumentedIsQuoted() throws Exception {
        for (MixpeekQuirk form : List.of(VALUES_LIMITED, VALIDATION_IN_ENVELOPE)) {
            try (Organization mixpeek = new Organization(VALUES_LIMITED, NAMES_CHECKED, form);
                    SecretValue value = Act.value("x".repeat(65_537))) {
                Trouble.Refused refused = (Trouble.Refused)
                        Act.CREATE.failing(mixpeek.vault, "a_key", value).trouble();

                assertTrue(refused.told().endsWith("secret_value: String should have at most 65536 characters"));
                mixpeek.contract.requireClean();
            }
        }
    }

    @Test
    void aWrongKeyIsWrongWithEitherStatus() throws Exception {
        try (Organization mixpeek = new Organization(WRONG_KEY_IS_403);
                MixpeekVault stranger = mixpeek.as("sk_unknown")) {
            assertEquals(new Trouble.Unauthorized("Invalid API key"), Act.LIST.trouble(stranger, ""));
            assertEquals(new Trouble.Unauthorized("Invalid API key"), Act.CREATE.trouble(stranger, "a_key"));
        }
    }

    @Test
    void aListThatIsCutIsNoList() throws Exception {
        try (Organization mixpeek = new Organization(LIST_CUT)) {
            for (int i = 0; i < 101; i++) {
                mixpeek.simulator.plant("key_" + i, "theirs");
            }
            assertEquals(new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED), Act.LIST.trouble(mixpeek.vault, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theHeadersTellTheLimitWhateverThePagesSay(boolean retryAfter) throws Exception {
        for (MixpeekQuirk limit : List.of(SIXTY_A_MINUTE, TEN_A_MINUTE)) {
            for (MixpeekQuirk reset : List.of(limit, RESET_IS_A_DELAY)) {
                SteppingClock clock = new SteppingClock("2026-04-15T12:00:20Z");
                MixpeekQuirk header = retryAfter ? limit : NO_RETRY_AFTER;
                try (Organization mixpeek =
                        new Organization(clock, Organization.impatient(clock), limit, reset, header)) {
                    assertSpent(mixpeek, clock, limit == SIXTY_A_MINUTE);
                }
            }
        }
    }

    private static void assertSpent(Organization mixpeek, SteppingClock clock, boolean sixty) throws Exception {
        for (int seconds = 0; seconds < (sixty ? 6 : 1); seconds++) {
            for (int i = 0; i < 10; i++) {
                mixpeek.vault.greet();
            }
            clock.step(Duration.ofSeconds(1));
        }
        long calls = mixpeek.watch.calls().size();

        assertEquals(
                new Trouble.RateLimited(Optional.of(Instant.parse("2026-04-15T12:01:00Z"))),
                Act.LIST.trouble(mixpeek.vault, ""));
        assertEquals(calls + 1, mixpeek.watch.calls().size(), "asked again before the time");
        clock.step(Duration.ofMinutes(1));
        mixpeek.vault.greet();
        mixpeek.contract.requireClean();
    }
}
