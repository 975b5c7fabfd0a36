package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.KvQuirk;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens: given or had by logging in, renewed, replaced and refused. */
class KvSessionTest {
    private static final Duration RENEWAL = Duration.ofMinutes(41);

    @Test
    void aTokenOfALoginIsRenewedBeforeItEnds() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            for (int i = 0; i < 5; i++) {
                Bench.names(vault);
                bench.clock.forward(RENEWAL);
            }
            assertEquals(1, bench.server.logins());
            assertEquals(4, bench.server.renewals());
            bench.requireClean();
        }
    }

    @Test
    void aTokenThatCannotBeRenewedFurtherIsReplaced() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            for (int i = 0; i < 25; i++) {
                Bench.names(vault);
                bench.clock.forward(RENEWAL);
            }
            assertEquals(2, bench.server.logins());
        }
        try (Bench bench = new Bench(KvQuirk.NOT_RENEWABLE)) {
            RemoteVault vault = bench.openAsRole();
            Bench.names(vault);
            bench.clock.forward(RENEWAL);
            Bench.names(vault);
            assertEquals(2, bench.server.logins());
            assertEquals(0, bench.server.renewals());
        }
    }

    @Test
    void aGivenTokenIsRenewedOnceItsTimeIsKnown() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            vault.greet();
            for (int i = 0; i < 3; i++) {
                bench.clock.forward(RENEWAL);
                Bench.names(vault);
            }
            assertEquals(3, bench.server.renewals());
            bench.clock.forward(Duration.ofHours(2));
            assertEquals(
                    Trouble.Unauthorized.class,
                    Bench.trouble(() -> Bench.names(vault)).getClass());
        }
    }

    @Test
    void aServerThatCannotRenewNowIsAskedAgainLater() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            Bench.names(vault);
            bench.clock.forward(RENEWAL);
            bench.server.disturb(Disturbance.INTERNAL_ERROR);
            Bench.names(vault);
            assertEquals(0, bench.server.renewals());
            bench.clock.forward(Duration.ofMinutes(6));
            Bench.names(vault);
            assertEquals(1, bench.server.renewals());
            assertEquals(1, bench.server.logins());
        }
    }

    @Test
    void aRevokedTokenIsReplacedOnceAndTheCallMadeAgain() throws Exception {
        for (KvQuirk[] quirks : new KvQuirk[][] {{}, {KvQuirk.BAD_TOKEN_UNSAID}, {KvQuirk.NO_DEFAULT_POLICY}}) {
            try (Bench bench = new Bench(quirks)) {
                RemoteVault vault = bench.openAsRole();
                Bench.create(vault, "A", "v");
                bench.server.revokeTokens();
                assertEquals(
                        2,
                        Bench.update(vault, "A", "w", java.util.OptionalLong.of(1))
                                .traces()
                                .version()
                                .orElseThrow());
                assertEquals(2, bench.server.logins());
                bench.requireClean();
            }
        }
    }

    @Test
    void aWriteThatWasRefusedForItsTokenIsMadeOnce() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            Bench.names(vault);
            bench.server.revokeTokens();
            assertEquals(1, Bench.create(vault, "A", "v").traces().version().orElseThrow());
            assertEquals(1, Bench.inspect(vault, "A").traces().version().orElseThrow());
        }
    }

    @Test
    void aRevokedTokenThatWasGivenIsUnauthorized() throws Exception {
        for (KvQuirk[] quirks : new KvQuirk[][] {{}, {KvQuirk.BAD_TOKEN_UNSAID}}) {
            try (Bench bench = new Bench(quirks)) {
                RemoteVault vault = bench.open();
                Bench.names(vault);
                bench.server.revokeTokens();
                assertTrue(Bench.trouble(() -> Bench.names(vault)) instanceof Trouble.Unauthorized);
                assertTrue(Bench.trouble(vault::greet) instanceof Trouble.Unauthorized);
            }
        }
    }

    @Test
    void whatIsNotAllowedIsNoReasonToLogInAgain() throws Exception {
        try (Bench bench = new Bench(KvQuirk.READ_ONLY)) {
            RemoteVault vault = bench.openAsRole();
            for (int i = 0; i < 3; i++) {
                assertTrue(Bench.trouble(() -> Bench.create(vault, "A", "v")) instanceof Trouble.Forbidden);
            }
            assertEquals(1, bench.server.logins());
        }
        try (Bench bench = new Bench(KvQuirk.READ_ONLY, KvQuirk.NO_DEFAULT_POLICY)) {
            RemoteVault vault = bench.openAsRole();
            for (int logins = 1; logins <= 2; logins++) {
                assertTrue(Bench.trouble(() -> Bench.create(vault, "A", "v")) instanceof Trouble.Forbidden);
                assertEquals(logins, bench.server.logins());
            }
        }
    }

    @Test
    void aLoginThatIsRefusedIsUnauthorized() throws Exception {
        for (KvQuirk[] quirks : new KvQuirk[][] {{}, {KvQuirk.LOGIN_FORBIDDEN}}) {
            try (Bench bench = new Bench(quirks)) {
                var wrong = Map.of("role-id", KvSimulator.ROLE_ID, "secret-id", "wrong");
                RemoteVault vault = bench.open(bench.server, Map.of("auth", "approle"), wrong);
                assertTrue(Bench.trouble(() -> Bench.names(vault)) instanceof Trouble.Unauthorized);
                assertEquals(List.of("POST /v1/auth/approle/login"), List.copyOf(bench.asked));
            }
        }
    }

    @Test
    void aRoleMayNeedNoSecretId() throws Exception {
        try (Bench bench = new Bench(KvQuirk.NO_SECRET_ID)) {
            var role = Map.of("role-id", KvSimulator.ROLE_ID);
            assertEquals(List.of(), Bench.names(bench.open(bench.server, Map.of("auth", "approle"), role)));
        }
    }

    @Test
    void aLoginWithoutAnAnswerLeavesNothingUnknown() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            bench.server.disturb(Disturbance.RESET_AFTER);
            Trouble trouble = Bench.trouble(() -> Bench.create(vault, "A", "v"));
            assertEquals(new Trouble.Unavailable(Cause.SERVER_ERROR), trouble);
            bench.server.seal(true);
            assertEquals(new Trouble.Unavailable(Cause.SEALED), Bench.trouble(() -> Bench.create(vault, "A", "v")));
            bench.server.seal(false);
            Bench.create(vault, "A", "v");
        }
    }

    @Test
    void manyThreadsLogInOnce() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.openAsRole();
            for (int round = 1; round <= 3; round++) {
                List<Callable<Object>> calls = IntStream.range(0, 20)
                        .mapToObj(i -> (Callable<Object>) () -> Bench.names(vault))
                        .toList();
                for (var done : bench.threads().invokeAll(calls)) {
                    assertEquals(List.of(), done.get());
                }
                assertEquals(round, bench.server.logins());
                bench.server.revokeTokens();
            }
        }
    }

    @Test
    void credentialsThatCannotBeSentAreRefusedBeforeACall() throws Exception {
        try (Bench bench = new Bench()) {
            for (Map<String, String> bad : List.of(
                    Map.<String, String>of(),
                    Map.of("token", ""),
                    Map.of("token", "a b"),
                    Map.of("token", "a\r\nX-Vault-Namespace: x"),
                    Map.of("token", "ключ"))) {
                Trouble trouble = Bench.trouble(() -> bench.open(bench.server, Map.of(), bad));
                assertEquals(new Trouble.Unauthorized(""), trouble, bad.toString());
            }
            assertEquals(
                    new Trouble.Unauthorized(""),
                    Bench.trouble(() -> bench.open(bench.server, Map.of("auth", "approle"), Bench.TOKEN)));
            for (Map<String, String> bad : List.of(
                    Map.of("mount", "a//b"),
                    Map.of("mount", ".."),
                    Map.of("path", "a/../b"),
                    Map.of("path", "a\nb"),
                    Map.of("namespace", "a\nb"),
                    Map.of("namespace", "ключ"))) {
                Trouble trouble = Bench.trouble(() -> bench.open(bench.server, bad, Bench.TOKEN));
                assertEquals(new Trouble.Refused(""), trouble, bad.toString());
            }
            assertEquals(0, bench.asked.size());
        }
    }

    @Test
    void aTextThatRepeatsWhatWasSentIsNotShown() throws Exception {
        for (String echo : List.of("v-secret-value", KvSimulator.TOKEN, "alue of hvs.practice-tok")) {
            Answered answer = Answered.json(400, "{\"errors\":[\"cannot take " + echo + "\"]}");
            try (Bench bench = new Bench();
                    var canned = bench.canned(answer);
                    RemoteVault vault = bench.open(canned, Map.of(), Bench.TOKEN)) {
                assertEquals(
                        new Trouble.Refused(""), Bench.trouble(() -> Bench.create(vault, "A", "v-secret-value")), echo);
            }
        }
        for (String echo : List.of(KvSimulator.ROLE_ID, KvSimulator.SECRET_ID)) {
            Answered answer = Answered.json(400, "{\"errors\":[\"cannot take " + echo + "\"]}");
            try (Bench bench = new Bench();
                    var canned = bench.canned(answer);
                    RemoteVault vault = bench.open(canned, Map.of("auth", "approle"), Bench.ROLE)) {
                assertEquals(new Trouble.Unauthorized(""), Bench.trouble(() -> Bench.names(vault)), echo);
            }
        }
    }
}
