package dev.lockstep.remote.hooks;

import static dev.lockstep.remote.hooks.Bench.assertTrouble;
import static dev.lockstep.remote.hooks.Bench.id;
import static dev.lockstep.remote.hooks.Bench.names;
import static dev.lockstep.remote.hooks.Bench.text;
import static dev.lockstep.remote.hooks.Bench.trouble;
import static dev.lockstep.remote.hooks.Bench.value;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.LogTrap;
import dev.lockstep.practice.Scripted;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for both Hook vendors: exact values, refusals before any call, trouble of the network, many secrets, and no traces. */
public abstract class HookTests {
    protected final Bench bench = new Bench();
    private Simulator simulator;
    private RemoteVault vault;
    private final AtomicInteger requests = new AtomicInteger();

    /** A simulator without quirks. */
    protected abstract Simulator simulator(Bench bench) throws IOException;

    protected abstract RemoteVault open(String address, Bench bench) throws RemoteException;

    /** Names that do not fit there. */
    protected abstract List<String> unfitNames();

    @BeforeEach
    void start() throws Exception {
        simulator = simulator(bench);
        simulator.witnessedBy((asked, answered) -> requests.incrementAndGet());
        vault = open(simulator.address(), bench);
    }

    @AfterEach
    void end() {
        vault.close();
        simulator.close();
        bench.close();
    }

    private String created(String name, String value) throws RemoteException {
        try (SecretValue secret = value(value)) {
            vault.create(NewSecret.of(name, secret));
        }
        return id(vault, name);
    }

    private String read(String id) throws RemoteException {
        return text(vault.valueReader().orElseThrow().read(id));
    }

    private void delete(String id) throws RemoteException {
        vault.deleter().orElseThrow().delete(id);
    }

    private void update(String id, String value) throws RemoteException {
        try (SecretValue secret = value(value)) {
            vault.updater().orElseThrow().update(id, Change.to(secret));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "\"quoted\" \\back\\slash\\ /slash/",
                "\u0000\u0001\u001f\u007f\b\f\n\r\t",
                "line\n",
                "\r\n",
                " lead and trail ",
                "😀👩‍👩‍👧‍👦",
                "\ud800\udf48",
                "\u2028\u2029\ufeff",
                "é e\u0301",
                "null",
                "{\"json\":[1]}",
                "\\u0041",
                "%41&=+"
            })
    void aValueComesBackByteForByte(String value) throws Exception {
        String id = created("ROUND_TRIP", value);

        assertEquals(value, read(id));
        update(id, value + "2");
        assertEquals(value + "2", read(id));
    }

    @Test
    void valuesOfRandomCharactersComeBackByteForByte() throws Exception {
        Random random = new Random(11);
        String id = created("RANDOM", "first");
        for (int i = 0; i < 50; i++) {
            StringBuilder value = new StringBuilder();
            random.ints(1 + random.nextInt(200), 0, Character.MAX_CODE_POINT + 1)
                    .filter(point -> Character.getType(point) != Character.SURROGATE)
                    .forEach(value::appendCodePoint);
            update(id, "v" + value);
            assertEquals("v" + value, read(id));
        }
    }

