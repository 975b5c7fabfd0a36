package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.app.CanaryScan.Tally;
import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.TestKeys;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a lock nothing that was typed, shown or derived is in the memory of the real program: another process reads all of it from outside,
 * and a dump of the heap with its garbage. What was found at each stage is written to {@code target/memory.txt}.
 */
class LockMemoryTest {
    /** What a vector register holds, in bytes. The Java runtime may leave the last one on the stack of a thread. */
    private static final int REGISTER = 16;

    /** So many characters in typing order are no chance any more; 4 are so in every second run, thus 5 in one of some dozens. */
    private static final int IN_ORDER = 6;

    @TempDir
    Path home;

    private final Canaries canaries = new Canaries();
    private final Map<String, CanaryScan> stages = new LinkedHashMap<>();
    private Path env;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/mem")), "only Linux shows the memory of a process as a file");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(canaries.typed("imported name"));
        lines.write('=');
        lines.writeBytes(canaries.typed("imported value"));
        lines.writeBytes("\nOTHER=other\n".getBytes(StandardCharsets.US_ASCII));
        env = Files.write(home.resolve("canary.env"), lines.toByteArray());
    }

    @Test
    void lockingLeavesNothingThatWasTypedShownOrDerived() throws Exception {
        play(List.of(System.getProperty("lockstep.options").split(" ", -1)));
        requireNothing();
    }

    @Test
    @Tag("proof")
    void lockingLeavesNothingWithTheCollectorOfLargeHeapsEither() throws Exception {
        play(List.of("-XX:+UseG1GC", "-XX:MarkSweepDeadRatio=0", "-Xmx1g"));
        requireNothing();
    }

    private void play(List<String> options) throws Exception {
        Path dump = home.resolve("dump.hprof");
        try (WatchedVendors vendors = new WatchedVendors(home, canaries);
                WatchedProgram program =
                        new WatchedProgram(home, canaries, trusting(options, vendors.store()), env, dump, home)) {
            assertEquals("code", program.next());
            String code = program.line();
            canaries.addText("recovery code", code.getBytes(StandardCharsets.US_ASCII));
            canaries.addText(
                    "typed recovery code",
                    code.replace("-", "").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
            assertEquals("first password", program.next());
            readKeys("password", "former ");
            program.go();
            assertEquals("open", program.next());
            readKeys("new password", "");
            readGenerated();
            stages.put("open", program.scan());
            program.go();
            assertEquals("locked", program.next());
            stages.put("locked", program.scan());
            program.go();
            assertEquals("remotes open", program.next());
            stages.put("remotes open", program.scan());
            program.go();
            assertEquals("remotes locked", program.next());
            stages.put("remotes locked", program.scan());
            program.go();
            assertEquals("dumped", program.next());
            CanaryScan heap = new CanaryScan(canaries);
            OtherProcess.scan(heap, dump);
            stages.put("heap dump", heap);
        } finally {
            report();
        }
    }

    private static List<String> trusting(List<String> options, Path store) {
        List<String> all = new ArrayList<>(options);
        all.add("-Djavax.net.ssl.trustStore=" + store);
        return all;
    }

    /** The keys that a password opens, under names that begin with this. */
    private void readKeys(String password, String prefix) throws Exception {
        SortedMap<Integer, byte[]> slots;
        try (VaultStore store = VaultStore.open(vault())) {
            slots = store.read(Transaction::slots);
        }
        try (Passphrase passphrase = TestVaults.passphrase(text(password))) {
            TestKeys.bytes(List.copyOf(slots.values()), passphrase)
                    .forEach((name, key) -> canaries.addKey(prefix + name, key));
        }
    }

    /** The generated value, which only the vault knows. */
    private void readGenerated() throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(text("new password"));
                LockedVault locked = TestVaults.VAULTS.open(vault());
                OpenVault vault = locked.unlock(passphrase)) {
            var found = vault.catalog()
                    .find(new Query(new Query.Scope.All(), text("generated name"), Query.Order.NAME, false));
            try (SecretValue value =
                    vault.secrets().peek(found.entry(0).orElseThrow().id())) {
                canaries.addText("generated value", value.use(byte[]::clone));
            }
        }
    }

    private Path vault() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".local/share/lockstep"))) {
            return files.filter(each -> each.toString().endsWith(".lockstep"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String text(String canary) {
        return new String(canaries.text(canary), StandardCharsets.US_ASCII);
    }

    private void requireNothing() {
        CanaryScan open = stages.get("open");
        assertTrue(open.tallies().get("typed value").copies() > 0, "the scan finds a value that is shown");
        assertTrue(open.tallies().get("name").copies() > 0, "the scan finds a name that is listed");
        assertTrue(open.tallies().get("vault key").copies() > 0, "the scan finds a key in use");
        assertTrue(
                open.typed().longest("typed value") >= IN_ORDER, "the scan finds characters in the order of drawing");
        for (String password : List.of("password", "new password", "wrong password")) {
            assertEquals(0, open.tallies().get(password).copies(), "no password is needed after the unlock");
        }
        assertEquals(0, open.tallies().get("recovery code").copies(), "nor is the recovery code");
        CanaryScan remotes = stages.get("remotes open");
        for (String shown : List.of("read value 2", "read name 1", "remote name hookpulse")) {
            assertTrue(remotes.tallies().get(shown).copies() > 0, "the scan finds what is shown of a remote: " + shown);
        }
        for (String stage : List.of("locked", "remotes locked", "heap dump")) {
            CanaryScan scan = stages.get(stage);
            assertAll(scan.tallies().entrySet().stream().map(entry -> () -> {
                Tally tally = entry.getValue();
                String what = entry.getKey() + ", " + stage + ": " + tally.where();
                assertEquals(0, tally.copies(), what);
                assertTrue(tally.longest() <= REGISTER, what);
                if (canaries.isText(entry.getKey())) {
                    assertTrue(scan.typed().longest(entry.getKey()) < IN_ORDER, what + ", in the order of typing");
                }
            }));
        }
    }

    private void report() throws IOException {
        List<String> lines = new ArrayList<>();
        stages.forEach((stage, scan) -> lines.add(summary(stage, scan)));
        for (String name : new TreeSet<>(new CanaryScan(canaries).tallies().keySet())) {
            stages.forEach((stage, scan) -> {
                Tally tally = scan.tallies().getOrDefault(name, new Tally());
                int order = canaries.isText(name) ? scan.typed().longest(name) : 0;
                lines.add(String.format(
                        "%-20s %-10s copies %4d   longest piece %2d   typed order %2d   %s",
                        name, stage, tally.copies(), tally.longest(), order, tally.longest() > 4 ? tally.where() : ""));
            });
        }
        Files.write(Path.of("target", "memory.txt"), lines);
    }

    private static String summary(String stage, CanaryScan scan) {
        int copies = scan.tallies().values().stream().mapToInt(Tally::copies).sum();
        var longest = Collections.max(
                scan.tallies().entrySet(),
                Comparator.comparingInt(entry -> entry.getValue().longest()));
        return String.format(
                "%s: %d whole copies; the longest piece has %d characters or bytes, of the %s: %s",
                stage,
                copies,
                longest.getValue().longest(),
                longest.getKey(),
                longest.getValue().where());
    }
}
