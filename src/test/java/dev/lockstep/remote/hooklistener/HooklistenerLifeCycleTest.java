package dev.lockstep.remote.hooklistener;

import static dev.lockstep.remote.hooks.Bench.assertTrouble;
import static dev.lockstep.remote.hooks.Bench.listed;
import static dev.lockstep.remote.hooks.Bench.names;
import static dev.lockstep.remote.hooks.Bench.text;
import static dev.lockstep.remote.hooks.Bench.trouble;
import static dev.lockstep.remote.hooks.Bench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.practice.Scripted;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.hooks.Bench;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HooklistenerLifeCycleTest {
    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    private static RemoteSecret create(HooklistenerVault vault, String name, String text) throws RemoteException {
        try (SecretValue value = value(text)) {
            return vault.create(new NewSecret(name, value, Optional.of("For " + name), Optional.empty()));
        }
    }

    @Test
    void theWholeLifeOfASecretKeepsTheContract() throws Exception {
        ContractCheck check = ContractCheck.of("hooklistener.yaml", "");
        try (HooklistenerSimulator simulator = new HooklistenerSimulator(bench.threads(), Bench.CLOCK, Set.of());
                HooklistenerVault vault = HooklistenerConnections.open(simulator.address(), bench);
                SecretValue other = value("whsec_2")) {
            simulator.witnessedBy(check);

            assertEquals(new Greeting(Optional.empty(), Optional.empty(), Rights.READS), vault.greet());
            RemoteSecret created = create(vault, "STRIPE_WEBHOOK_SECRET", "whsec_1");
            String id = created.id().orElseThrow();
            Optional<Instant> now = Optional.of(Bench.CLOCK.instant());
            assertEquals(
                    new RemoteSecret(
                            Optional.of(id),
                            "STRIPE_WEBHOOK_SECRET",
                            Optional.of("For STRIPE_WEBHOOK_SECRET"),
                            Optional.empty(),
                            Traces.times(now, now)),
                    created);
            assertEquals(List.of(created), listed(vault));
            assertEquals(created, vault.inspector().orElseThrow().inspect(id));
            assertEquals("whsec_1", text(vault.valueReader().orElseThrow().read(id)));
            assertTrouble(
                    new Trouble.AlreadyExists(Optional.empty()),
                    () -> create(vault, "STRIPE_WEBHOOK_SECRET", "overwritten"));
            RemoteSecret updated = vault.updater()
                    .orElseThrow()
                    .update(id, new Change(other, Optional.of("changed"), OptionalLong.empty()))
                    .orElseThrow();
            assertEquals(Optional.of("changed"), updated.description());
            assertEquals("whsec_2", text(vault.valueReader().orElseThrow().read(id)));
            create(vault, "TAKEN", "value");
            vault.renamer().orElseThrow().rename(id, "RENAMED");
            assertTrouble(
                    new Trouble.AlreadyExists(Optional.empty()),
                    () -> vault.renamer().orElseThrow().rename(id, "TAKEN"));
            assertEquals(List.of("RENAMED", "TAKEN"), names(vault));
            assertEquals("whsec_2", text(vault.valueReader().orElseThrow().read(id)));
            vault.deleter().orElseThrow().delete(id);
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.deleter().orElseThrow().delete(id));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.inspector().orElseThrow().inspect(id));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.valueReader().orElseThrow().read(id));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.updater().orElseThrow().update(id, Change.to(other)));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.renamer().orElseThrow().rename(id, "NEW"));
            assertEquals(List.of("TAKEN"), names(vault));
            check.requireClean();
            assertEquals(List.of(id, id, id), simulator.audited(), "only reading a value leaves a trace there");
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNAUTHORIZED",
                "FORBIDDEN",
                "CONFLICT",
                "UNPROCESSABLE",
                "UNPROCESSABLE_OTHERWISE",
                "UPGRADE_REQUIRED",
                "TOO_MANY",
                "EMPTY_LISTING",
                "STALE_LISTING"
            })
    void troubleThatIsDocumentedKeepsTheContract(Disturbance disturbance) throws Exception {
        ContractCheck check = ContractCheck.of("hooklistener.yaml", "");
        try (HooklistenerSimulator simulator = new HooklistenerSimulator(bench.threads(), Bench.CLOCK, Set.of());
                HooklistenerVault vault = HooklistenerConnections.open(simulator.address(), bench)) {
            simulator.witnessedBy(check);
            simulator.disturb(disturbance, disturbance);
            if (disturbance.name().endsWith("LISTING")) {
                assertEquals(List.of(), names(vault));
            } else {
                trouble(() -> names(vault));
                trouble(() -> create(vault, "NAME", "value"));
            }
            check.requireClean();
        }
    }

    @Test
    void everythingThatIsDocumentedCanBeAskedFor() throws Exception {
        try (HooklistenerVault vault = HooklistenerConnections.open("http://127.0.0.1:9", bench)) {
            assertEquals(VendorContracts.HOOKLISTENER, vault.contract());
            assertEquals(
                    true, vault.inspector().isPresent() && vault.valueReader().isPresent());
            assertEquals(true, vault.updater().isPresent() && vault.renamer().isPresent());
            assertEquals(true, vault.deleter().isPresent());
        }
    }

    private Asked sent(Answered answered, Sending sending) throws Exception {
        try (Scripted server = new Scripted(bench.threads(), answered);
                HooklistenerVault vault =
                        HooklistenerConnections.open(server.address(), bench, "", "hklst_your_api_key")) {
            sending.send(vault);
            Asked asked = server.asked().getFirst();
            assertEquals(Optional.of("Bearer hklst_your_api_key"), asked.header("Authorization"));
            assertEquals(Optional.empty(), asked.header("x-organization-id"));
            return asked;
        }
    }

    @FunctionalInterface
    private interface Sending {
        void send(HooklistenerVault vault) throws Exception;
    }

    private static String line(Asked asked) {
        return asked.method() + " " + asked.target();
    }

    /** The example requests of the vendor document. */
    @Test
    void theDocumentedRequestsAreSentToTheLetter() throws Exception {
        try (SecretValue first = value("whsec_abc123...");
                SecretValue next = value("whsec_new_value...")) {
            Asked created =
                    sent(Answered.empty(201), vault -> vault.create(NewSecret.of("STRIPE_WEBHOOK_SECRET", first)));
            assertEquals("POST /api/v1/secrets", line(created));
            assertEquals(Optional.of("application/json"), created.header("Content-Type"));
            assertEquals(
                    "{\"secret\":{\"name\":\"STRIPE_WEBHOOK_SECRET\",\"value\":\"whsec_abc123...\"}}",
                    new String(created.body(), StandardCharsets.UTF_8));

            Asked listed = sent(Answered.json(200, "{\"data\":[]}"), vault -> vault.list(secret -> {}));
            assertEquals("GET /api/v1/secrets", line(listed));
            assertEquals(0, listed.body().length);

            Asked updated = sent(
                    Answered.json(200, "{}"),
                    vault -> vault.updater().orElseThrow().update("secret-id", Change.to(next)));
            assertEquals("PUT /api/v1/secrets/secret-id", line(updated));
            assertEquals(
                    "{\"secret\":{\"value\":\"whsec_new_value...\"}}",
                    new String(updated.body(), StandardCharsets.UTF_8));

            Asked deleted = sent(
                    Answered.empty(204), vault -> vault.deleter().orElseThrow().delete("secret-id"));
            assertEquals("DELETE /api/v1/secrets/secret-id", line(deleted));
            assertEquals(0, deleted.body().length);
        }
    }

    @Test
    void theDocumentedAnswersAreUnderstood() throws Exception {
        String value = "{\"id\":\"secret-id\",\"name\":\"API_KEY\",\"value\":\"whsec_abc123...\","
                + "\"decrypted_at\":\"2026-01-15T10:30:00Z\"}";
        Asked read = sent(
                Answered.json(200, value),
                vault -> assertEquals(
                        "whsec_abc123...",
                        text(vault.valueReader().orElseThrow().read("secret-id"))));
        assertEquals("GET /api/v1/secrets/secret-id/value", line(read));
        String list = "{\"data\":[{\"id\":\"secret-id\",\"name\":\"API_KEY\",\"inserted_at\":\"2026-01-15T10:30:00Z\","
                + "\"updated_at\":\"2026-01-16T10:30:00.123456Z\"}]}";
        sent(
                Answered.json(200, list),
                vault -> assertEquals(
                        Traces.times(
                                Optional.of(Instant.parse("2026-01-15T10:30:00Z")),
                                Optional.of(Instant.parse("2026-01-16T10:30:00.123456Z"))),
                        listed(vault).getFirst().traces()));
    }

    @Test
    void anOrganizationIsNamedInAHeader() throws Exception {
        try (HooklistenerSimulator simulator = new HooklistenerSimulator(bench.threads(), Bench.CLOCK, Set.of());
                HooklistenerVault right = HooklistenerConnections.open(
                        simulator.address(), bench, HooklistenerSimulator.ORGANIZATION, HooklistenerSimulator.KEY);
                HooklistenerVault wrong = HooklistenerConnections.open(
                        simulator.address(), bench, "another", HooklistenerSimulator.KEY)) {
            assertEquals(
                    Optional.of(HooklistenerSimulator.ORGANIZATION),
                    right.greet().scope());
            assertEquals(new Trouble.Forbidden("You are not a member of this organization"), trouble(wrong::greet));
        }
    }

    @Test
    void aLongDescriptionIsCutToWhatTheVendorKeeps() throws Exception {
        try (HooklistenerSimulator simulator = new HooklistenerSimulator(bench.threads(), Bench.CLOCK, Set.of());
                HooklistenerVault vault = HooklistenerConnections.open(simulator.address(), bench);
                SecretValue value = value("value")) {
            RemoteSecret created = vault.create(
                    new NewSecret("LONG", value, Optional.of("\ud83d\ude00".repeat(1500)), Optional.empty()));
            assertEquals(Optional.of("\ud83d\ude00".repeat(1000)), created.description());
            RemoteSecret updated = vault.updater()
                    .orElseThrow()
                    .update(
                            created.id().orElseThrow(),
                            new Change(value, Optional.of("x".repeat(1001)), OptionalLong.empty()))
                    .orElseThrow();
            assertEquals(Optional.of("x".repeat(1000)), updated.description());
        }
    }

    @Test
    void theLongestValueIsTakenAndALongerOneRefusedBeforeACall() throws Exception {
        try (HooklistenerSimulator simulator = new HooklistenerSimulator(bench.threads(), Bench.CLOCK, Set.of());
                HooklistenerVault vault = HooklistenerConnections.open(simulator.address(), bench)) {
            String longest = "\ud83d\ude00".repeat(10_000);
            RemoteSecret created = create(vault, "LONGEST", longest);
            assertEquals(
                    longest,
                    text(vault.valueReader().orElseThrow().read(created.id().orElseThrow())));
            simulator.witnessedBy((asked, answered) -> {
                throw new IllegalStateException("was asked");
            });
            assertTrouble(new Trouble.Refused(""), () -> create(vault, "LONGER", longest + "x"));
        }
    }

    @Test
    void anIdStaysOneSegmentOfThePath() throws Exception {
        Asked asked =
                sent(Answered.empty(204), vault -> vault.deleter().orElseThrow().delete("a/b?c#d%"));
        assertEquals("DELETE /api/v1/secrets/a%2Fb%3Fc%23d%25", line(asked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\n", "ü", "\u0000"})
    void whatAHeaderDoesNotHoldIsNeverQuoted(String typed) {
        assertInstanceOf(
                Trouble.Unauthorized.class,
                trouble(() -> HooklistenerConnections.open("http://127.0.0.1:9", bench, "", typed)));
        assertInstanceOf(
                Trouble.Refused.class,
                trouble(() -> HooklistenerConnections.open("http://127.0.0.1:9", bench, typed, "key")));
    }
}
