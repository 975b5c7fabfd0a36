package dev.lockstep.keystore;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import dev.lockstep.model.RowId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A keystore that is given a limited time for each answer. It goes on in native code, which no interrupt reaches; what comes later is undone. */
final class SystemKeystore implements Keystore {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Keystore system;
    private final Executor worker;
    private final Duration limit;

    SystemKeystore(Keystore system, Executor worker, Duration limit) {
        this.system = system;
        this.worker = worker;
        this.limit = limit;
    }

    /** @param osName the value of the system property {@code os.name} */
    static Keystore find(String osName, Executor worker) {
        try {
            if (osName.startsWith("Windows")) {
                return new SystemKeystore(WindowsCredentials.load(), worker, LIMIT);
            }
            if (osName.startsWith("Mac")) {
                return new SystemKeystore(Keychain.load(), worker, LIMIT);
            }
            return new SystemKeystore(SecretService.load(), worker, LIMIT);
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            return new NoKeystore();
        }
    }

    @Override
    public Kind kind() {
        return system.kind();
    }

    @Override
    public boolean available() {
        try {
            return answer(system::available, late -> {});
        } catch (KeystoreException e) {
            return false;
        }
    }

    @Override
    public Optional<SecretValue> read(RowId vault) throws KeystoreException {
        return answer(() -> system.read(vault), late -> late.ifPresent(SecretValue::close));
    }

    @Override
    public void store(RowId vault, SecretValue key) throws KeystoreException {
        SecretValue own = key.copy();
        answer(
                new Question<Boolean>() {
                    @Override
                    public Boolean ask() throws KeystoreException {
                        system.store(vault, own);
                        return true;
                    }

                    @Override
                    public void over() {
                        own.close();
                    }
                },
                late -> system.delete(vault));
    }

    @Override
    public void delete(RowId vault) throws KeystoreException {
        answer(
                () -> {
                    system.delete(vault);
                    return true;
                },
                late -> {});
    }

    private interface Question<T> {
        T ask() throws KeystoreException;

        /** Called when it was asked or will not be asked any more. */
        default void over() {}
    }

    private interface Undo<T> {
        void undo(T late) throws KeystoreException;
    }

    private <T> T answer(Question<T> question, Undo<T> undo) throws KeystoreException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        worker.execute(() -> work(question, undo, answer));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            return abandon(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon(answer);
        }
    }

    private <T> void work(Question<T> question, Undo<T> undo, CompletableFuture<T> answer) {
        try {
            if (!answer.isDone()) {
                T found = question.ask();
                if (!answer.complete(found)) {
                    undo.undo(found);
                }
            }
        } catch (KeystoreException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        } finally {
            question.over();
        }
    }

    private <T> T abandon(CompletableFuture<T> answer) throws KeystoreException {
        if (answer.cancel(false)) {
            throw new KeystoreException(Reason.NO_ANSWER);
        }
        try {
            return answer.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw failed(e.getCause());
        }
    }

    private static KeystoreException failed(@org.jspecify.annotations.Nullable Throwable cause) {
        if (cause instanceof KeystoreException known) {
            return new KeystoreException(known.reason(), known);
        }
        return new KeystoreException(Reason.FAILED, cause == null ? new IllegalStateException() : cause);
    }
}
