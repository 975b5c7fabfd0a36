package dev.lockstep.remote.mixpeek;

import static dev.lockstep.remote.Act.CREATE;
import static dev.lockstep.remote.Act.DELETE;
import static dev.lockstep.remote.Act.LIST;
import static dev.lockstep.remote.Act.UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Scripted;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Transport;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table that turns what Mixpeek answers into a trouble. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixpeekTroublesTest {
    private static final Set<Act> ALL = EnumSet.allOf(Act.class);
    private static final Set<Act> WRITES = EnumSet.of(CREATE, UPDATE, DELETE);
    private static final Set<Act> NAMED = EnumSet.of(UPDATE, DELETE);
    private static final Trouble UNEXPECTED = new Trouble.ProtocolError(Breach.UNEXPECTED);
    private static final Trouble TAKEN = new Trouble.AlreadyExists(Optional.of("stripe_api_key"));
    private static final Trouble PERHAPS_TAKEN = new Trouble.AlreadyExists(Optional.empty());

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(executor);
    private Scripted server;
    private MixpeekVault vault;

    @BeforeAll
    void connect() throws Exception {
        server = new Scripted(executor);
        vault = Organization.open(server.address(), "sk_row", transport, Organization.impatient(Clock.systemUTC()));
    }

    @AfterAll
    void disconnect() {
        vault.close();
        transport.close();
        server.close();
        executor.close();
    }

    private record Row(Set<Act> acts, Answered answer, Trouble trouble) {
        @Override
        public String toString() {
            return acts + " " + answer.status() + " -> " + trouble;
        }
    }

    private static Row row(Set<Act> acts, Answered answer, Trouble trouble) {
        return new Row(acts, answer, trouble);
    }

    private static Answered error(int status, String type, String message) {
        return Answered.json(
                status,
                "{\"success\":false,\"status\":" + status + ",\"error\":{\"message\":\"" + message + "\",\"type\":\""
                        + type + "\"}}");
    }

    private static Answered html(int status) {
        return new Answered(status, java.util.Map.of(), "text/html", "<h1>Sign in</h1>".getBytes());
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(ALL, error(400, "BadRequestError", "Malformed"), new Trouble.Refused("Malformed")),
                row(
                        ALL,
                        Answered.json(
                                422,
                                "{\"detail\":[{\"loc\":[\"body\",\"secret_name\"],\"msg\":\"Too long\",\"type\":\"x\",\"input\":\"?\"}]}"),
                        new Trouble.Refused("secret_name: Too long")),
                row(
                        ALL,
                        Answered.json(
                                422,
                                "{\"success\":false,\"status\":422,\"error\":{\"message\":\"Validation error\",\"type\":"
                                        + "\"ValidationError\",\"details\":{\"validation_errors\":[{\"type\":\"string_type\","
                                        + "\"location\":[\"body\",0],\"message\":\"Not a text\"},{\"message\":\"Nor this\"}]}}}"),
                        new Trouble.Refused("Validation error: body: Not a text; Nor this")),
                row(ALL, Answered.json(422, "{\"detail\":\"No\"}"), new Trouble.Refused("No")),
                row(ALL, html(422), new Trouble.Refused("")),
                row(ALL, Answered.json(400, "{\"error\":{\"message\":\"cut"), new Trouble.Refused("")),
                row(ALL, Answered.json(400, "[1]"), new Trouble.Refused("")),
                row(ALL, error(401, "UnauthorizedError", "No key"), new Trouble.Unauthorized("No key")),
                row(ALL, html(401), new Trouble.Unauthorized("")),
                row(ALL, error(402, "PaymentError", "Pay"), new Trouble.UpgradeNeeded("Pay")),
                row(ALL, error(403, "ForbiddenError", "Admins only"), new Trouble.Forbidden("Admins only")),
                row(
                        ALL,
                        error(403, "UnauthorizedError", "Missing permissions"),
                        new Trouble.Forbidden("Missing permissions")),
                row(
                        ALL,
                        error(403, "UnauthorizedError", "Invalid or expired API key"),
                        new Trouble.Unauthorized("Invalid or expired API key")),
                row(ALL, error(403, "NotEnabledError", "Off"), new Trouble.UpgradeNeeded("Off")),
                row(
                        ALL,
                        error(403, "UnauthorizedError", "Not in your tier"),
                        new Trouble.UpgradeNeeded("Not in your tier")),
                row(NAMED, error(404, "NotFoundError", "Gone"), new Trouble.NotFound(false)),
                row(
                        EnumSet.of(LIST, CREATE),
                        error(404, "NotFoundError", "Organization not found"),
                        new Trouble.Forbidden("Organization not found")),
                row(ALL, Answered.json(404, "{\"detail\":\"Not Found\"}"), UNEXPECTED),
                row(ALL, html(404), UNEXPECTED),
                row(ALL, Answered.empty(404), UNEXPECTED),
                row(ALL, error(405, "BadRequestError", "Method"), new Trouble.Refused("Method")),
                row(EnumSet.of(LIST), error(408, "TimeoutError", "Slow"), new Trouble.Unavailable(Cause.TIMED_OUT)),
                row(WRITES, error(408, "TimeoutError", "Slow"), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(LIST, UPDATE, DELETE), error(409, "Conflict", "Busy"), new Trouble.Refused("Busy")),
                row(ALL, Answered.empty(418), UNEXPECTED),
                row(ALL, error(429, "TooManyRequestsError", "Slow down"), new Trouble.RateLimited(Optional.empty())),
                row(ALL, Answered.empty(302).with("Location", "/x"), new Trouble.ProtocolError(Breach.REDIRECT)),
                row(
                        EnumSet.of(LIST),
                        error(500, "InternalServerError", "?"),
                        new Trouble.Unavailable(Cause.SERVER_ERROR)),
                row(EnumSet.of(LIST), html(502), new Trouble.Unavailable(Cause.SERVER_ERROR)),
                row(WRITES, error(500, "InternalServerError", "?"), new Trouble.OutcomeUnknown()),
                row(WRITES, html(503), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(LIST), html(200), new Trouble.ProtocolError(Breach.NOT_JSON)),
                row(WRITES, html(200), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(LIST), Answered.json(200, "{}"), UNEXPECTED),
                row(EnumSet.of(LIST), Answered.json(200, "{\"secrets\":null,\"count\":0}"), UNEXPECTED),
                row(EnumSet.of(LIST), Answered.json(200, "{\"secrets\":[1],\"count\":1}"), UNEXPECTED),
                row(EnumSet.of(LIST), Answered.json(200, "{\"secrets\":[\"a\"],\"count\":2}"), UNEXPECTED),
                row(
                        EnumSet.of(LIST),
                        Answered.json(200, "{\"secrets\":[],\"count\":0} x"),
                        new Trouble.ProtocolError(Breach.NOT_JSON)),
                row(WRITES, Answered.json(201, "{\"created\":true}"), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(CREATE, UPDATE), Answered.empty(204), new Trouble.OutcomeUnknown()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyAnswerHasItsTrouble(Row row) {
        server.tell(asked -> row.answer());
        for (Act act : row.acts()) {
            assertEquals(row.trouble(), act.trouble(vault, "stripe_api_key"), act.name());
        }
    }

    private record Duplicate(Answered answer, Answered list, Trouble trouble) {
        @Override
        public String toString() {
            return answer.status() + " -> " + trouble;
        }
    }

    static Stream<Duplicate> duplicates() {
        Answered there = Answered.json(200, "{\"secrets\":[\"x\",\"stripe_api_key\"],\"count\":2}");
        Answered absent = Answered.json(200, "{\"secrets\":[\"x\"],\"count\":1}");
        Answered conflict = error(409, "AlreadyExistsError", "Taken");
        Answered told = error(400, "BadRequestError", "Secret already exists");
        Answered coded = Answered.json(
                422, "{\"error\":{\"message\":\"No\",\"type\":\"ValidationError\",\"code\":\"secret_name_taken\"}}");
        Answered listed =
                Answered.json(422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"Name exists\",\"type\":\"v\"}]}");
        Answered negated = error(400, "BadRequestError", "Organization does not exist");
        return Stream.of(
                new Duplicate(conflict, there, TAKEN),
                new Duplicate(conflict, absent, PERHAPS_TAKEN),
                new Duplicate(conflict, html(500), PERHAPS_TAKEN),
                new Duplicate(Answered.empty(409), there, TAKEN),
                new Duplicate(told, there, TAKEN),
                new Duplicate(told, absent, new Trouble.Refused("Secret already exists")),
                new Duplicate(told, html(500), PERHAPS_TAKEN),
                new Duplicate(coded, there, TAKEN),
                new Duplicate(listed, there, TAKEN),
                new Duplicate(negated, there, new Trouble.Refused("Organization does not exist")));
    }

    @ParameterizedTest
    @MethodSource("duplicates")
    void aDuplicateIsConfirmedByAList(Duplicate duplicate) {
        server.tell(asked -> asked.method().equals("POST") ? duplicate.answer() : duplicate.list());

        assertEquals(duplicate.trouble(), CREATE.trouble(vault, "stripe_api_key"));
    }
}
