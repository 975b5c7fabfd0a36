package dev.lockstep.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import dev.lockstep.model.RowId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the keystore of the system is waited for. */
class SystemKeystoreTest {
    private static final RowId VAULT = new RowId(1, 2);

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final SlowKeystore slow = new SlowKeystore();

    @AfterEach
    void stop() {
        slow.goOn.countDown();
        worker.shutdown();
    }

    @Test
    void answersAndFailuresAreHandedOn() throws Exception {
        slow.goOn.countDown();
        Keystore keystore = new SystemKeystore(slow, worker, Duration.ofSeconds(20));

        assertTrue(keystore.available());
        assertEquals(Keystore.Kind.KEYCHAIN, keystore.kind());
        keystore.store(VAULT, key());
        assertTrue(keystore.read(VAULT).orElseThrow().sameAs(key()));
        keystore.delete(VAULT);
        assertEquals(Optional.empty(), keystore.read(VAULT));
        slow.failure = new KeystoreException(Reason.REFUSED);
        assertEquals(Reason.REFUSED, reasonOf(() -> keystore.read(VAULT)));
        assertEquals(Reason.REFUSED, reasonOf(() -> keystore.store(VAULT, key())));
        assertEquals(Reason.REFUSED, reasonOf(() -> keystore.delete(VAULT)));
        slow.mistake = new IllegalStateException("a mistake of the program");
        assertEquals(Reason.FAILED, reasonOf(() -> keystore.read(VAULT)));
    }

    @Test
    void whatIsNotAnsweredInTimeFails() {
        Keystore keystore = new SystemKeystore(slow, worker, Duration.ofMillis(50));

        assertEquals(Reason.NO_ANSWER, reasonOf(() -> keystore.read(VAULT)));
        assertFalse(keystore.available());
        assertEquals(Reason.NO_ANSWER, reasonOf(() -> keystore.delete(VAULT)));
    }

    @Test
    void aKeyThatComesTooLateIsWiped() throws Exception {
        slow.kept = key();
        Keystore keystore = new SystemKeystore(slow, worker, Duration.ofMillis(50));

        assertEquals(Reason.NO_ANSWER, reasonOf(() -> keystore.read(VAULT)));
        finish();

        assertThrows(IllegalStateException.class, slow.handedOut.getFirst()::exposed);
    }

    @Test
    void aKeyThatIsStoredTooLateIsForgottenAgain() throws Exception {
        Keystore keystore = new SystemKeystore(slow, worker, Duration.ofMillis(50));
        try (SecretValue key = key()) {
            assertEquals(Reason.NO_ANSWER, reasonOf(() -> keystore.store(VAULT, key)));
        }
        finish();

        assertEquals(List.of("store", "delete"), slow.calls);
        assertEquals(null, slow.kept);
        assertThrows(IllegalStateException.class, slow.given.getFirst()::exposed);
    }

    @Test
    void whatHasNotBegunInTimeNeverBegins() throws Exception {
        Keystore keystore = new SystemKeystore(slow, worker, Duration.ofMillis(50));

        assertEquals(Reason.NO_ANSWER, reasonOf(() -> keystore.read(VAULT)));
        assertEquals(Reason.NO_ANSWER, reasonOf(() -> keystore.store(VAULT, key())));
        finish();

        assertEquals(List.of("read"), slow.calls);
    }

    @Test
    void anInterruptedCallerStopsWaiting() {
        Keystore keystore = new SystemKeystore(slow, worker, Duration.ofSeconds(20));

        Thread.currentThread().interrupt();

        assertEquals(Reason.NO_ANSWER, reasonOf(() -> keystore.read(VAULT)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aSystemWithoutTheLibraryHasNoKeystore() throws Exception {
        Keystore keystore = SystemKeystore.find(
                System.getProperty("os.name").startsWith("Windows") ? "Mac OS X" : "Windows 11", worker);

        assertInstanceOf(NoKeystore.class, keystore);
        assertEquals(Keystore.Kind.NONE, keystore.kind());
        assertFalse(keystore.available());
        assertEquals(Optional.empty(), keystore.read(VAULT));
        assertEquals(Reason.UNAVAILABLE, reasonOf(() -> keystore.store(VAULT, key())));
        keystore.delete(VAULT);
    }

    private void finish() throws InterruptedException {
        slow.goOn.countDown();
        worker.shutdown();
        assertTrue(worker.awaitTermination(20, TimeUnit.SECONDS));
    }

    private interface Action {
        void run() throws KeystoreException;
    }

    private static Reason reasonOf(Action action) {
        return assertThrows(KeystoreException.class, action::run).reason();
    }

    private static SecretValue key() {
        return SecretValue.taking(new byte[32]);
    }

    /** Answers once it is told to go on. */
    private static final class SlowKeystore implements Keystore {
        final CountDownLatch goOn = new CountDownLatch(1);
        final List<String> calls = new ArrayList<>();
        final List<SecretValue> handedOut = new ArrayList<>();
        final List<SecretValue> given = new ArrayList<>();
        volatile SecretValue kept;
        volatile KeystoreException failure;
        volatile RuntimeException mistake;

        @Override
        public Kind kind() {
            return Kind.KEYCHAIN;
        }

        @Override
        public boolean available() {
            await();
            return true;
        }

        @Override
        public Optional<SecretValue> read(RowId vault) throws KeystoreException {
            begin("read");
            Optional<SecretValue> copy = Optional.ofNullable(kept).map(SecretValue::copy);
            copy.ifPresent(handedOut::add);
            return copy;
        }

        @Override
        public void store(RowId vault, SecretValue key) throws KeystoreException {
            begin("store");
            given.add(key);
            kept = key.copy();
        }

        @Override
        public void delete(RowId vault) throws KeystoreException {
            begin("delete");
            kept = null;
        }

        private void begin(String call) throws KeystoreException {
            calls.add(call);
            await();
            if (mistake != null) {
                throw mistake;
            }
            if (failure != null) {
                throw failure;
            }
        }

        private void await() {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
