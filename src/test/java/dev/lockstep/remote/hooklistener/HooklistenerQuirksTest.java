package dev.lockstep.remote.hooklistener;

import static dev.lockstep.remote.hooks.Bench.assertTrouble;
import static dev.lockstep.remote.hooks.Bench.id;
import static dev.lockstep.remote.hooks.Bench.listed;
import static dev.lockstep.remote.hooks.Bench.names;
import static dev.lockstep.remote.hooks.Bench.text;
import static dev.lockstep.remote.hooks.Bench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.HooklistenerQuirk;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.hooks.Bench;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every point that the documents leave open, in each way that it may turn out. */
class HooklistenerQuirksTest {
    /** What the contract decides otherwise; adapters understand it all the same. */
    private static final Set<HooklistenerQuirk> OUTSIDE_CONTRACT = EnumSet.of(
            HooklistenerQuirk.LIST_BARE,
            HooklistenerQuirk.LIST_AS_SECRETS,
            HooklistenerQuirk.OLDER_FIELDS,
            HooklistenerQuirk.BARE_SECRET,
            HooklistenerQuirk.SECRET_IN_SECRET,
            HooklistenerQuirk.DELETED_STAYS_LISTED,
            HooklistenerQuirk.CREATE_IS_200,
            HooklistenerQuirk.VALUE_IN_DATA,
            HooklistenerQuirk.DELETE_TELLS,
            HooklistenerQuirk.DUPLICATE_AS_TEXT,
            HooklistenerQuirk.DUPLICATE_409,
            HooklistenerQuirk.DUPLICATE_400,
            HooklistenerQuirk.DELETED_IS_410,
            HooklistenerQuirk.CREATE_TELLS_NOTHING,
            HooklistenerQuirk.UPDATE_TELLS_NOTHING,
            HooklistenerQuirk.RENAME_IGNORED_UNTOLD);

    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    @FunctionalInterface
    private interface Scene {
        void play(HooklistenerSimulator simulator, HooklistenerVault vault) throws Exception;
    }

    private void with(HooklistenerQuirk quirk, Scene scene) throws Exception {
        try (HooklistenerSimulator simulator =
                        new HooklistenerSimulator(bench.threads(), Bench.CLOCK, EnumSet.of(quirk));
                HooklistenerVault vault = HooklistenerConnections.open(
                        simulator.address(),
                        bench,
                        quirk == HooklistenerQuirk.ORGANIZATION_NEEDED ? HooklistenerSimulator.ORGANIZATION : "",
                        HooklistenerSimulator.KEY)) {
            scene.play(simulator, vault);
        }
    }

    private static RemoteSecret create(HooklistenerVault vault, String name) throws RemoteException {
        try (SecretValue value = value("value of " + name)) {
            return vault.create(NewSecret.of(name, value));
        }
    }

