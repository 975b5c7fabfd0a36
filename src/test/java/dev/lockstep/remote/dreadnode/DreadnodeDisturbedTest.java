package dev.lockstep.remote.dreadnode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Pace;
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
class DreadnodeDisturbedTest {
    private static final Set<Disturbance> OUTSIDE_CONTRACT = EnumSet.of(
            Disturbance.SERVICE_UNAVAILABLE,
            Disturbance.RESET_BEFORE,
            Disturbance.RESET_AFTER,
            Disturbance.ENDLESS_BODY,
            Disturbance.TRUNCATED,
            Disturbance.HTML_PAGE);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EMPTY_LISTING", "STALE_LISTING"})
    void everyTroubleIsNamed(Disturbance disturbance) throws Exception {
        try (Account dreadnode = new Account()) {
            String id = dreadnode.planted("A_KEY");
            dreadnode.simulator.disturbAlways(Optional.of(disturbance));
            for (Act act : Act.values()) {
                if (act == Act.DELETE && disturbance == Disturbance.TRUNCATED) {
                    continue; // 204 has no body that could be cut
                }
                Trouble trouble = act.trouble(dreadnode.vault, act == Act.CREATE ? "NEW_KEY" : id);
                if (trouble instanceof Trouble.RateLimited limited) {
                    assertEquals(Disturbance.TOO_MANY, disturbance);
                    assertTrue(limited.until().isPresent());
                } else {
                    assertEquals(expected(act, disturbance), trouble, act.name());
                }
            }
            assertTrue(dreadnode.watch.count("POST") <= 1, "a create was repeated");
            if (!OUTSIDE_CONTRACT.contains(disturbance)) {
                dreadnode.contract.requireClean();
            }
        }
    }

    private static Trouble expected(Act act, Disturbance disturbance) {
        boolean write = act != Act.LIST;
        return switch (disturbance) {
            case UNAUTHORIZED -> new Trouble.Unauthorized("Authentication failed");
            case FORBIDDEN -> new Trouble.Forbidden("Access forbidden");
            case CONFLICT ->
                act == Act.CREATE ? new Trouble.AlreadyExists(Optional.empty()) : new Trouble.Refused("Already exists");
            case UNPROCESSABLE -> new Trouble.Refused("Validation error: name: Use an environment variable name");
            case UNPROCESSABLE_OTHERWISE -> new Trouble.Refused("Validation error");
            case UPGRADE_REQUIRED -> new Trouble.UpgradeNeeded("Upgrade required");
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
        try (Account dreadnode = new Account(patient);
                SecretValue value = Act.value("v")) {
            dreadnode.simulator.disturb(Disturbance.TOO_MANY);
            String id =
                    dreadnode.vault.create(NewSecret.of("A_KEY", value)).id().orElseThrow();

            dreadnode.simulator.disturb(Disturbance.GATEWAY_TIMEOUT, Disturbance.RESET_BEFORE);
            dreadnode.vault.updater().orElseThrow().update(id, Change.to(value));

            dreadnode.simulator.disturb(Disturbance.RESET_AFTER);
            assertEquals(new Trouble.OutcomeUnknown(), Act.CREATE.trouble(dreadnode.vault, "B_KEY"));
            assertEquals(2, Act.all(dreadnode.vault).size(), "it was created, and only a list can tell");
            assertEquals(3, dreadnode.watch.count("POST"));
        }
    }

    @Test
    void aDeleteWhoseAnswerWasLostIsFoundDone() throws Exception {
        try (Account dreadnode = new Account()) {
            String id = dreadnode.planted("A_KEY");
            dreadnode.simulator.disturb(Disturbance.RESET_AFTER);

            dreadnode.vault.deleter().orElseThrow().delete(id);

            assertEquals(2, dreadnode.watch.count("DELETE"));
            assertEquals(List.of(), Act.all(dreadnode.vault));
        }
    }

    @Test
    void listsMayBeEmptyOrLate() throws Exception {
        try (Account dreadnode = new Account();
                SecretValue value = Act.value("v")) {
            dreadnode.planted("FIRST_KEY");
            dreadnode.vault.create(NewSecret.of("SECOND_KEY", value));

            dreadnode.simulator.disturb(Disturbance.EMPTY_LISTING, Disturbance.STALE_LISTING);

            assertEquals(List.of(), Act.all(dreadnode.vault));
            assertEquals("FIRST_KEY", Act.all(dreadnode.vault).getLast().name());
            assertEquals("SECOND_KEY", Act.all(dreadnode.vault).getLast().name());
            dreadnode.contract.requireClean();
        }
    }
}
