package dev.lockstep.remote.hookpulse;

import static dev.lockstep.remote.hooks.Bench.assertTrouble;
import static dev.lockstep.remote.hooks.Bench.id;
import static dev.lockstep.remote.hooks.Bench.listed;
import static dev.lockstep.remote.hooks.Bench.names;
import static dev.lockstep.remote.hooks.Bench.text;
import static dev.lockstep.remote.hooks.Bench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.HookpulseQuirk;
import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.hooks.Bench;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every point that the documents leave open, in each way that it may turn out. */
class HookpulseQuirksTest {
    private static final Trouble ODD = new Trouble.ProtocolError(Breach.UNEXPECTED);

    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    @FunctionalInterface
    private interface Scene {
        void play(HookpulseSimulator simulator, HookpulseVault vault) throws Exception;
    }

    private void with(Set<HookpulseQuirk> quirks, Scene scene) throws Exception {
        try (HookpulseSimulator simulator = new HookpulseSimulator(bench.threads(), quirks);
                HookpulseVault vault = HookpulseConnections.open(simulator.address(), bench, "on")) {
            scene.play(simulator, vault);
        }
    }

    private static RemoteSecret create(HookpulseVault vault, String name, String text) throws RemoteException {
        try (SecretValue value = value(text)) {
            return vault.create(NewSecret.of(name, value));
        }
    }

    private static void update(HookpulseVault vault, String id, String text) throws RemoteException {
        try (SecretValue value = value(text)) {
            vault.updater().orElseThrow().update(id, Change.to(value));
        }
    }

    private static String read(HookpulseVault vault, String id) throws RemoteException {
        return text(vault.valueReader().orElseThrow().read(id));
    }

