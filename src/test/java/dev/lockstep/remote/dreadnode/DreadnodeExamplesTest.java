package dev.lockstep.remote.dreadnode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.Scripted;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The examples of Dreadnode's own document: what is sent equals them, and what they answer is understood. */
class DreadnodeExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "{ \"created_at\": \"2026-04-15T12:00:00Z\", \"id\":"
            + " \"2489E9AD-2EE2-8E00-8EC9-32D5F69181C0\", \"masked_value\": \"example\", \"name\": \"example\","
            + " \"provider\": \"example\", \"updated_at\": \"2026-04-15T12:00:00Z\"}";
    private static final Instant TIME = Instant.parse("2026-04-15T12:00:00Z");

    @Test
    void theExamplesAreSentAndUnderstood() throws Exception {
        AtomicReference<String> sent = new AtomicReference<>("");
        AtomicReference<String> headers = new AtomicReference<>("");
        ContractCheck contract = ContractCheck.of("dreadnode.yaml", "");
        RemoteSecret described = new RemoteSecret(
                Optional.of("2489E9AD-2EE2-8E00-8EC9-32D5F69181C0"),
                "example",
                Optional.empty(),
                Optional.of("example"),
                new RemoteSecret.Traces(
                        Optional.of(TIME), Optional.of(TIME), Optional.of("example"), OptionalLong.empty(), false));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Transport transport = Transport.trusting(executor);
                Scripted server = new Scripted(executor);
                DreadnodeVault vault = Account.open(server.address(), "<token>", transport, Account.impatient());
                SecretValue value = Act.value("example");
                SecretValue other = Act.value("another")) {
            server.witnessedBy(contract);
            server.tell(asked -> {
                sent.set(new String(asked.body(), StandardCharsets.UTF_8));
                headers.set(asked.header("Authorization").orElse("") + " "
                        + asked.header("Content-Type").orElse(""));
                return Answered.json(200, SECRET);
            });
            RemoteSecret created = vault.create(NewSecret.of("OPENAI_API_KEY", value));

            assertEquals(
                    JSON.readTree("{ \"name\": \"OPENAI_API_KEY\", \"provider\": \"openai\", \"value\": \"example\" }"),
                    JSON.readTree(sent.get()));
            assertEquals("Bearer <token> application/json", headers.get());
            assertEquals(Optional.empty(), created.traces().mask(), "the example's mask is the example's value");
            assertEquals(described, vault.create(NewSecret.of("OPENAI_API_KEY", other)));

            server.tell(asked -> Answered.json(200, "{\"secrets\":[" + SECRET + "],\"total\":1}"));
            assertEquals(List.of(described), Act.all(vault));

            server.tell(asked -> Answered.json(
                    401,
                    "{ \"code\": 401, \"detail\": \"Authentication failed\", \"type\": \"authentication_error\"}"));
            for (Act act : Act.values()) {
                assertEquals(new Trouble.Unauthorized("Authentication failed"), act.trouble(vault, "OPENAI_API_KEY"));
            }
            contract.requireClean();
        }
    }
}
