package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.KvQuirk;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.http.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a token when its remote is closed. */
class KvClosingTest {
    private static final String REVOCATION = "POST /v1/auth/token/revoke-self";

    /** The token that the simulator gives for the first login. */
    private static final Map<String, String> OF_A_LOGIN = Map.of("token", "hvs.practice-login-1");

    private static long revocations(Bench bench) {
        return bench.asked.stream().filter(REVOCATION::equals).count();
    }

    @Test
    void aTokenOfALoginIsOfNoUseOnceTheRemoteIsClosed() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            Bench.names(vault);
            RemoteVault thief = bench.open(bench.server, Map.of(), OF_A_LOGIN);
            assertEquals(List.of(), Bench.names(thief));

            vault.close();
            vault.close();

            assertEquals(1, revocations(bench));
            assertEquals(
                    Trouble.Unauthorized.class,
                    Bench.trouble(() -> Bench.names(thief)).getClass());
            bench.requireClean();
        }
    }

    @Test
    void aTokenThatWasGivenStaysTheUsers() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            Bench.names(vault);
            vault.close();
            assertEquals(0, revocations(bench));
            assertEquals(List.of(), Bench.names(bench.open()));
        }
    }

    @Test
    void whoNeverLoggedInHasNothingToRevoke() throws Exception {
        try (Bench bench = new Bench()) {
            bench.openAsRole().close();
            assertEquals(List.of(), List.copyOf(bench.asked));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Disturbance.class,
            names = {"FORBIDDEN", "TOO_MANY", "INTERNAL_ERROR", "RESET_AFTER", "ENDLESS_BODY", "HTML_PAGE"})
    void whateverIsAnsweredItIsClosed(Disturbance disturbance) throws Exception {
        try (Bench bench = new Bench(KvQuirk.NO_DEFAULT_POLICY)) {
            RemoteVault vault = bench.openAsRole();
            Bench.names(vault);
            bench.server.disturb(disturbance);
            vault.close();
        }
    }

    @Test
    void aServerThatIsGoneAndConnectionsThatAreClosedKeepNobody() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            RemoteVault other = bench.openAsRole();
            Bench.names(vault);
            Bench.names(other);
            bench.server.close();
            vault.close();
            bench.transport().close();
            other.close();
        }
    }

    @Test
    @Timeout(60)
    void aServerThatNeverAnswersIsNotWaitedForLong() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Bench bench = new Bench();
                SecretValue role = Bench.value(KvSimulator.ROLE_ID);
                Connection connection = new Connection(
                        Vendor.KV_V2,
                        Map.of("address", bench.server.address(), "mount", "secret", "auth", "approle"),
                        Map.of("role-id", role, "secret-id", Bench.value(KvSimulator.SECRET_ID)))) {
            Pace patient = new Pace(Duration.ofSeconds(3), Duration.ofMillis(1), Duration.ofMillis(5), 8, bench.clock);
            RemoteVault vault = KvVault.open(connection, bench.transport(), patient);
            Bench.names(vault);
            bench.server.witnessedBy((asked, answered) -> hang(over, answered));
            vault.close();
            over.countDown();
        }
    }

    private static void hang(CountDownLatch over, Answered answered) {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(answered.toString(), e);
        }
    }
}