    private static List<String> fill(HookpulseVault vault, int count) throws RemoteException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("name_" + i);
            create(vault, "name_" + i, "value " + i);
        }
        return names;
    }

    private static final Set<HookpulseQuirk> NO_LIST =
            EnumSet.of(HookpulseQuirk.ENDLESS_LIST, HookpulseQuirk.CIRCULAR_LIST);

    /** None, less than a page, exactly two pages, and a part of a third. */
    @ParameterizedTest
    @EnumSource
    void aListIsCompleteInEveryForm(HookpulseQuirk quirk) throws Exception {
        if (NO_LIST.contains(quirk)) {
            return;
        }
        for (Set<HookpulseQuirk> quirks : List.of(
                EnumSet.of(quirk), EnumSet.of(quirk, HookpulseQuirk.SHORT_FIELDS, HookpulseQuirk.PAGES_UNTOLD))) {
            for (int count : quirks.size() == 1 ? new int[] {0, 3, 100, 120} : new int[] {60}) {
                with(quirks, (simulator, vault) -> {
                    List<String> names = fill(vault, count);
                    ContractCheck check = ContractCheck.of("hookpulse.yaml", "");
                    simulator.witnessedBy(check);
                    vault.greet();
                    List<RemoteSecret> listed = listed(vault);
                    assertEquals(names, listed.stream().map(RemoteSecret::name).toList(), () -> quirks + " " + count);
                    for (RemoteSecret secret : listed.stream().limit(1).toList()) {
                        assertEquals("value 0", read(vault, secret.id().orElseThrow()));
                        assertEquals(Traces.NONE, secret.traces(), "times in an unknown zone are no evidence");
                    }
                    if (quirk != HookpulseQuirk.LIST_BARE) {
                        check.requireClean();
                    }
                });
            }
        }
    }

    @Test
    void aListThatTellsItsEndIsNotAskedForMore() throws Exception {
        for (HookpulseQuirk quirk :
                List.of(HookpulseQuirk.LIST_AS_RESULTS, HookpulseQuirk.LIST_NESTED, HookpulseQuirk.LIST_AS_SECRETS)) {
            with(EnumSet.of(quirk), (simulator, vault) -> {
                fill(vault, 100);
                AtomicInteger requests = new AtomicInteger();
                simulator.witnessedBy((asked, answered) -> requests.incrementAndGet());
                assertEquals(100, names(vault).size());
                assertEquals(2, requests.get());
            });
        }
    }

    @Test
    void listsWithoutAnEndAreNone() throws Exception {
        with(EnumSet.of(HookpulseQuirk.CIRCULAR_LIST), (simulator, vault) -> {
            AtomicInteger handed = new AtomicInteger();
            assertTrouble(ODD, () -> vault.list(secret -> handed.incrementAndGet()));
            assertEquals(true, handed.get() < 20, "ended after " + handed);
        });
        with(EnumSet.of(HookpulseQuirk.ENDLESS_LIST), (simulator, vault) -> {
            AtomicInteger handed = new AtomicInteger();
            assertThrows(
                    EnoughException.class,
                    () -> vault.list(secret -> {
                        if (handed.incrementAndGet() == 100) {
                            throw new EnoughException();
                        }
                    }));
        });
    }

    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void creatingMayTellTheId() throws Exception {
        with(EnumSet.of(HookpulseQuirk.CREATE_TELLS_UUID), (simulator, vault) -> {
            RemoteSecret created = create(vault, "name", "value");
            assertEquals("value", read(vault, created.id().orElseThrow()));
        });
    }

    @Test
    void aDuplicateIsSeenInEveryForm() throws Exception {
        with(EnumSet.of(HookpulseQuirk.DUPLICATE_WITHOUT_UUID), (simulator, vault) -> {
            create(vault, "name", "value");
            assertTrouble(new Trouble.AlreadyExists(Optional.empty()), () -> create(vault, "name", "other"));
        });
        with(EnumSet.of(HookpulseQuirk.ERRORS_IN_200), (simulator, vault) -> {
            create(vault, "name", "value");
            assertTrouble(
                    new Trouble.AlreadyExists(Optional.of(id(vault, "name"))), () -> create(vault, "name", "other"));
        });
        with(EnumSet.of(HookpulseQuirk.NAMES_IGNORE_CASE), (simulator, vault) -> {
            create(vault, "name", "value");
            assertTrouble(
                    new Trouble.AlreadyExists(Optional.of(id(vault, "name"))), () -> create(vault, "NAME", "other"));
        });
        with(EnumSet.noneOf(HookpulseQuirk.class), (simulator, vault) -> {
            create(vault, "name", "value");
            create(vault, "NAME", "other");
            assertEquals(List.of("name", "NAME"), names(vault));
        });
    }

    @Test
    void errorsAreSeenInsideAGoodStatus() throws Exception {
        with(EnumSet.of(HookpulseQuirk.ERRORS_IN_200), (simulator, vault) -> {
            assertTrouble(new Trouble.NotFound(false), () -> read(vault, "nowhere"));
            assertTrouble(new Trouble.NotFound(false), () -> update(vault, "nowhere", "value"));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.deleter().orElseThrow().delete("nowhere"));
        });
    }

    @Test
    void aValueThatTheVendorDoesNotTakeIsRefusedWithItsReason() throws Exception {
        with(EnumSet.of(HookpulseQuirk.SHORT_VALUES), (simulator, vault) -> {
            create(vault, "name", "\ud83d\ude00".repeat(1000));
            assertTrouble(
                    new Trouble.Refused("secret_value is too long"), () -> create(vault, "other", "v".repeat(1001)));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATE_BY_PUT", "UPDATE_BY_PATCH", "CREATE_TELLS_UUID"})
    void anUpdateFindsItsMethod(HookpulseQuirk quirk) throws Exception {
        with(EnumSet.of(quirk), (simulator, vault) -> {
            create(vault, "name", "value");
            String id = id(vault, "name");
            update(vault, id, "other");
            assertEquals("other", read(vault, id));
            assertTrouble(new Trouble.NotFound(false), () -> update(vault, "nowhere", "value"));
        });
    }

    @Test
    void anUpdateThatIsNotThereSaysNothingOfTheSecret() throws Exception {
        with(EnumSet.of(HookpulseQuirk.NO_UPDATE), (simulator, vault) -> {
            create(vault, "name", "value");
            String id = id(vault, "name");
            assertTrouble(new Trouble.Refused("Not found"), () -> update(vault, id, "other"));
            assertEquals("value", read(vault, id));
        });
    }

    @Test
    void aDeletionThatIsAnsweredByTheIdAloneFailed() throws Exception {
        with(
                EnumSet.of(HookpulseQuirk.BARE_DELETE_FAILURE),
                (simulator, vault) -> assertTrouble(
                        new Trouble.Refused(""),
                        () -> vault.deleter().orElseThrow().delete("nowhere")));
        with(
                EnumSet.of(HookpulseQuirk.BARE_DELETE_FAILURE_IN_200),
                (simulator, vault) -> assertTrouble(
                        new Trouble.Refused(""),
                        () -> vault.deleter().orElseThrow().delete("nowhere")));
    }
}
