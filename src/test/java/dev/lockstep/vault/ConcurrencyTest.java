package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screens read while a change is written and while the vault locks. */
class ConcurrencyTest {
    private static final int ROUNDS = 8;

    @TempDir
    private Path folder;

    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lockedTold = new AtomicInteger();
    private final AtomicInteger seed = new AtomicInteger();

    private interface Work {
        void run(Random random) throws Exception;
    }

    private Thread repeated(AtomicBoolean end, CountDownLatch started, Work work) {
        return Thread.ofPlatform().start(() -> {
            Random random = new Random(seed.incrementAndGet());
            boolean first = true;
            while (!end.get()) {
                try {
                    work.run(random);
                } catch (VaultException e) {
                    if (!(e.failure() instanceof Failure.Locked)) {
                        unexpected.add(e);
                    }
                    lockedTold.incrementAndGet();
                } catch (Throwable e) {
                    unexpected.add(e);
                    return;
                }
                if (first) {
                    started.countDown();
                    first = false;
                }
            }
        });
    }

    @Test
    void readersAndWritersMeetOnlyALockedVaultNeverACrash() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        for (int round = 0; round < ROUNDS; round++) {
            OpenVault vault = sample.open(file);
            SecretId alpha = Sample.entry(vault, "ALPHA").id();
            CollectionId personal = TestVaults.collection(vault);
            AtomicBoolean end = new AtomicBoolean();
            CountDownLatch started = new CountDownLatch(6);
            List<Thread> threads = new ArrayList<>();
            threads.add(repeated(end, started, random -> list(vault, random)));
            threads.add(repeated(end, started, random -> list(vault, random)));
            threads.add(repeated(end, started, random -> lookAround(vault, personal)));
            threads.add(repeated(end, started, random -> reveal(vault, alpha)));
            threads.add(repeated(end, started, random -> edit(vault, alpha, random)));
            threads.add(repeated(end, started, random -> importSome(vault, personal, random)));
            assertTrue(started.await(30, TimeUnit.SECONDS));
            Thread.sleep(round * 4L);
            vault.close();
            Thread.sleep(15);
            end.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(List.of(), List.copyOf(unexpected));
            assertEquals(0, vault.catalog().find(Query.ALL).size());
        }
        assertTrue(lockedTold.get() > ROUNDS);
        try (OpenVault vault = sample.open(file)) {
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertEquals("beta value", Sample.value(vault, "BETA"));
        }
    }

    private static void list(OpenVault vault, Random random) {
        Query.Order[] orders = Query.Order.values();
        Query.Order order = orders[random.nextInt(orders.length)];
        Catalog.Hits hits =
                vault.catalog().find(new Query(new Query.Scope.All(), random.nextBoolean() ? "a" : "", order, true));
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i).ifPresent(Entry::name);
        }
        vault.catalog().counts();
    }

    private static void lookAround(OpenVault vault, CollectionId personal) throws Exception {
        vault.collections().all();
        vault.layout();
        vault.secrets().named(personal, "BETA");
        for (Drafts.Draft draft : vault.drafts().all()) {
            try {
                vault.drafts().value(draft.id()).ifPresent(SecretValue::close);
            } catch (VaultException e) {
                if (!(e.failure() instanceof Failure.Gone)) {
                    throw e;
                }
            }
        }
        try (SecretValue value = TestVaults.value("alpha value")) {
            vault.importing().compare(personal, List.of(new Importing.Item("ALPHA", value, "")));
        }
    }

    private static void reveal(OpenVault vault, SecretId id) throws Exception {
        assertEquals("alpha value", TestVaults.text(vault.secrets().reveal(id)));
    }

    private static void edit(OpenVault vault, SecretId id, Random random) throws Exception {
        vault.secrets().tag(List.of(id), Set.of("t" + random.nextInt(5)), Set.of("t" + random.nextInt(5)));
        SecretCollection made = vault.collections().add("Zz" + random.nextLong(), "", "free");
        Drafts.Draft draft = vault.drafts().keep(Optional.empty(), SecretDetails.named(made.id(), "D"), null);
        vault.drafts().discard(draft.id());
        vault.collections().remove(made.id());
    }

    private static void importSome(OpenVault vault, CollectionId collection, Random random) throws Exception {
        try (SecretValue value = TestVaults.value("imported")) {
            List<Importing.Item> items = new ArrayList<>();
            List<Importing.Choice> choices = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                items.add(new Importing.Item("I" + random.nextLong(), value, ""));
                choices.add(Importing.Choice.ADD);
            }
            vault.importing().write(collection, items, choices, done -> {});
        }
        List<SecretId> ids = new ArrayList<>();
        Catalog.Hits hits = vault.catalog().find(new Query(new Query.Scope.All(), "i", Query.Order.ID, false));
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i).filter(entry -> entry.name().startsWith("I")).ifPresent(entry -> ids.add(entry.id()));
        }
        vault.secrets().trash(ids);
        vault.secrets().deleteForGood(ids);
    }
}