    private static String read(HooklistenerVault vault, String id) throws RemoteException {
        return text(vault.valueReader().orElseThrow().read(id));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LIST_PAGED", "PLAN_WITHOUT_SECRETS_402", "PLAN_WITHOUT_SECRETS_403"})
    void theLifeOfASecretIsTheSameWithEveryQuirk(HooklistenerQuirk quirk) throws Exception {
        ContractCheck check = ContractCheck.of("hooklistener.yaml", "");
        with(quirk, (simulator, vault) -> {
            simulator.witnessedBy(check);
            vault.greet();
            RemoteSecret created = create(vault, "FIRST");
            assertEquals("FIRST", created.name());
            String id = id(vault, "FIRST");
            assertEquals(
                    quirk == HooklistenerQuirk.CREATE_TELLS_NOTHING ? Optional.empty() : Optional.of(id), created.id());
            assertEquals("value of FIRST", read(vault, id));
            Optional<Instant> now = Optional.of(Bench.CLOCK.instant());
            RemoteSecret inspected = vault.inspector().orElseThrow().inspect(id);
            assertEquals(Traces.times(now, now), inspected.traces());
            assertEquals(List.of(inspected), listed(vault));
            assertTrouble(new Trouble.AlreadyExists(Optional.empty()), () -> create(vault, "FIRST"));
            try (SecretValue other = value("other")) {
                vault.updater().orElseThrow().update(id, Change.to(other));
            }
            assertEquals("other", read(vault, id));
            vault.deleter().orElseThrow().delete(id);
            assertTrouble(new Trouble.NotFound(false), () -> read(vault, id));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.deleter().orElseThrow().delete(id));
        });
        assertEquals(
                OUTSIDE_CONTRACT.contains(quirk),
                !check.breaches().isEmpty(),
                () -> check.breaches().toString());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {
                "LIST_PAGED",
                "PLAN_WITHOUT_SECRETS_402",
                "PLAN_WITHOUT_SECRETS_403",
                "RENAME_IGNORED",
                "RENAME_IGNORED_UNTOLD",
                "UPDATE_NEEDS_VALUE"
            })
    void renamingKeepsTheValue(HooklistenerQuirk quirk) throws Exception {
        with(quirk, (simulator, vault) -> {
            create(vault, "OLD");
            create(vault, "TAKEN");
            String id = id(vault, "OLD");
            assertTrouble(
                    new Trouble.AlreadyExists(Optional.empty()),
                    () -> vault.renamer().orElseThrow().rename(id, "TAKEN"));
            vault.renamer().orElseThrow().rename(id, "NEW");
            assertEquals(List.of("NEW", "TAKEN"), names(vault));
            assertEquals("value of OLD", read(vault, id));
        });
    }

    @Test
    void aNameThatDidNotChangeIsNotSaidToBeChanged() throws Exception {
        for (HooklistenerQuirk quirk :
                List.of(HooklistenerQuirk.RENAME_IGNORED, HooklistenerQuirk.RENAME_IGNORED_UNTOLD)) {
            with(quirk, (simulator, vault) -> {
                String id = create(vault, "OLD").id().orElseThrow();
                assertTrouble(
                        new Trouble.Refused(""),
                        () -> vault.renamer().orElseThrow().rename(id, "NEW"));
                assertEquals(List.of("OLD"), names(vault));
            });
        }
        with(HooklistenerQuirk.UPDATE_NEEDS_VALUE, (simulator, vault) -> {
            String id = create(vault, "OLD").id().orElseThrow();
            assertTrouble(
                    new Trouble.Refused("value can't be blank"),
                    () -> vault.renamer().orElseThrow().rename(id, "NEW"));
        });
    }

    @Test
    void aRenamingWhoseResultCannotBeSeenIsLeftOpen() throws Exception {
        with(HooklistenerQuirk.UPDATE_TELLS_NOTHING, (simulator, vault) -> {
            String id = create(vault, "OLD").id().orElseThrow();
            simulator.disturb(Disturbance.HTML_PAGE);
            assertTrouble(
                    new Trouble.OutcomeUnknown(),
                    () -> vault.renamer().orElseThrow().rename(id, "NEW"));
            simulator.witnessedBy((asked, answered) -> {
                if (asked.method().equals("PUT")) {
                    simulator.disturb(Disturbance.INTERNAL_ERROR);
                }
            });
            assertTrouble(
                    new Trouble.OutcomeUnknown(),
                    () -> vault.renamer().orElseThrow().rename(id, "NEW"));
            assertEquals(List.of("NEW"), names(vault));
        });
    }

    @Test
    void aListThatIsOnlyAPartIsNoList() throws Exception {
        with(HooklistenerQuirk.LIST_PAGED, (simulator, vault) -> {
            create(vault, "FIRST");
            assertTrouble(new Trouble.ProtocolError(Breach.UNEXPECTED), () -> names(vault));
        });
    }

