package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.KvQuirk;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Folders, pages, and servers that never come to an end. */
class KvListingTest {
    private static final Trouble UNEXPECTED = new Trouble.ProtocolError(Breach.UNEXPECTED);

    /** Answers lists by a function of the request. */
    private static final class Lists extends Simulator {
        private final Function<Asked, String> keys;
        private final AtomicInteger calls = new AtomicInteger();

        private Lists(Executor executor, Function<Asked, String> keys) throws IOException {
            super(executor);
            this.keys = keys;
        }

        @Override
        protected Optional<Answered> stranger(Asked asked) {
            return Optional.empty();
        }

        @Override
        protected Answered answer(Asked asked) {
            calls.incrementAndGet();
            return Answered.json(200, "{\"data\":{\"keys\":[" + keys.apply(asked) + "]}}");
        }

        @Override
        protected Answered disturbed(Asked asked, Disturbance disturbance) {
            return answer(asked);
        }

        @Override
        protected boolean asksForList(Asked asked) {
            return true;
        }

        @Override
        protected Answered list(Asked asked, Disturbance disturbance) {
            return answer(asked);
        }
    }

    @Test
    void everyFolderIsWalkedThrough() throws Exception {
        for (KvQuirk[] quirks : new KvQuirk[][] {{}, {KvQuirk.PAGES}}) {
            try (Bench bench = new Bench(quirks)) {
                RemoteVault vault = bench.open();
                List<String> names = List.of("a", "a/b", "a/b/c", "a.d", "x/y/z/1", "x/y/z/2");
                for (String name : names) {
                    Bench.create(vault, name, "v");
                }
                assertEquals(names.stream().sorted().toList(), Bench.names(vault));
                bench.requireClean();
            }
        }
    }

    @Test
    void pagesComeWhereTheServerHasThemAndEverythingAtOnceElsewhere() throws Exception {
        for (KvQuirk[] quirks : new KvQuirk[][] {{}, {KvQuirk.PAGES}}) {
            try (Bench bench = new Bench(quirks)) {
                bench.server.witnessedBy((asked, answered) -> {});
                RemoteVault vault = bench.open();
                var filled = bench.threads()
                        .invokeAll(IntStream.range(0, KvListing.PAGE - 2)
                                .mapToObj(i -> (Callable<Object>) () -> Bench.create(vault, "k%05d".formatted(i), "v"))
                                .toList());
                for (var done : filled) {
                    done.get();
                }
                for (int i = KvListing.PAGE - 2; i <= KvListing.PAGE; i++) {
                    Bench.create(vault, "k%05d".formatted(i), "v");
                    List<String> names = Bench.names(vault);
                    assertEquals(i + 1, names.size());
                    assertEquals(i + 1, names.stream().distinct().count());
                }
            }
        }
    }

    @Test
    void aServerThatRepeatsItselfEnds() throws Exception {
        String page = String.join(
                ",", IntStream.range(0, 1000).mapToObj(i -> "\"k" + i + "\"").toList());
        try (Bench bench = new Bench();
                Lists lists = new Lists(bench.threads(), asked -> page)) {
            assertEquals(
                    1000, Bench.names(bench.open(lists, Map.of(), Bench.TOKEN)).size());
            assertEquals(2, lists.calls.get());
        }
    }

    @Test
    void pagesWithoutEndAreNoListing() throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (Bench bench = new Bench();
                Lists lists = new Lists(
                        bench.threads(),
                        asked -> String.join(
                                ",",
                                IntStream.range(0, 1000)
                                        .mapToObj(i -> "\"k" + next.incrementAndGet() + "\"")
                                        .toList()))) {
            RemoteVault vault = bench.open(lists, Map.of(), Bench.TOKEN);
            assertEquals(UNEXPECTED, Bench.trouble(() -> vault.list(secret -> {})));
            assertEquals(1 + KvListing.MOST / KvListing.PAGE, lists.calls.get());
        }
    }

    @Test
    void foldersWithoutEndAreNoListing() throws Exception {
        try (Bench bench = new Bench();
                Lists lists = new Lists(bench.threads(), asked -> "\"x/\"")) {
            RemoteVault vault = bench.open(lists, Map.of(), Bench.TOKEN);
            assertEquals(UNEXPECTED, Bench.trouble(() -> vault.list(secret -> {})));
            assertEquals(1 + KvListing.DEEPEST, lists.calls.get());
        }
    }

    @Test
    void keysThatLeadElsewhereAreNoListing() throws Exception {
        for (String key : List.of("", "/", "..", "../", ".", "./", "a/b", "a//", "\\u0000", "a\\n")) {
            try (Bench bench = new Bench();
                    Lists lists = new Lists(bench.threads(), asked -> "\"" + key + "\"")) {
                RemoteVault vault = bench.open(lists, Map.of(), Bench.TOKEN);
                List<String> handed = new ArrayList<>();
                assertEquals(UNEXPECTED, Bench.trouble(() -> vault.list(secret -> handed.add(secret.name()))), key);
                assertEquals(List.of(), handed);
            }
        }
    }

    @Test
    void aFolderThatIsForbiddenMakesTheListingFail() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            Bench.create(vault, "a/b", "v");
            List<String> handed = new ArrayList<>();
            Trouble trouble = Bench.trouble(() -> {
                bench.server.witnessedBy((asked, answered) -> bench.server.disturb(Disturbance.FORBIDDEN));
                vault.list(secret -> handed.add(secret.name()));
            });
            assertTrue(trouble instanceof Trouble.Forbidden || trouble instanceof Trouble.Unauthorized);
            assertEquals(List.of(), handed);
        }
    }

    @Test
    void aMountWithoutSecretsIsEmptyAndAMountThatIsNotThereIsNot() throws Exception {
        try (Bench bench = new Bench()) {
            assertEquals(List.of(), Bench.names(bench.open()));
            RemoteVault wrong = bench.open(bench.server, Map.of("mount", "secrets"), Bench.TOKEN);
            assertTrue(Bench.trouble(() -> Bench.names(wrong)) instanceof Trouble.Refused);
        }
    }
}
