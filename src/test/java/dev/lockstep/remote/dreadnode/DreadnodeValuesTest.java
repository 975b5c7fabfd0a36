package dev.lockstep.remote.dreadnode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.DreadnodeQuirk;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.LogTrap;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.ExactValues;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What becomes of values on their way to Dreadnode: all of them arrives there, and nothing of them elsewhere. */
class DreadnodeValuesTest {
    private static final String CANARY = "secret-CANARY-7f3e-value-that-must-not-be-seen";

    @Test
    void everyByteArrives() throws Exception {
        try (Account dreadnode = new Account()) {
            int number = 0;
            for (byte[] bytes : ExactValues.texts().toList()) {
                String name = "KEY_" + number++;
                try (SecretValue value = SecretValue.copyOf(bytes);
                        SecretValue other = Act.value("other")) {
                    String id = dreadnode
                            .vault
                            .create(NewSecret.of(name, value))
                            .id()
                            .orElseThrow();
                    assertTrue(dreadnode.simulator.holds(name, bytes), name);
                    dreadnode.vault.updater().orElseThrow().update(id, Change.to(other));
                    assertFalse(dreadnode.simulator.holds(name, bytes), name);
                    dreadnode.vault.updater().orElseThrow().update(id, Change.to(value));
                    assertTrue(dreadnode.simulator.holds(name, bytes), name);
                }
            }
            dreadnode.contract.requireClean();
        }
    }

    @Test
    void whatIsNoTextOrEmptyIsRefusedBeforeACall() throws Exception {
        try (Account dreadnode = new Account();
                SecretValue empty = SecretValue.taking(new byte[0])) {
            for (byte[] bytes : ExactValues.noTexts()) {
                try (SecretValue value = SecretValue.copyOf(bytes)) {
                    assertRefused(dreadnode, value);
                }
            }
            assertRefused(dreadnode, empty);
            assertEquals(List.of(), dreadnode.watch.calls());
        }
    }

    private static void assertRefused(Account dreadnode, SecretValue value) {
        for (Act act : List.of(Act.CREATE, Act.UPDATE)) {
            assertEquals(
                    new Trouble.Refused(""),
                    act.failing(dreadnode.vault, "A_KEY", value).trouble());
        }
    }

    @Test
    void aVendorThatRepeatsWhatWasSentIsNotQuoted() throws Exception {
        for (DreadnodeQuirk shape : List.of(DreadnodeQuirk.VALUES_LIMITED, DreadnodeQuirk.VALIDATION_IS_DETAIL)) {
            try (Account dreadnode = new Account(DreadnodeQuirk.VALUES_LIMITED, DreadnodeQuirk.INPUT_REPEATED, shape);
                    SecretValue value = Act.value(CANARY.repeat(2000))) {
                String id = dreadnode.planted("A_KEY");
                for (Act act : List.of(Act.CREATE, Act.UPDATE)) {
                    String target = act == Act.CREATE ? "B_KEY" : id;
                    assertEquals(
                            new Trouble.Refused(""),
                            act.failing(dreadnode.vault, target, value).trouble());
                }
            }
        }
    }

    @Test
    void nothingSecretIsSeenInLogsExceptionsOrTexts() throws Exception {
        StringBuilder seen = new StringBuilder();
        try (LogTrap logs = new LogTrap();
                Account dreadnode = new Account(DreadnodeQuirk.INPUT_REPEATED);
                SecretValue value = Act.value(CANARY)) {
            NewSecret secret = NewSecret.of("A_KEY", value);
            RemoteSecret created = dreadnode.vault.create(secret);
            String id = created.id().orElseThrow();
            seen.append(secret).append(created);
            seen.append(dreadnode.vault.updater().orElseThrow().update(id, Change.to(value)));
            seen.append(Act.all(dreadnode.vault)).append(dreadnode.vault.greet());
            for (Disturbance disturbance : Disturbance.values()) {
                if (disturbance != Disturbance.EMPTY_LISTING && disturbance != Disturbance.STALE_LISTING) {
                    dreadnode.simulator.disturb(disturbance, disturbance, disturbance);
                    RemoteException failure = Act.UPDATE.failing(dreadnode.vault, id, value);
                    seen.append(LogTrap.text(List.of(failure)));
                    dreadnode.simulator.disturbNoMore();
                }
            }
            try (DreadnodeVault wrong = dreadnode.as("sk_wrong_CANARY")) {
                RemoteException failure = Act.CREATE.failing(wrong, "B_KEY", value);
                seen.append(LogTrap.text(List.of(failure))).append(wrong);
            }
            dreadnode.vault.deleter().orElseThrow().delete(id);
            seen.append(dreadnode.vault).append(dreadnode.simulator).append(Answered.json(200, CANARY));
            Logger.getLogger("dev.lockstep").finest("the trap is open");
            seen.append(logs.text());
        }
        assertFalse(seen.toString().contains("CANARY"), "a value was seen");
        assertFalse(seen.toString().contains(DreadnodeSimulator.TOKEN), "a key was seen");
        assertTrue(seen.toString().contains("the trap is open"), "nothing that is logged would have been seen");
    }
}
