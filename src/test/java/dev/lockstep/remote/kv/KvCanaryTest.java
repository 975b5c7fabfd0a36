package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Neither a credential nor a value is in anything that is said, at the finest level of logging. */
class KvCanaryTest {
    private static final String VALUE = "canary-7f3a-value";
    private static final List<String> CANARIES =
            List.of(VALUE, KvSimulator.TOKEN, KvSimulator.SECRET_ID, KvSimulator.ROLE_ID, "hvs.practice-login");

    @Test
    void nothingSecretIsSaidDuringAWholeLife() throws Exception {
        ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(record.getMessage() + " "
                        + List.of(record.getParameters() == null ? new Object[0] : record.getParameters()));
                if (record.getThrown() != null) {
                    said.add(trace(record.getThrown()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        listener.setLevel(Level.FINEST);
        root.addHandler(listener);
        root.setLevel(Level.FINEST);
        Logger.getLogger("canary").finest("the listener listens");
        try (Bench bench = new Bench()) {
            for (RemoteVault vault : List.of(bench.open(), bench.openAsRole())) {
                life(bench, vault, "A" + said.size(), said);
            }
            said.add(bench.server.toString());
        } finally {
            root.removeHandler(listener);
            root.setLevel(before);
        }
        assertTrue(said.stream().anyMatch(text -> text.contains("the listener listens")));
        assertTrue(said.size() > 50, "only " + said.size() + " texts were looked at");
        for (String canary : CANARIES) {
            for (String text : said) {
                assertFalse(text.contains(canary), () -> canary + " in: " + text);
            }
        }
    }

    private static void life(Bench bench, RemoteVault vault, String name, ConcurrentLinkedQueue<String> said)
            throws Exception {
        said.add(vault.toString());
        said.add(vault.greet().toString());
        said.add(Bench.create(vault, name, VALUE).toString());
        said.add(Bench.inspect(vault, name).toString());
        try (SecretValue value = vault.valueReader().orElseThrow().read(name)) {
            said.add(value.toString());
        }
        said.add(Bench.update(vault, name, VALUE, OptionalLong.empty()).toString());
        Bench.names(vault).forEach(said::add);
        for (Disturbance disturbance : Disturbance.values()) {
            bench.server.disturb(disturbance);
            try {
                Bench.create(vault, name + disturbance.name(), VALUE);
            } catch (RemoteException e) {
                said.add(trace(e) + e.trouble());
            }
            bench.server.disturb(disturbance);
            try {
                Bench.read(vault, name);
            } catch (RemoteException e) {
                said.add(trace(e) + e.trouble());
            }
        }
        try (SecretValue token = Bench.value(KvSimulator.TOKEN + "\n");
                Connection connection = new Connection(
                        Vendor.KV_V2, Map.of("address", bench.server.address()), Map.of("token", token))) {
            said.add(connection.toString());
            said.add(trace(org.junit.jupiter.api.Assertions.assertThrows(
                    RemoteException.class, () -> KvVault.open(connection, bench.transport(), bench.pace()))));
        }
        vault.close();
        said.add(trace(org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> Bench.read(vault, name))));
        assertEquals("kv-v2", vault.toString());
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
