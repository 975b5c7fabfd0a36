package dev.lockstep.remote.voximplant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.VoximplantQuirk;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault.Change;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither a value nor what proves who asks is logged or told, at the finest level of any logger. */
class VoximplantCanaryTest {
    private static final String VALUE = "valuecanary7q with + & = %";
    private static final String CHANGED = "changedcanary7q";

    /** The private key in Base64 begins alike for all keys, so its middle is sought, and so is the head of every token. */
    private static final List<String> CANARIES = List.of(
            "valuecanary7q",
            "changedcanary7q",
            URLEncoder.encode(VALUE, StandardCharsets.UTF_8),
            "PRIVATE KEY",
            "Bearer ",
            "eyJ");

    @ParameterizedTest
    @ValueSource(strings = {"form", "query"})
    void noCanaryIsLoggedOrTold(String style) throws Exception {
        ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        Handler handler = collecting(told);
        Logger root = Logger.getLogger("");
        List<Logger> loud = new ArrayList<>(List.of(root));
        for (String name : List.of(
                "jdk.httpclient", "jdk.internal.httpclient", "com.sun.net.httpserver", "dev.failsafe", "com.auth0")) {
            loud.add(Logger.getLogger(name));
        }
        List<Level> before = loud.stream().map(Logger::getLevel).toList();
        root.addHandler(handler);
        loud.forEach(logger -> logger.setLevel(Level.FINEST));
        try (Practice here = Practice.with(Map.of("parameters", style), VoximplantQuirk.VALUE_IS_QUOTED)) {
            live(here, told);
            assertFalse(here.paths.isEmpty());
            byte[] file = here.simulator.credentials();
            told.add(VoximplantVault.problem(SecretValue.taking(file)).toString());
        } finally {
            root.removeHandler(handler);
            for (int i = 0; i < loud.size(); i++) {
                loud.get(i).setLevel(before.get(i));
            }
        }
        assertTrue(told.size() > 20, "only " + told.size() + " texts were looked at");
        List<String> leaks = told.stream()
                .filter(text -> CANARIES.stream().anyMatch(text::contains))
                .toList();
        assertEquals(List.of(), leaks);
    }

    private static void live(Practice here, ConcurrentLinkedQueue<String> told) throws Exception {
        String id = here.create("NAME", VALUE);
        here.read(id);
        try (SecretValue changed = Practice.value(CHANGED)) {
            Change change = Change.to(changed);
            here.vault.updater().orElseThrow().update(id, change);
            told.add(change.toString());
            for (Disturbance disturbance : Disturbance.values()) {
                here.simulator.disturb(disturbance, disturbance, disturbance);
                fail(told, () -> here.create("OTHER_" + disturbance, VALUE));
                here.simulator.disturb(disturbance, disturbance, disturbance);
                fail(told, () -> here.vault.updater().orElseThrow().update(id, change));
                here.simulator.disturb(disturbance, disturbance, disturbance);
                fail(told, () -> here.read(id));
                while (!drained(here)) {
                    Thread.onSpinWait();
                }
            }
        }
        told.addAll(Arrays.asList(
                here.vault.toString(), here.simulator.toString(), here.list().toString()));
        told.add(Question.of(Method.ADD).with("secret_name", "x").toString());
    }

    /** Whether no disturbance is ahead any more: the list has been whole three times. */
    private static boolean drained(Practice here) {
        try {
            for (int i = 0; i < 3; i++) {
                here.list();
            }
            return true;
        } catch (RemoteException e) {
            return false;
        }
    }

    private static void fail(ConcurrentLinkedQueue<String> told, Executable call) throws Exception {
        try {
            call.execute();
        } catch (RemoteException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            told.add(trace.toString());
            told.add(e.trouble().toString());
        } catch (Throwable e) {
            throw new AssertionError("another exception left the adapter", e);
        }
    }

    private static Handler collecting(ConcurrentLinkedQueue<String> told) {
        Handler handler = new Handler() {
            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public void publish(LogRecord entry) {
                told.add(formatter.format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    @Test
    void nothingThatHoldsASecretShowsItAsText() throws Exception {
        try (SecretValue file = SecretValue.taking(Keys.credentials());
                ServiceAccount account = ServiceAccount.of(file)) {
            assertEquals("[service account]", account.toString());
            assertFalse(new VendorError(100, "eyJcanary").toString().contains("canary"));
        }
    }
}
