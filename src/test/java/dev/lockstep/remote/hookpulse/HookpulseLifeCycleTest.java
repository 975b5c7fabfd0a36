package dev.lockstep.remote.hookpulse;

import static dev.lockstep.remote.hooks.Bench.assertTrouble;
import static dev.lockstep.remote.hooks.Bench.id;
import static dev.lockstep.remote.hooks.Bench.names;
import static dev.lockstep.remote.hooks.Bench.text;
import static dev.lockstep.remote.hooks.Bench.trouble;
import static dev.lockstep.remote.hooks.Bench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.practice.Scripted;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.hooks.Bench;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookpulseLifeCycleTest {
    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    private static RemoteSecret create(HookpulseVault vault, String name, String text) throws RemoteException {
        try (SecretValue value = value(text)) {
            return vault.create(NewSecret.of(name, value));
        }
    }

    @Test
    void theWholeLifeOfASecretKeepsTheContract() throws Exception {
        ContractCheck check = ContractCheck.of("hookpulse.yaml", "");
        try (HookpulseSimulator simulator = new HookpulseSimulator(bench.threads(), Set.of());
                HookpulseVault vault = HookpulseConnections.open(simulator.address(), bench, "on");
                SecretValue other = value("sk_live_2")) {
            simulator.witnessedBy(check);

            assertEquals(
                    new Greeting(Optional.empty(), Optional.of(HookpulseSimulator.BRAND), Rights.READS), vault.greet());
            assertEquals(List.of(), names(vault));
            RemoteSecret created = create(vault, "stripe_api_key", "sk_live_1");
            assertEquals(Optional.empty(), created.id());
            assertEquals("stripe_api_key", created.name());
            String id = id(vault, "stripe_api_key");
            assertEquals("sk_live_1", text(vault.valueReader().orElseThrow().read(id)));
            assertTrouble(
                    new Trouble.AlreadyExists(Optional.of(id)), () -> create(vault, "stripe_api_key", "overwritten"));
            assertEquals("sk_live_1", text(vault.valueReader().orElseThrow().read(id)));
            assertEquals(Optional.empty(), vault.updater().orElseThrow().update(id, Change.to(other)));
            assertEquals("sk_live_2", text(vault.valueReader().orElseThrow().read(id)));
            vault.deleter().orElseThrow().delete(id);
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.deleter().orElseThrow().delete(id));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.valueReader().orElseThrow().read(id));
            assertTrouble(
                    new Trouble.NotFound(false),
                    () -> vault.updater().orElseThrow().update(id, Change.to(other)));
            assertEquals(List.of(), names(vault));
            check.requireClean();
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
                "TOO_MANY",
                "INTERNAL_ERROR",
                "EMPTY_LISTING",
                "STALE_LISTING"
            })
    void troubleThatIsDocumentedKeepsTheContract(Disturbance disturbance) throws Exception {
        ContractCheck check = ContractCheck.of("hookpulse.yaml", "");
        try (HookpulseSimulator simulator = new HookpulseSimulator(bench.threads(), Set.of());
                HookpulseVault vault = HookpulseConnections.open(simulator.address(), bench, "on")) {
            simulator.witnessedBy(check);
            simulator.disturb(disturbance, disturbance);
            if (disturbance.name().endsWith("LISTING")) {
                assertEquals(List.of(), names(vault));
            } else {
                trouble(() -> names(vault));
            }
            if (!disturbance.name().endsWith("LISTING")) {
                trouble(() -> create(vault, "name", "value"));
            }
            check.requireClean();
        }
    }

    @Test
    void whatIsNotDocumentedCannotBeAskedFor() throws Exception {
        try (HookpulseVault vault = HookpulseConnections.open("http://127.0.0.1:9", bench, "off")) {
            assertEquals(VendorContracts.HOOKPULSE, vault.contract());
            assertTrue(vault.inspector().isEmpty());
            assertTrue(vault.renamer().isEmpty());
            assertTrue(vault.updater().isEmpty(), "its path is a guess, so it has to be switched on");
            assertTrue(vault.valueReader().isPresent());
            assertTrue(vault.deleter().isPresent());
        }
    }

    /** The example request of the vendor document, its placeholders filled in. */
    @Test
    void theDocumentedRequestIsSentToTheLetter() throws Exception {
        try (Scripted server = new Scripted(
                        bench.threads(),
                        Answered.json(
                                200,
                                "{\n  \"success\": true,\n  \"details\": \"Variable added successfully in vault\"\n}"));
                HookpulseVault vault =
                        HookpulseConnections.open(server.address(), bench, "off", "the-brand", "the-key")) {
            RemoteSecret created = create(vault, "secret_key", "secret_value");

            assertEquals("secret_key", created.name());
            Asked asked = server.asked().getFirst();
            assertEquals("POST", asked.method());
            assertEquals("/v1/api/add_system_secret/", asked.target().toString());
            assertEquals(Optional.of("the-key"), asked.header("x-hookpulse-api-key"));
            assertEquals(Optional.of("the-brand"), asked.header("x-brand-uuid"));
            assertEquals(Optional.of("application/json"), asked.header("Content-Type"));
            assertEquals(
                    "{\"secret_key\":\"secret_key\",\"secret_value\":\"secret_value\"}",
                    new String(asked.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theDocumentedAnswerToADuplicateIsUnderstood() throws Exception {
        Answered duplicate = Answered.json(
                400,
                "{\n  \"error\": \"Key with same name already in database\",\n  \"success\": false,\n"
                        + "  \"secret_uuid\": \"c1d2\"\n}");
        try (Scripted server = new Scripted(bench.threads(), duplicate);
                HookpulseVault vault = HookpulseConnections.open(server.address(), bench, "off")) {
            assertTrouble(new Trouble.AlreadyExists(Optional.of("c1d2")), () -> create(vault, "name", "value"));
        }
    }

    @Test
    void theDocumentedDeletionHasABody() throws Exception {
        Answered deleted = Answered.json(200, "{\"success\":true,\"details\":\"System secret deleted successfully\"}");
        try (Scripted server = new Scripted(bench.threads(), deleted);
                HookpulseVault vault = HookpulseConnections.open(server.address(), bench, "off")) {
            vault.deleter().orElseThrow().delete("c1d2");

            Asked asked = server.asked().getFirst();
            assertEquals("DELETE /v1/api/delete_secret/", asked.method() + " " + asked.target());
            assertEquals("{\"secret_uuid\":\"c1d2\"}", new String(asked.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theDocumentedAnswerWithAValueIsUnderstood() throws Exception {
        Answered found = Answered.json(
                200,
                "{\"data\":{\"secret_key\":\"stripe_api_key\",\"secret_value\":\"sk_live_1\",\"call_key\":\"{{ #stripe_api_key }}\","
                        + "\"secret_uuid\":\"c1d2\"},\"success\":true}");
        try (Scripted server = new Scripted(bench.threads(), found);
                HookpulseVault vault = HookpulseConnections.open(server.address(), bench, "off")) {
            assertEquals("sk_live_1", text(vault.valueReader().orElseThrow().read("c1d2")));
            assertEquals("sk_live_1", text(vault.valueReader().orElseThrow().read("C1D2")));
            assertTrouble(
                    new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED),
                    () -> vault.valueReader().orElseThrow().read("another"));
        }
    }

    @Test
    void wrongHeadersAreUnauthorized() throws Exception {
        try (HookpulseSimulator simulator = new HookpulseSimulator(bench.threads(), Set.of());
                HookpulseVault key = HookpulseConnections.open(
                        simulator.address(), bench, "off", HookpulseSimulator.BRAND, "wrong");
                HookpulseVault brand =
                        HookpulseConnections.open(simulator.address(), bench, "off", "wrong", HookpulseSimulator.KEY)) {
            assertTrouble(new Trouble.Unauthorized("Invalid API key"), key::greet);
            assertTrouble(new Trouble.Unauthorized("Invalid brand UUID"), brand::greet);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\n", "tab\t", "ü", "\u0000"})
    void whatAHeaderDoesNotHoldIsNeverQuoted(String typed) {
        assertInstanceOf(
                Trouble.Unauthorized.class,
                trouble(() -> HookpulseConnections.open("http://127.0.0.1:9", bench, "off", "brand", typed)));
        assertInstanceOf(
                Trouble.Refused.class,
                trouble(() -> HookpulseConnections.open("http://127.0.0.1:9", bench, "off", typed, "key")));
    }

    @Test
    void aKeyIsNeeded() {
        Connection connection = new Connection(
                Vendor.HOOKPULSE, Map.of("address", "https://api.hookpulse.io", "brand", "brand"), Map.of());
        assertTrouble(
                new Trouble.Unauthorized(""), () -> HookpulseVault.open(connection, bench.transport(), Bench.pace()));
        Connection brandless =
                new Connection(Vendor.HOOKPULSE, Map.of("address", "https://api.hookpulse.io"), Map.of());
        assertTrouble(new Trouble.Refused(""), () -> HookpulseVault.open(brandless, bench.transport(), Bench.pace()));
    }

    @Test
    void theConnectionMayBeClosedAfterOpening() throws Exception {
        try (HookpulseSimulator simulator = new HookpulseSimulator(bench.threads(), Set.of())) {
            HookpulseVault vault = HookpulseConnections.open(simulator.address(), bench, "off");
            vault.greet();
            vault.close();
            assertThrows(IllegalStateException.class, vault::greet);
        }
    }
}
