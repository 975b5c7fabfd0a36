package dev.lockstep.remote.dreadnode;

import static dev.lockstep.practice.DreadnodeQuirk.CASE_IGNORED;
import static dev.lockstep.practice.DreadnodeQuirk.DELETE_IS_404;
import static dev.lockstep.practice.DreadnodeQuirk.DELETE_IS_405;
import static dev.lockstep.practice.DreadnodeQuirk.LIST_CUT;
import static dev.lockstep.practice.DreadnodeQuirk.NAMES_LIMITED;
import static dev.lockstep.practice.DreadnodeQuirk.NAMES_RAISED;
import static dev.lockstep.practice.DreadnodeQuirk.NO_CHANGE_AT_FIRST;
import static dev.lockstep.practice.DreadnodeQuirk.PROVIDER_FROM_LIST;
import static dev.lockstep.practice.DreadnodeQuirk.PROVIDER_REQUIRED;
import static dev.lockstep.practice.DreadnodeQuirk.SHORT_VALUES_SHOWN;
import static dev.lockstep.practice.DreadnodeQuirk.TIMES_WITHOUT_OFFSET;
import static dev.lockstep.practice.DreadnodeQuirk.TIMES_WITH_MICROSECONDS;
import static dev.lockstep.practice.DreadnodeQuirk.UPGRADE_IS_403;
import static dev.lockstep.practice.DreadnodeQuirk.VALIDATION_IN_OTHER_WORDS;
import static dev.lockstep.practice.DreadnodeQuirk.VALIDATION_IS_DETAIL;
import static dev.lockstep.practice.DreadnodeQuirk.VALIDATION_UNDER_DETAILS;
import static dev.lockstep.practice.DreadnodeQuirk.VALUES_LIMITED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.DreadnodeQuirk;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form that an undocumented point may have. */
class DreadnodeQuirksTest {
    private static final Set<DreadnodeQuirk> OUTSIDE_CONTRACT =
            EnumSet.of(DELETE_IS_405, DreadnodeQuirk.DELETED_WITH_BODY, TIMES_WITHOUT_OFFSET);

