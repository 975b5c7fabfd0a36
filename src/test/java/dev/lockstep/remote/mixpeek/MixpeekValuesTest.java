package dev.lockstep.remote.mixpeek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.LogTrap;
import dev.lockstep.practice.MixpeekQuirk;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.ExactValues;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What becomes of values on their way to Mixpeek: all of them arrives there, and nothing of them elsewhere. */
class MixpeekValuesTest {
    private static final String CANARY = "CANARY-7f3e-value-that-must-not-be-seen";

    @Test
    void everyByteArrives() throws Exception {
        try (Organization mixpeek = new Organization()) {
            int number = 0;
            for (byte[] bytes : ExactValues.texts().toList()) {
                String name = "key_" + number++;
                try (SecretValue value = SecretValue.copyOf(bytes);
                        SecretValue other = Act.value("other")) {
                    mixpeek.vault.create(NewSecret.of(name, value));
                    assertTrue(mixpeek.simulator.holds(name, bytes), name);
                    mixpeek.vault.updater().orElseThrow().update(name, Change.to(other));
                    assertFalse(mixpeek.simulator.holds(name, bytes), name);
                    mixpeek.vault.updater().orElseThrow().update(name, Change.to(value));
                    assertTrue(mixpeek.simulator.holds(name, bytes), name);
                }
            }
            mixpeek.contract.requireClean();
        }
    }

    @Test
    void whatIsNoTextOrEmptyIsRefusedBeforeACall() throws Exception {
        try (Organization mixpeek = new Organization();
                SecretValue empty = SecretValue.taking(new byte[0])) {
            for (byte[] bytes : ExactValues.noTexts()) {
                try (SecretValue value = SecretValue.copyOf(bytes)) {
                    assertRefused(mixpeek, value);
                }
            }
            assertRefused(mixpeek, empty);
            assertEquals(List.of(), mixpeek.watch.calls());
        }
    }

    private static void assertRefused(Organization mixpeek, SecretValue value) {
        for (Act act : List.of(Act.CREATE, Act.UPDATE)) {
            assertEquals(
                    new Trouble.Refused(""),
                    act.failing(mixpeek.vault, "a_key", value).trouble());
        }
    }

    @Test
    void aVendorThatRepeatsWhatWasSentIsNotQuoted() throws Exception {
        for (MixpeekQuirk shape : List.of(MixpeekQuirk.VALUES_LIMITED, MixpeekQuirk.VALIDATION_IN_ENVELOPE)) {
            try (Organization mixpeek =
                            new Organization(MixpeekQuirk.VALUES_LIMITED, MixpeekQuirk.INPUT_REPEATED, shape);
                    SecretValue value = Act.value(CANARY.repeat(2000))) {
                mixpeek.simulator.plant("a_key", "theirs");
                for (Act act : List.of(Act.CREATE, Act.UPDATE)) {
                    String target = act == Act.CREATE ? "b_key" : "a_key";
                    assertEquals(
                            new Trouble.Refused(""),
                            act.failing(mixpeek.vault, target, value).trouble());
                }
            }
        }
    }

    @Test
    void nothingSecretIsSeenInLogsExceptionsOrTexts() throws Exception {
        StringBuilder seen = new StringBuilder();
        try (LogTrap logs = new LogTrap();
                Organization mixpeek = new Organization(MixpeekQuirk.INPUT_REPEATED);
                SecretValue value = Act.value(CANARY)) {
            NewSecret secret = NewSecret.of("a_key", value);
            seen.append(secret).append(mixpeek.vault.create(secret));
            seen.append(mixpeek.vault.updater().orElseThrow().update("a_key", Change.to(value)));
            seen.append(Act.all(mixpeek.vault)).append(mixpeek.vault.greet());
            for (Disturbance disturbance : Disturbance.values()) {
                if (disturbance != Disturbance.EMPTY_LISTING && disturbance != Disturbance.STALE_LISTING) {
                    mixpeek.simulator.disturb(disturbance, disturbance, disturbance);
                    RemoteException failure = Act.UPDATE.failing(mixpeek.vault, "a_key", value);
                    seen.append(LogTrap.text(List.of(failure)));
                    mixpeek.simulator.disturbNoMore();
                }
            }
            try (MixpeekVault wrong = mixpeek.as("sk_wrong_CANARY")) {
                RemoteException failure = Act.CREATE.failing(wrong, "b_key", value);
                seen.append(LogTrap.text(List.of(failure))).append(wrong);
            }
            mixpeek.vault.deleter().orElseThrow().delete("a_key");
            seen.append(mixpeek.vault).append(mixpeek.simulator).append(Answered.json(200, CANARY));
            Logger.getLogger("dev.lockstep").finest("the trap is open");
            seen.append(logs.text());
        }
        assertFalse(seen.toString().contains("CANARY"), "a value was seen");
        assertFalse(seen.toString().contains(MixpeekSimulator.ADMIN_KEY), "a key was seen");
        assertTrue(seen.toString().contains("the trap is open"), "nothing that is logged would have been seen");
    }
}
