package dev.lockstep.remote.mixpeek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every trouble that the simulator makes, with every call. */
class MixpeekDisturbedTest {
    private static final Set<Disturbance> IN_CONTRACT = EnumSet.of(
            Disturbance.UNAUTHORIZED,
            Disturbance.FORBIDDEN,
            Disturbance.CONFLICT,
            Disturbance.UNPROCESSABLE,
            Disturbance.UNPROCESSABLE_OTHERWISE,
            Disturbance.UPGRADE_REQUIRED,
            Disturbance.TOO_MANY,
            Disturbance.INTERNAL_ERROR);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EMPTY_LISTING", "STALE_LISTING"})
    void everyTroubleIsNamed(Disturbance disturbance) throws Exception {
        try (Organization mixpeek = new Organization()) {
            mixpeek.simulator.plant("stripe_api_key", "theirs");
            mixpeek.simulator.disturbAlways(Optional.of(disturbance));
            for (Act act : Act.values()) {
                Trouble trouble = act.trouble(mixpeek.vault, act == Act.CREATE ? "new_key" : "stripe_api_key");
                if (trouble instanceof Trouble.RateLimited limited) {
                    assertEquals(Disturbance.TOO_MANY, disturbance);
                    assertTrue(limited.until().isPresent());
                } else {
                    assertEquals(expected(act, disturbance), trouble, act.name());
                }
            }
            assertTrue(mixpeek.watch.count("POST") <= 1, "a create was repeated");
            if (IN_CONTRACT.contains(disturbance)) {
                mixpeek.contract.requireClean();
            }
        }
    }

    private static Trouble expected(Act act, Disturbance disturbance) {
        boolean write = act != Act.LIST;
        return switch (disturbance) {
            case UNAUTHORIZED -> new Trouble.Unauthorized("Invalid API key");
            case FORBIDDEN -> new Trouble.Forbidden("ADMIN permission required");
            case CONFLICT ->
                act == Act.CREATE
                        ? new Trouble.AlreadyExists(Optional.empty())
                        : new Trouble.Refused("Resource already exists");
            case UNPROCESSABLE -> new Trouble.Refused("secret_name: Input should be a valid string");
            case UNPROCESSABLE_OTHERWISE ->
                new Trouble.Refused("Validation error: secret_name: Input should be a valid string");
            case UPGRADE_REQUIRED -> new Trouble.UpgradeNeeded("Secrets are not enabled for this organization");
            case INTERNAL_ERROR, BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT ->
                write ? new Trouble.OutcomeUnknown() : new Trouble.Unavailable(Cause.SERVER_ERROR);
            case RESET_BEFORE, RESET_AFTER ->
                write ? new Trouble.OutcomeUnknown() : new Trouble.Unavailable(Cause.NO_CONNECTION);
            case ENDLESS_BODY -> write ? new Trouble.OutcomeUnknown() : new Trouble.ProtocolError(Breach.TOO_LARGE);
            case TRUNCATED, HTML_PAGE ->
                write ? new Trouble.OutcomeUnknown() : new Trouble.ProtocolError(Breach.NOT_JSON);
            default -> throw new AssertionError(disturbance);
        };
    }

    @Test
    void aPassingTroubleIsWaitedForButACreateIsNotRepeatedBlindly() throws Exception {
        Pace patient =
                new Pace(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofSeconds(3), 8, Clock.systemUTC());
        try (Organization mixpeek = new Organization(Clock.systemUTC(), patient);
                SecretValue value = Act.value("v")) {
            mixpeek.simulator.disturb(Disturbance.TOO_MANY);
            assertEquals(
                    "a_key", mixpeek.vault.create(NewSecret.of("a_key", value)).name());

            mixpeek.simulator.disturb(Disturbance.GATEWAY_TIMEOUT, Disturbance.RESET_BEFORE);
            mixpeek.vault.updater().orElseThrow().update("a_key", Change.to(value));

            mixpeek.simulator.disturb(Disturbance.RESET_AFTER);
            assertEquals(new Trouble.OutcomeUnknown(), Act.CREATE.trouble(mixpeek.vault, "b_key"));
            assertEquals(2, Act.all(mixpeek.vault).size(), "it was created, and only a list can tell");
            assertEquals(3, mixpeek.watch.count("POST"));
        }
    }

    @Test
    void aDeleteWhoseAnswerWasLostIsFoundDone() throws Exception {
        try (Organization mixpeek = new Organization()) {
            mixpeek.simulator.plant("old_key", "theirs");
            mixpeek.simulator.disturb(Disturbance.RESET_AFTER);

            mixpeek.vault.deleter().orElseThrow().delete("old_key");

            assertEquals(2, mixpeek.watch.count("DELETE"));
            assertEquals(List.of(), Act.all(mixpeek.vault));
        }
    }

    @Test
    void listsMayBeEmptyOrLate() throws Exception {
        try (Organization mixpeek = new Organization();
                SecretValue value = Act.value("v")) {
            mixpeek.simulator.plant("first_key", "theirs");
            mixpeek.vault.create(NewSecret.of("second_key", value));

            mixpeek.simulator.disturb(Disturbance.EMPTY_LISTING, Disturbance.STALE_LISTING);

            assertEquals(List.of(), Act.all(mixpeek.vault));
            assertEquals(List.of(RemoteSecret.named("first_key")), Act.all(mixpeek.vault));
            assertEquals(2, Act.all(mixpeek.vault).size());
            mixpeek.contract.requireClean();
        }
    }

    @Test
    void aDuplicateThatALateListDoesNotShowIsStillADuplicate() throws Exception {
        try (Organization mixpeek = new Organization();
                SecretValue value = Act.value("first")) {
            mixpeek.vault.create(NewSecret.of("a_key", value));
            mixpeek.simulator.disturbAlways(Optional.of(Disturbance.STALE_LISTING));

            assertEquals(new Trouble.AlreadyExists(Optional.empty()), Act.CREATE.trouble(mixpeek.vault, "a_key"));
            assertTrue(mixpeek.simulator.holds("a_key", "first".getBytes(StandardCharsets.UTF_8)));
            assertFalse(mixpeek.simulator.holds("a_key", new byte[0]));
        }
    }
}