    @ParameterizedTest
    @EnumSource
    void aLifeIsTheSameWithEveryQuirk(DreadnodeQuirk quirk) throws Exception {
        try (Account dreadnode = new Account(quirk);
                SecretValue value = Act.value("sk-proj-abc123456789")) {
            RemoteSecret created = dreadnode.vault.create(NewSecret.of("OPENAI_API_KEY", value));
            String id = created.id().orElseThrow();
            Optional<RemoteSecret> updated =
                    dreadnode.vault.updater().orElseThrow().update(id, Change.to(value));

            assertEquals("OPENAI_API_KEY", created.name());
            assertEquals(Optional.of("openai"), created.provider());
            assertEquals(
                    Optional.of("sk-pro\u2022\u2022\u2022\u2022789"),
                    created.traces().mask());
            assertTrue(created.traces().created().isPresent());
            assertEquals(Optional.of(List.of("OPENAI_API_KEY")), updated.map(secret -> List.of(secret.name())));
            assertEquals(
                    new Trouble.AlreadyExists(Optional.empty()), Act.CREATE.trouble(dreadnode.vault, "OPENAI_API_KEY"));
            if (quirk == DELETE_IS_405 || quirk == DELETE_IS_404) {
                assertEquals(
                        quirk == DELETE_IS_405
                                ? new Trouble.Refused("Method Not Allowed")
                                : new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED),
                        Act.DELETE.trouble(dreadnode.vault, id));
                assertEquals(1, Act.all(dreadnode.vault).size());
            } else {
                dreadnode.vault.deleter().orElseThrow().delete(id);
                assertEquals(List.of(), Act.all(dreadnode.vault));
            }
            if (!OUTSIDE_CONTRACT.contains(quirk)) {
                dreadnode.contract.requireClean();
            }
        }
    }

    @Test
    void validationErrorsAreReadUnderAnyKey() throws Exception {
        for (DreadnodeQuirk form :
                List.of(NAMES_LIMITED, VALIDATION_UNDER_DETAILS, VALIDATION_IN_OTHER_WORDS, VALIDATION_IS_DETAIL)) {
            try (Account dreadnode = new Account(NAMES_LIMITED, form)) {
                Trouble trouble = Act.CREATE.trouble(dreadnode.vault, "K".repeat(65));

                assertTrue(
                        trouble instanceof Trouble.Refused refused
                                && refused.told().endsWith("name: Use an environment variable name"),
                        form + " " + trouble);
            }
        }
    }

    @Test
    void aProviderThatIsWantedIsSaidSo() throws Exception {
        try (Account dreadnode = new Account(PROVIDER_REQUIRED)) {
            assertEquals(
                    new Trouble.Refused("Validation error: provider: Field required"),
                    Act.CREATE.trouble(dreadnode.vault, "MY_KEY"));
        }
        try (Account dreadnode = new Account(PROVIDER_FROM_LIST);
                SecretValue value = Act.value("a longer value")) {
            dreadnode.vault.create(NewSecret.of("MY_KEY", value));
            NewSecret other = new NewSecret("MY_OTHER_KEY", value, Optional.empty(), Optional.of("my own"));
            assertEquals(
                    new Trouble.Refused("Validation error: provider: Unknown provider"),
                    assertThrows(RemoteException.class, () -> dreadnode.vault.create(other))
                            .trouble());
        }
    }

    @Test
    void aNameIsToldAsItStandsThere() throws Exception {
        try (Account dreadnode = new Account(NAMES_RAISED);
                SecretValue value = Act.value("v")) {
            assertEquals(
                    "MY_KEY",
                    dreadnode.vault.create(NewSecret.of("My_Key", value)).name());
        }
        try (Account dreadnode = new Account(CASE_IGNORED)) {
            dreadnode.simulator.plant("My_Key", "theirs");
            assertEquals(new Trouble.AlreadyExists(Optional.empty()), Act.CREATE.trouble(dreadnode.vault, "MY_KEY"));
        }
    }

    @Test
    void timesAreReadInEveryForm() throws Exception {
        Instant whole = Instant.parse("2026-04-15T12:00:00Z");
        Instant exact = Instant.parse("2026-04-15T12:00:00.123456Z");
        try (SecretValue value = Act.value("v");
                Account plain = new Account(NO_CHANGE_AT_FIRST);
                Account micro = new Account(TIMES_WITH_MICROSECONDS);
                Account naive = new Account(TIMES_WITHOUT_OFFSET)) {
            NewSecret secret = NewSecret.of("A_KEY", value);
            RemoteSecret created = plain.vault.create(secret);

            assertEquals(Optional.of(whole), created.traces().created());
            assertEquals(Optional.empty(), created.traces().modified());
            assertEquals(Optional.of(exact), micro.vault.create(secret).traces().created());
            assertEquals(Optional.of(exact), naive.vault.create(secret).traces().modified());
        }
    }

    @Test
    void aMaskThatShowsAShortValueIsNotTaken() throws Exception {
        try (Account dreadnode = new Account(SHORT_VALUES_SHOWN);
                SecretValue three = Act.value("abc");
                SecretValue seven = Act.value("abcdefg")) {
            assertEquals(
                    Optional.empty(),
                    dreadnode
                            .vault
                            .create(NewSecret.of("A_KEY", three))
                            .traces()
                            .mask());
            assertEquals(
                    Optional.of("abcdef\u2022\u2022\u2022\u2022efg"),
                    dreadnode
                            .vault
                            .create(NewSecret.of("B_KEY", seven))
                            .traces()
                            .mask());
        }
        try (Account dreadnode = new Account();
                SecretValue three = Act.value("abc")) {
            assertEquals(
                    Optional.of("\u2022\u2022\u2022\u2022"),
                    dreadnode
                            .vault
                            .create(NewSecret.of("A_KEY", three))
                            .traces()
                            .mask());
        }
    }

    @Test
    void aListThatIsCutIsNoList() throws Exception {
        try (Account dreadnode = new Account(LIST_CUT)) {
            for (int i = 0; i < 101; i++) {
                dreadnode.simulator.plant("KEY_" + i, "theirs");
            }
            assertEquals(new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED), Act.LIST.trouble(dreadnode.vault, ""));
        }
    }

    @Test
    void anUpgradeIsAnUpgradeWithEitherStatusAndALimitIsQuoted() throws Exception {
        try (Account dreadnode = new Account(UPGRADE_IS_403, VALUES_LIMITED);
                SecretValue value = Act.value("x".repeat(65_537))) {
            dreadnode.simulator.disturb(Disturbance.UPGRADE_REQUIRED);
            assertEquals(new Trouble.UpgradeNeeded("Upgrade required"), Act.LIST.trouble(dreadnode.vault, ""));
            assertEquals(
                    new Trouble.Refused("Validation error: value: Value is too long"),
                    Act.CREATE.failing(dreadnode.vault, "A_KEY", value).trouble());
        }
    }
}