    @Test
    void aPlanWithoutSecretsIsSaidToBeOne() throws Exception {
        for (HooklistenerQuirk quirk :
                List.of(HooklistenerQuirk.PLAN_WITHOUT_SECRETS_402, HooklistenerQuirk.PLAN_WITHOUT_SECRETS_403)) {
            with(quirk, (simulator, vault) -> {
                Trouble needed = new Trouble.UpgradeNeeded("Secrets need a Team or Enterprise plan");
                assertTrouble(needed, vault::greet);
                assertTrouble(needed, () -> create(vault, "FIRST"));
            });
        }
    }

    @Test
    void theNameOfADeletedSecretMayStayTaken() throws Exception {
        with(HooklistenerQuirk.DELETED_NAME_STAYS_TAKEN, (simulator, vault) -> {
            vault.deleter().orElseThrow().delete(create(vault, "FIRST").id().orElseThrow());
            assertEquals(List.of(), names(vault));
            assertTrouble(new Trouble.AlreadyExists(Optional.empty()), () -> create(vault, "FIRST"));
        });
        with(HooklistenerQuirk.DELETED_IS_410, (simulator, vault) -> {
            vault.deleter().orElseThrow().delete(create(vault, "FIRST").id().orElseThrow());
            create(vault, "FIRST");
            assertEquals(List.of("FIRST"), names(vault));
        });
    }

    @Test
    void aDeletedSecretThatIsStillListedIsMarked() throws Exception {
        with(HooklistenerQuirk.DELETED_STAYS_LISTED, (simulator, vault) -> {
            String id = create(vault, "FIRST").id().orElseThrow();
            assertEquals(false, listed(vault).getFirst().traces().deleted());
            vault.deleter().orElseThrow().delete(id);
            assertEquals(true, listed(vault).getFirst().traces().deleted());
            assertEquals(
                    true, vault.inspector().orElseThrow().inspect(id).traces().deleted());
        });
    }

    @Test
    void withoutTheOrganizationCallsMayBeForbidden() throws Exception {
        try (HooklistenerSimulator simulator = new HooklistenerSimulator(
                        bench.threads(), Bench.CLOCK, EnumSet.of(HooklistenerQuirk.ORGANIZATION_NEEDED));
                HooklistenerVault vault = HooklistenerConnections.open(simulator.address(), bench)) {
            assertTrouble(new Trouble.Forbidden("You are not a member of this organization"), vault::greet);
        }
    }

    @Test
    void createdIsBelievedWhateverComesWithIt() throws Exception {
        with(HooklistenerQuirk.OLDER_FIELDS, (simulator, vault) -> {
            simulator.disturb(Disturbance.TRUNCATED);
            assertEquals(Optional.empty(), create(vault, "FIRST").id());
            assertEquals(List.of("FIRST"), names(vault));
        });
        with(HooklistenerQuirk.CREATE_IS_200, (simulator, vault) -> {
            simulator.disturb(Disturbance.TRUNCATED);
            assertTrouble(new Trouble.OutcomeUnknown(), () -> create(vault, "FIRST"));
        });
    }

    @Test
    void aChangeMayLeaveTheDescription() throws Exception {
        with(HooklistenerQuirk.BARE_SECRET, (simulator, vault) -> {
            try (SecretValue value = value("value")) {
                RemoteSecret created =
                        vault.create(new NewSecret("FIRST", value, Optional.of("told"), Optional.empty()));
                String id = created.id().orElseThrow();
                assertEquals(
                        Optional.of("told"),
                        vault.updater()
                                .orElseThrow()
                                .update(id, Change.to(value))
                                .orElseThrow()
                                .description());
                Change described = new Change(value, Optional.of("new"), OptionalLong.empty());
                assertEquals(
                        Optional.of("new"),
                        vault.updater()
                                .orElseThrow()
                                .update(id, described)
                                .orElseThrow()
                                .description());
            }
        });
    }
}
