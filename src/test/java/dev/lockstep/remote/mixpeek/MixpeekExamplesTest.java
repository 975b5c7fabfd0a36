package dev.lockstep.remote.mixpeek;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.Scripted;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Transport;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of Mixpeek's own documents: what is sent equals them, and what they answer is understood. */
class MixpeekExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(executor);
    private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
    private final ContractCheck contract = ContractCheck.of("mixpeek.yaml", "");
    private Scripted server;
    private MixpeekVault vault;

    @BeforeEach
    void connect() throws Exception {
        server = new Scripted(executor);
        server.witnessedBy(contract);
        vault = Organization.open(server.address(), "sk_example", transport, Organization.impatient(Clock.systemUTC()));
    }

    @AfterEach
    void disconnect() {
        vault.close();
        transport.close();
        server.close();
        executor.close();
    }

    private void answering(int status, String json) {
        server.tell(asked -> {
            sent.add(new String(asked.body(), java.nio.charset.StandardCharsets.UTF_8));
            return Answered.json(status, json);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "stripe_api_key, YOUR_STRIPE_API_KEY",
        "github_pat, ghp_abc123def456ghi789jkl012mno345",
        "openai_api_key, sk-proj-abc123def456ghi789",
        "weather_api_key, abc123def456ghi789"
    })
    void theRequestsToCreateAreTheDocumented(String name, String example) throws Exception {
        answering(
                201,
                "{\"created\":true,\"description\":\"Secret created successfully\",\"secret_name\":\"" + name + "\"}");
        server.witnessedBy((asked, answered) -> {});
        try (SecretValue value = Act.value(example)) {
            assertEquals(RemoteSecret.named(name), vault.create(NewSecret.of(name, value)));
        }
        assertEquals(
                JSON.readTree("{\"secret_name\":\"" + name + "\",\"secret_value\":\"" + example + "\"}"),
                JSON.readTree(sent.remove()));
    }

    @Test
    void theAnswersToWritingAreUnderstood() throws Exception {
        try (SecretValue value = Act.value("v")) {
            answering(200, "{\"secret_name\":\"github_token\",\"created\":null,\"updated\":true,\"deleted\":null}");
            assertEquals(
                    Optional.of(RemoteSecret.named("github_token")),
                    vault.updater().orElseThrow().update("github_token", Change.to(value)));
            assertEquals(JSON.readTree("{\"secret_value\":\"v\"}"), JSON.readTree(sent.remove()));
            answering(200, "{\"deleted\":true,\"secret_name\":\"old_api_key\"}");
            vault.deleter().orElseThrow().delete("old_api_key");
        }
        contract.requireClean();
    }

    @Test
    void theErrorOfTheDocumentIsUnderstood() {
        answering(
                404,
                "{\"error\":{\"details\":{\"id\":\"ns_123\",\"resource\":\"namespace\"},\"message\":\"Namespace not found\","
                        + "\"type\":\"NotFoundError\"},\"status\":404,\"success\":false}");

        assertEquals(new Trouble.NotFound(false), Act.DELETE.trouble(vault, "old_api_key"));
        assertEquals(new Trouble.Forbidden("Namespace not found"), Act.CREATE.trouble(vault, "old_api_key"));
    }
}
