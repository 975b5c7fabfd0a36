package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs calls with a token that is kept until shortly before it expires, and counts time as the vendor does once it has said so. */
final class Tokens implements Credentials, AutoCloseable {
    /** The vendor takes tokens that are valid for up to an hour; one that leaks should not be worth as much. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** As long before its end, another is made: no call lasts longer. */
    static final Duration SPARE = Duration.ofMinutes(1);

    /** Said to be issued this long ago, as the vendor's own clients do, for clocks that differ a little. */
    static final Duration EARLIER = Duration.ofSeconds(5);

    /** A vendor's clock that differs more from this computer's is not believed: a token would be valid on a day that is not today. */
    static final Duration FURTHEST = Duration.ofDays(1);

    private final ServiceAccount account;
    private final Clock clock;
    private Duration ahead = Duration.ZERO;
    private @Nullable SecretValue token;
    private Instant renewal = Instant.MIN;

    /** Takes over the account. */
    Tokens(ServiceAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    @Override
    public void sign(Call call) throws RemoteException {
        call.header("Authorization", "Bearer " + current());
    }

    private synchronized String current() throws RemoteException {
        Instant now = clock.instant().plus(ahead);
        SecretValue kept = token;
        if (kept == null || !now.isBefore(renewal)) {
            kept = made(now);
        }
        return kept.use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    private SecretValue made(Instant now) throws RemoteException {
        Instant issued = now.minus(EARLIER);
        Instant expires = issued.plus(LIFETIME);
        String made = account.token(issued, expires);
        forget();
        SecretValue kept = SecretValue.taking(made.getBytes(StandardCharsets.US_ASCII));
        token = kept;
        renewal = expires.minus(SPARE);
        return kept;
    }

    /** After the vendor did not take the token: the next call is signed with another, made by the vendor's clock if that is known. */
    synchronized void renew(Optional<Instant> vendorsClock) {
        forget();
        vendorsClock
                .map(time -> Duration.between(clock.instant(), time))
                .filter(difference -> difference.abs().compareTo(FURTHEST) <= 0)
                .ifPresent(difference -> ahead = difference);
    }

    private void forget() {
        SecretValue former = token;
        token = null;
        if (former != null) {
            former.close();
        }
    }

    @Override
    public synchronized void close() {
        forget();
        account.close();
    }
}
