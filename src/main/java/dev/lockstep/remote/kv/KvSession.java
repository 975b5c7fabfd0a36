package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The token that calls are made with. After two thirds of its time it is renewed, or another is had by logging in where it cannot be renewed;
 * one that is found invalid is replaced once for each call. Calls of other threads wait meanwhile.
 */
final class KvSession implements Credentials, AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final KvLogin login;
    private final KvAuth auth;
    private final Clock clock;
    private @Nullable SecretValue token;
    private Optional<Instant> renewAt = Optional.empty();
    private long seconds;
    private boolean renewable;
    private int generation;
    private boolean closed;

    /** What to do after a call was answered by 403. */
    enum Verdict {
        /** The token is good: something is not allowed. */
        FORBIDDEN,
        /** The token is not good, and there is no other. */
        UNAUTHORIZED,
        /** There is another token by now. */
        TRY_AGAIN
    }

    /** Takes over the login. */
    KvSession(KvLogin login, KvAuth auth, Clock clock) {
        this.login = login;
        this.auth = auth;
        this.clock = clock;
        if (login instanceof KvGiven given) {
            token = given.token();
        }
    }

    @Override
    public void sign(Call call) throws RemoteException {
        lock();
        try {
            header(call, fresh());
        } finally {
            lock.unlock();
        }
    }

    static void header(Call call, SecretValue token) {
        call.header("X-Vault-Token", token.use(bytes -> new String(bytes, StandardCharsets.US_ASCII)));
    }

    /** Which token is in use, to be told to {@link #refused}. */
    int generation() throws RemoteException {
        lock();
        try {
            return generation;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds out why a call was answered by 403, and logs in again where that may help.
     *
     * @param with the generation before the call
     * @param certain whether the answer says that the token is invalid
     */
    Verdict refused(int with, boolean certain) throws RemoteException {
        lock();
        try {
            if (with != generation) {
                return Verdict.TRY_AGAIN;
            }
            if (!certain && auth.look(fresh()).isPresent()) {
                return Verdict.FORBIDDEN;
            }
            if (login instanceof KvRole role) {
                logIn(role);
                return Verdict.TRY_AGAIN;
            }
            return Verdict.UNAUTHORIZED;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks the token up, which also tells how long it is valid.
     *
     * @return empty if the server does not accept it
     */
    Optional<String> look() throws RemoteException {
        lock();
        try {
            SecretValue used = fresh();
            Optional<KvToken> found = auth.look(used);
            found.ifPresent(this::keepTime);
            return found.map(told -> told.account().orElse(""));
        } finally {
            lock.unlock();
        }
    }

    /** A refusal without its text, if that repeats the token. */
    KvRefusal withheld(KvRefusal refusal) throws RemoteException {
        lock();
        try {
            SecretValue used = token;
            return used == null ? refusal : refusal.without(used);
        } finally {
            lock.unlock();
        }
    }

    private SecretValue fresh() throws RemoteException {
        if (closed) {
            throw new IllegalStateException("The remote was closed");
        }
        SecretValue now = token;
        if (now == null || (renewAt.isPresent() && !renewAt.get().isAfter(clock.instant()))) {
            freshen(now);
        }
        SecretValue had = token;
        if (had == null) {
            throw new RemoteException(new Trouble.Unauthorized(""));
        }
        return had;
    }

    private void freshen(@Nullable SecretValue old) throws RemoteException {
        if (old != null && renewable && renewed(old)) {
            return;
        }
        if (login instanceof KvRole role) {
            logIn(role);
        } else {
            renewAt = Optional.empty();
        }
    }

    /** Whether the token goes on being used; a server that cannot be reached now is asked again later. */
    private boolean renewed(SecretValue old) throws RemoteException {
        try (KvToken more = auth.renew(old)) {
            boolean nearItsEnd = more.seconds() < seconds / 2;
            keepTime(more);
            renewable &= !nearItsEnd;
            return true;
        } catch (RemoteException e) {
            if (e.trouble() instanceof Trouble.Cancelled) {
                throw e;
            }
            boolean passing = e.trouble() instanceof Trouble.Unavailable || e.trouble() instanceof Trouble.RateLimited;
            renewAt = Optional.of(clock.instant().plusSeconds(1 + seconds / 12));
            return passing;
        }
    }

    private void logIn(KvRole role) throws RemoteException {
        try (KvToken granted = auth.logIn(role)) {
            SecretValue next = granted.take();
            SecretValue old = token;
            token = next;
            generation++;
            keepTime(granted);
            if (old != null) {
                old.close();
            }
        }
    }

    private void keepTime(KvToken told) {
        seconds = told.seconds();
        renewable = told.renewable();
        renewAt = seconds <= 0 ? Optional.empty() : Optional.of(clock.instant().plusMillis(seconds * 2000 / 3));
    }

    private void lock() throws RemoteException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException(new Trouble.Cancelled());
        }
    }

    /** A token that was had by logging in is of use to nobody any more, so it is made invalid. */
    @Override
    public void close() {
        try (SecretValue last = ended()) {
            if (last != null && login instanceof KvRole) {
                auth.revoke(last);
            }
        }
    }

    private @Nullable SecretValue ended() {
        lock.lock();
        try {
            closed = true;
            login.close();
            SecretValue last = token;
            token = null;
            return last;
        } finally {
            lock.unlock();
        }
    }
}
