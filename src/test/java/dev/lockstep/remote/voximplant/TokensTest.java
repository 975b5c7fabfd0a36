package dev.lockstep.remote.voximplant;

import static dev.lockstep.remote.voximplant.Practice.trouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Transport;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens that calls are signed with, looked at without the library that made them. */
class TokensTest {
    private static final String DONE = "{\"result\":1}";

    @Test
    void aTokenIsWhatTheVendorsGuideSays() throws Exception {
        Instant begin = Instant.now();
        try (Dialogue there = Dialogue.answering(DONE)) {
            there.vault.deleter().orElseThrow().delete("7");

            String[] parts = token(there.asked().getLast()).split("\\.");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(Keys.PAIR.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
            assertEquals(json("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + Keys.KEY_ID + "\"}"), part(parts[0]));
            JsonNode claims = part(parts[1]);
            assertEquals(
                    Set.of("iss", "iat", "exp"),
                    claims.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet()));
            assertTrue(claims.get("iss").isIntegralNumber());
            assertEquals(Keys.ACCOUNT, claims.get("iss").asLong());
            long issued = claims.get("iat").asLong();
            assertTrue(issued >= begin.getEpochSecond() - 6
                    && issued <= Instant.now().getEpochSecond() - 5);
            assertEquals(600, claims.get("exp").asLong() - issued);
        }
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItExpires() throws Exception {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        InstantSource source = () -> now[0];
        Clock clock = source.withZone(ZoneOffset.UTC);
        try (SecretValue file = SecretValue.taking(Keys.credentials());
                Tokens tokens = new Tokens(ServiceAccount.of(file), clock)) {
            String first = signed(tokens);
            now[0] = now[0].plus(Tokens.LIFETIME)
                    .minus(Tokens.EARLIER)
                    .minus(Tokens.SPARE)
                    .minusSeconds(1);
            assertEquals(first, signed(tokens));
            now[0] = now[0].plusSeconds(1);
            String second = signed(tokens);
            assertNotEquals(first, second);
            assertEquals(second, signed(tokens));
            tokens.renew(Optional.of(now[0].plus(Duration.ofDays(2))));
            assertEquals(second, signed(tokens), "a clock of another day is not believed");
            tokens.renew(Optional.of(now[0].plusSeconds(7000)));
            assertEquals(now[0].getEpochSecond() + 7000 - 5, issued(signed(tokens)));
        }
    }

    private static String signed(Tokens tokens) throws Exception {
        try (Dialogue there = Dialogue.answering(DONE);
                var transport = Transport.trusting(Runnable::run)) {
            var origin = Origin.of(there.address()).orElseThrow();
            var client = new ApiClient(transport, origin, tokens, Practice.pace(Clock.systemUTC()));
            client.send(Call.get("/x")).close();
            return token(there.asked().getLast());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-7000, -601, -100, 100, 601, 7000, 80_000})
    void aClockThatIsWrongByHoursIsMadeUpFor(int seconds) throws Exception {
        try (Practice here = Practice.ahead(Duration.ofSeconds(seconds))) {
            String id = here.create("a", "v");
            assertEquals("v", here.read(id));
            assertTrue(here.paths.size() <= 3, "one call was made again, at most: " + here.paths);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {447, 455, 456})
    void aTokenThatIsNotTakenIsReplacedOnce(int code) throws Exception {
        String refusal = "{\"error\":{\"code\":" + code + ",\"msg\":\"Token\"}}";
        int[] calls = {0};
        try (Dialogue there =
                Dialogue.answering(asked -> Answered.json(200, ++calls[0] == 1 ? refusal : "{\"result\":1}"))) {
            there.vault.deleter().orElseThrow().delete("7");
            assertEquals(2, calls[0]);
        }
        try (Dialogue there = Dialogue.answering(asked -> Answered.json(401, refusal))) {
            assertEquals(new Trouble.Unauthorized("Token"), trouble(there.vault::greet));
            assertEquals(2, there.asked().size());
        }
    }

    @Test
    void otherRefusalsAreNotTriedAgain() throws Exception {
        for (int code : List.of(100, 454)) {
            try (Dialogue there = Dialogue.answering("{\"error\":{\"code\":" + code + ",\"msg\":\"No\"}}")) {
                assertEquals(new Trouble.Unauthorized("No"), trouble(there.vault::greet));
                assertEquals(1, there.asked().size());
            }
        }
    }

    @Test
    void aSimulatorWithNewKeysAcceptsItsOwnAlone() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                VoximplantSimulator fresh = new VoximplantSimulator(executor, Clock.systemUTC(), Set.of());
                Practice other = Practice.with(Map.of("address", fresh.address()));
                Transport transport = Transport.trusting(executor);
                Connection connection = Practice.connection(
                        Map.of("address", fresh.address(), "application", VoximplantSimulator.APPLICATION_NAME),
                        SecretValue.taking(fresh.credentials()));
                VoximplantVault own = VoximplantVault.open(connection, transport, Practice.pace(Clock.systemUTC()))) {
            assertEquals(Optional.of("1234567"), own.greet().account());
            assertEquals(new Trouble.Unauthorized("Authorization failed"), trouble(other.vault::greet));
        }
    }

    @Test
    void closingWipesTheKeyAndTheToken() throws Exception {
        try (Practice here = Practice.with()) {
            here.vault.greet();
            here.vault.close();

            assertThrows(IllegalStateException.class, here.vault::greet);
        }
    }

    private static String token(Asked asked) {
        String header = asked.header("Authorization").orElseThrow();
        assertTrue(header.startsWith("Bearer "));
        assertFalse(asked.target().toString().contains("eyJ"));
        return header.substring(7);
    }

    private static long issued(String token) throws Exception {
        return part(token.split("\\.")[1]).get("iat").asLong();
    }

    private static JsonNode part(String encoded) throws Exception {
        return json(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
