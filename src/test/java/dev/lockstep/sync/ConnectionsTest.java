package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.app.PracticeForTests;
import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionsTest {
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Connector connector = new Connector(executor, clock);
    private final Practice practice = PracticeForTests.of(executor, clock, connector);
    private OpenVault vault;
    private Connections connections;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        Vaults vaults = new Vaults(clock, new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("a.lockstep"), passphrase, code, TestVaults.CHEAP, "Personal");
        }
        connections = new Connections(vault, connector, clock);
    }

    @AfterEach
    void close() throws Exception {
        vault.close();
        connector.close();
        ((AutoCloseable) practice).close();
        executor.close();
    }

    private Remote add(Vendor vendor) throws Exception {
        VendorContract contract = VendorContracts.of(vendor);
        try (Connection at = practice.start(vendor)) {
            Map<String, String> settings = Connections.tidy(contract, at.settings());
            RemoteDetails details = new RemoteDetails(
                    "Practice", Connections.place(contract, settings), NameMapping.AS_IS, "", settings);
            return vault.remotes()
                    .add(vault.collections().all().getFirst().id(), vendor.id(), details, at.credentials());
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void everyVendorLetsInIsListedAndGivesAValueWhereItCan(Vendor vendor) throws Exception {
        Remote remote = add(vendor);
        assertInstanceOf(Check.Welcome.class, connections.check(remote));
        assertTrue(connections.checked(remote).isPresent());

        List<RemoteSecret> found = new ArrayList<>();
        connections.list(remote, found::add);
        assertEquals(3, found.size());
        RemoteSecret first = found.getFirst();
        if (VendorContracts.of(vendor).can(Capability.READ_VALUE)) {
            try (SecretValue value = connections.read(remote, first);
                    SecretValue expected = value("practice " + first.name())) {
                assertTrue(value.sameAs(expected));
            }
            assertEquals(List.of("Practice: " + first.name()), reads());
        } else {
            assertThrows(UnsupportedOperationException.class, () -> connections.read(remote, first));
            assertEquals(List.of(), reads());
        }
    }

    private List<String> reads() throws Exception {
        List<String> told = new ArrayList<>();
        long size = vault.audit().size();
        vault.audit().page(1, (int) size).entries().stream()
                .filter(entry -> entry.event() == AuditEvent.REMOTE_VALUE_READ)
                .forEach(entry -> told.add(entry.note()));
        return told;
    }

    private static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPausedRemoteIsNotAsked() throws Exception {
        Remote remote = add(Vendor.MIXPEEK);
        Remote paused = vault.remotes().pause(remote.id());

        Check.Troubled check = assertInstanceOf(Check.Troubled.class, connections.check(paused));
        assertInstanceOf(Trouble.Paused.class, check.trouble());
    }

    @Test
    void anotherCredentialMakesTheLastCheckWorthless() throws Exception {
        Remote remote = add(Vendor.MIXPEEK);
        connections.check(remote);
        Remote changed;
        try (SecretValue wrong = value("sk_wrong")) {
            changed = vault.remotes().change(remote, remote.details(), Map.of("api-key", wrong), Set.of());
        }

        assertEquals(Optional.empty(), connections.checked(changed));
        Check.Troubled check = assertInstanceOf(Check.Troubled.class, connections.check(changed));
        assertInstanceOf(Trouble.Unauthorized.class, check.trouble());
    }

    @Test
    void whatIsTypedIsTriedTogetherWithWhatIsKept() throws Exception {
        Remote remote = add(Vendor.MIXPEEK);
        Map<String, String> settings = remote.details().settings();
        try (Connection kept =
                connections.connection(Vendor.MIXPEEK, settings, Map.of(), Optional.of(remote), Set.of("api-key"))) {
            assertEquals("READS", connections.greet(kept).rights().name());
        }
        try (Connection wrong = connections.connection(
                Vendor.MIXPEEK, settings, Map.of("api-key", value("sk_no")), Optional.of(remote), Set.of())) {
            RemoteException refused = assertThrows(RemoteException.class, () -> connections.greet(wrong));
            assertInstanceOf(Trouble.Unauthorized.class, refused.trouble());
        }
    }

    @Test
    void theSamePlaceIsTheSameHoweverItIsWritten() {
        VendorContract kv = VendorContracts.of(Vendor.KV_V2);
        Map<String, String> one = Map.of("address", "https://vault.acme.example", "mount", "secret", "path", "team/a");
        Map<String, String> same =
                Map.of("address", " HTTPS://Vault.Acme.example:443/ ", "mount", "/secret/", "path", "team/a/");
        Map<String, String> other =
                Map.of("address", "https://vault.acme.example", "mount", "secret", "path", "team/b");

        assertEquals(Connections.place(kv, one), Connections.place(kv, same));
        assertNotEquals(Connections.place(kv, one), Connections.place(kv, other));
        assertEquals("https://vault.acme.example", Connections.tidy(kv, same).get("address"));
    }

    @Test
    void twoRemotesDoNotLeadToTheSamePlace() throws Exception {
        add(Vendor.KV_V2);
        VaultException refused = assertThrows(VaultException.class, () -> add(Vendor.KV_V2));
        assertInstanceOf(Failure.PlaceTaken.class, refused.failure());
    }

    @Test
    void anInterruptedCallEndsAtOnce() throws Exception {
        Remote remote = add(Vendor.HOOKPULSE);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> connections.list(remote, secret -> {}));
    }

    @Test
    void aFileWithoutCertificatesIsNamedAsTheCause(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        try (Connection at = practice.start(Vendor.MIXPEEK)) {
            Map<String, String> settings = new HashMap<>(at.settings());
            settings.put("authorities", file.toString());
            try (Connection own = new Connection(
                    Vendor.MIXPEEK,
                    settings,
                    Map.of("api-key", at.credentials().get("api-key").copy()))) {
                RemoteException refused = assertThrows(RemoteException.class, () -> connections.require(own));
                assertEquals(new Trouble.Unavailable(Trouble.Cause.NO_AUTHORITIES), refused.trouble());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void everyFieldThatHasToBeFilledInIsAskedFor(Vendor vendor) {
        VendorContracts.of(vendor).fields().forEach(field -> {
            Optional<FieldProblem> empty = FieldProblem.of(field, "  ");
            assertEquals(field.required(), empty.equals(Optional.of(FieldProblem.EMPTY)), field.id());
            assertEquals(Optional.of(FieldProblem.TOO_LONG), FieldProblem.of(field, "a".repeat(field.maxLength() + 1)));
        });
    }
}