    @Test
    void aValueThatIsNoTextIsRefusedBeforeACall() throws Exception {
        byte[][] values = {
            {(byte) 0xff}, {'a', (byte) 0xc3}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xc0, (byte) 0x80}
        };
        for (byte[] bytes : values) {
            try (SecretValue value = SecretValue.copyOf(bytes)) {
                assertTrouble(new Trouble.Refused(""), () -> vault.create(NewSecret.of("BINARY", value)));
                assertTrouble(
                        new Trouble.Refused(""),
                        () -> vault.updater().orElseThrow().update("some", Change.to(value)));
            }
        }
        assertEquals(0, requests.get());
    }

    @Test
    void anEmptyValueIsRefusedBeforeACall() {
        assertTrouble(new Trouble.Refused(""), () -> created("EMPTY", ""));
        assertTrouble(new Trouble.Refused(""), () -> update("some", ""));
        assertEquals(0, requests.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "tr", "az", "lt"})
    void aNameThatDoesNotFitIsRefusedBeforeACallInEveryLocale(String locale) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            List<String> everywhere = List.of(
                    "",
                    "ß",
                    "STRASSE_ß",
                    "ſECRET",
                    "ﬁLE",
                    "\u212aELVIN",
                    "ıD",
                    "İD",
                    "A B",
                    "A-B",
                    "A.B",
                    "A\n",
                    "A\u0000",
                    "Ａ",
                    "A".repeat(256));
            List<String> names = new ArrayList<>(everywhere);
            names.addAll(unfitNames());
            for (String name : names) {
                assertTrouble(new Trouble.Refused(""), () -> created(name, "value"));
            }
            assertEquals(0, requests.get());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theLongestNameIsTaken() throws Exception {
        assertEquals(List.of(), names(vault));
        created("A".repeat(255), "value");
        assertEquals(List.of("A".repeat(255)), names(vault));
    }

    @Test
    void aWrongKeyIsUnauthorizedEverywhere() throws Exception {
        simulator.disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
        assertInstanceOf(Trouble.Unauthorized.class, trouble(vault::greet));
        assertInstanceOf(Trouble.Unauthorized.class, trouble(() -> vault.list(secret -> {})));
        assertInstanceOf(Trouble.Unauthorized.class, trouble(() -> created("NEW", "value")));
        assertInstanceOf(Trouble.Unauthorized.class, trouble(() -> read("some")));
        assertInstanceOf(Trouble.Unauthorized.class, trouble(() -> update("some", "value")));
        assertInstanceOf(Trouble.Unauthorized.class, trouble(() -> delete("some")));
    }

    @Test
    void createIsNeverRepeatedBlindly() throws Exception {
        for (Disturbance open : List.of(
                Disturbance.RESET_AFTER,
                Disturbance.RESET_BEFORE,
                Disturbance.INTERNAL_ERROR,
                Disturbance.BAD_GATEWAY,
                Disturbance.SERVICE_UNAVAILABLE,
                Disturbance.GATEWAY_TIMEOUT,
                Disturbance.HTML_PAGE,
                Disturbance.ENDLESS_BODY)) {
            simulator.disturb(open);
            assertTrouble(new Trouble.OutcomeUnknown(), () -> create("NEW_" + open));
        }
        assertEquals(List.of("NEW_RESET_AFTER"), names(vault));
        assertInstanceOf(Trouble.AlreadyExists.class, trouble(() -> create("NEW_RESET_AFTER")));
    }

    private void create(String name) throws RemoteException {
        try (SecretValue secret = value("value")) {
            vault.create(NewSecret.of(name, secret));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER", "RESET_BEFORE", "BAD_GATEWAY", "SERVICE_UNAVAILABLE", "GATEWAY_TIMEOUT"})
    void whatCanBeRepeatedIsRepeated(Disturbance passing) throws Exception {
        String id = created("REPEATED", "value");
        simulator.disturb(passing);
        assertEquals(List.of("REPEATED"), names(vault));
        simulator.disturb(passing);
        update(id, "other");
        simulator.disturb(passing);
        assertEquals("other", read(id));
        simulator.disturb(passing);
        assertDoesNotThrow(() -> delete(id));
        assertEquals(List.of(), names(vault));
    }

    @Test
    void answersToReadsThatAreNoneAreNamed() throws Exception {
        String id = created("READ", "value");
        simulator.disturb(Disturbance.HTML_PAGE, Disturbance.TRUNCATED, Disturbance.ENDLESS_BODY);
        assertTrouble(new Trouble.ProtocolError(Breach.NOT_JSON), () -> names(vault));
        assertTrouble(new Trouble.ProtocolError(Breach.NOT_JSON), () -> names(vault));
        assertTrouble(new Trouble.ProtocolError(Breach.TOO_LARGE), () -> names(vault));
        simulator.disturb(Disturbance.HTML_PAGE, Disturbance.TRUNCATED, Disturbance.ENDLESS_BODY);
        assertTrouble(new Trouble.ProtocolError(Breach.NOT_JSON), () -> read(id));
        assertTrouble(new Trouble.ProtocolError(Breach.NOT_JSON), () -> read(id));
        assertTrouble(new Trouble.ProtocolError(Breach.TOO_LARGE), () -> read(id));
        simulator.disturb(Disturbance.INTERNAL_ERROR);
        assertTrouble(new Trouble.Unavailable(Cause.SERVER_ERROR), () -> read(id));
    }

    @Test
    void answersToWritesThatAreNoneLeaveTheOutcomeOpen() throws Exception {
        String id = created("WRITTEN", "value");
        for (Disturbance open : List.of(Disturbance.HTML_PAGE, Disturbance.ENDLESS_BODY, Disturbance.INTERNAL_ERROR)) {
            simulator.disturb(open);
            assertTrouble(new Trouble.OutcomeUnknown(), () -> update(id, "other"));
            simulator.disturb(open);
            assertTrouble(new Trouble.OutcomeUnknown(), () -> delete(id));
        }
        simulator.disturb(Disturbance.TRUNCATED);
        assertTrouble(new Trouble.OutcomeUnknown(), () -> update(id, "other"));
    }

    @Test
    void tooManyCallsAreTold() throws Exception {
        simulator.disturbAlways(Optional.of(Disturbance.TOO_MANY));
        assertTrue(((Trouble.RateLimited) trouble(() -> names(vault))).until().isPresent());
        assertInstanceOf(Trouble.RateLimited.class, trouble(() -> create("NEW")));
        simulator.disturbAlways(Optional.empty());
        assertEquals(List.of(), names(vault));
    }

    @Test
    void emptyAndStaleListsAreWhatTheVendorSays() throws Exception {
        created("FIRST", "value");
        created("SECOND", "value");
        simulator.disturb(Disturbance.EMPTY_LISTING, Disturbance.STALE_LISTING);
        assertEquals(List.of(), names(vault));
        assertEquals(List.of("FIRST"), names(vault));
        assertEquals(List.of("FIRST", "SECOND"), names(vault));
    }

    @Test
    void aClosedVaultMakesNoCalls() {
        vault.close();
        assertThrows(IllegalStateException.class, vault::greet);
        assertEquals(0, requests.get());
    }

    @Test
    void threeHundredSecretsCreatedAtOnceAreListedOnce() throws Exception {
        manyAreCreatedAtOnceAndListed(300);
    }

    @Test
    @Tag("proof")
    void tenThousandSecretsCreatedAtOnceAreListedOnce() throws Exception {
        manyAreCreatedAtOnceAndListed(10_000);
    }

    private void manyAreCreatedAtOnceAndListed(int count) throws Exception {
        long begun = System.nanoTime();
        List<Future<RemoteSecret>> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "SECRET_" + i;
            waiting.add(bench.threads().submit(() -> {
                try (SecretValue value = value("value of " + name)) {
                    return vault.create(NewSecret.of(name, value));
                }
            }));
        }
        for (Future<RemoteSecret> created : waiting) {
            created.get();
        }
        long written = System.nanoTime();
        long before = heap();
        HashSet<String> names = new HashSet<>();
        AtomicInteger handed = new AtomicInteger();
        vault.list(secret -> {
            handed.incrementAndGet();
            names.add(secret.name());
        });
        long listed = System.nanoTime();
        assertEquals(count, handed.get());
        assertEquals(count, names.size());
        names.clear();
        long after = heap();
        System.out.printf(
                Locale.ROOT,
                "%s: %d created, %.0f/s; listed in %.0f ms; heap %.1f MB before, %.1f MB after%n",
                vault,
                count,
                count / ((written - begun) / 1e9),
                (listed - written) / 1e6,
                before / 1e6,
                after / 1e6);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void noTraceOfKeysAndValuesIsLeft() throws Exception {
        String value = "canary-5up3r-53cr3t";
        try (LogTrap trap = new LogTrap()) {
            String id = created("CANARY", value);
            vault.greet();
            update(id, value + "-2");
            assertEquals(value + "-2", read(id));
            List<Exception> thrown = new ArrayList<>();
            for (Disturbance disturbance : Disturbance.values()) {
                simulator.disturb(disturbance);
                try {
                    update(id, value);
                } catch (RemoteException e) {
                    thrown.add(e);
                }
                simulator.disturb(disturbance);
                try {
                    read(id);
                } catch (RemoteException e) {
                    thrown.add(e);
                }
            }
            delete(id);
            assertTrue(thrown.size() > 15);
            String traces = trap.text() + LogTrap.text(thrown) + vault + simulator + vault.contract();
            assertTrue(trap.count() > 0, "nothing was logged at all");
            assertEquals(-1, traces.indexOf(value));
            assertEquals(-1, traces.indexOf(key()));
        }
    }

    @Test
    void aTextThatRepeatsAKeyOrAValueIsNotShown() throws Exception {
        String value = "canary-5up3r-53cr3t";
        for (String repeated : List.of(value, key())) {
            Answered refused = Answered.json(400, "{\"success\":false,\"error\":\"Bad input " + repeated + "\"}");
            try (Scripted server = new Scripted(bench.threads(), refused);
                    RemoteVault other = open(server.address(), bench);
                    SecretValue secret = value(value)) {
                assertTrouble(new Trouble.Refused(""), () -> other.create(NewSecret.of("CANARY", secret)));
                assertTrouble(
                        new Trouble.Refused(""),
                        () -> other.updater().orElseThrow().update("some", Change.to(secret)));
            }
        }
    }

    /** The credential that is used. */
    protected abstract String key();
}
