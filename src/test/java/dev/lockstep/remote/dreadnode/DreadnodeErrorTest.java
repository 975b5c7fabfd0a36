package dev.lockstep.remote.dreadnode;

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
import java.util.EnumSet;
import java.util.Map;
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

/** Every row of the table that turns what Dreadnode answers into a trouble. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DreadnodeErrorTest {
    private static final Set<Act> ALL = EnumSet.allOf(Act.class);
    private static final Set<Act> WRITES = EnumSet.of(CREATE, UPDATE, DELETE);
    private static final Trouble UNEXPECTED = new Trouble.ProtocolError(Breach.UNEXPECTED);
    private static final Trouble TAKEN = new Trouble.AlreadyExists(Optional.empty());
    private static final String ITEM = "[{\"loc\":[\"body\",\"name\"],\"msg\":\"Bad\",\"type\":\"t\",\"input\":\"?\"}]";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(executor);
    private Scripted server;
    private DreadnodeVault vault;

    @BeforeAll
    void connect() throws Exception {
        server = new Scripted(executor);
        vault = Account.open(server.address(), "token", transport, Account.impatient());
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

    private static Answered error(int status, String type, String detail) {
        return Answered.json(
                status, "{\"code\":" + status + ",\"detail\":\"" + detail + "\",\"type\":\"" + type + "\"}");
    }

    private static Answered html(int status) {
        return new Answered(status, Map.of(), "text/html", "<h1>Sign in</h1>".getBytes());
    }

    /** The envelope with the list of validation errors under a key. */
    private static Answered listed(String key, String items) {
        return Answered.json(422, "{\"code\":422,\"detail\":\"Invalid\",\"type\":\"v\",\"" + key + "\":" + items + "}");
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(ALL, error(400, "invalid_request", "Malformed"), new Trouble.Refused("Malformed")),
                row(
                        ALL,
                        error(401, "authentication_error", "Authentication failed"),
                        new Trouble.Unauthorized("Authentication failed")),
                row(ALL, html(401), new Trouble.Unauthorized("")),
                row(ALL, error(402, "billing", "Pay"), new Trouble.UpgradeNeeded("Pay")),
                row(ALL, error(403, "permission_error", "No"), new Trouble.Forbidden("No")),
                row(ALL, error(403, "upgrade_required", "Too old"), new Trouble.UpgradeNeeded("Too old")),
                row(EnumSet.of(UPDATE), error(404, "not_found", "Gone"), new Trouble.NotFound(false)),
                row(EnumSet.of(LIST, CREATE), error(404, "not_found", "No user"), new Trouble.Forbidden("No user")),
                row(ALL, Answered.json(404, "{\"detail\":\"Not Found\"}"), UNEXPECTED),
                row(ALL, html(404), UNEXPECTED),
                row(ALL, error(405, "method", "Method"), new Trouble.Refused("Method")),
                row(EnumSet.of(LIST), error(408, "timeout", "Slow"), new Trouble.Unavailable(Cause.TIMED_OUT)),
                row(WRITES, error(408, "timeout", "Slow"), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(CREATE), error(409, "conflict", "There"), TAKEN),
                row(EnumSet.of(CREATE), html(409), TAKEN),
                row(EnumSet.of(CREATE), error(400, "already_exists_error", "There"), TAKEN),
                row(EnumSet.of(CREATE), error(422, "DuplicateName", "There"), TAKEN),
                row(EnumSet.of(UPDATE, DELETE, LIST), error(409, "conflict", "Busy"), new Trouble.Refused("Busy")),
                row(ALL, listed("errors", ITEM), new Trouble.Refused("Invalid: name: Bad")),
                row(ALL, listed("anything", ITEM), new Trouble.Refused("Invalid: name: Bad")),
                row(
                        ALL,
                        listed("x", "[{\"field\":\"name\",\"message\":\"Bad\"},{\"message\":\"Worse\"},7]"),
                        new Trouble.Refused("Invalid: name: Bad; Worse")),
                row(ALL, listed("x", "{\"deep\":[1]}"), new Trouble.Refused("Invalid")),
                row(
                        ALL,
                        Answered.json(422, "{\"code\":422,\"detail\":" + ITEM + ",\"type\":\"v\"}"),
                        new Trouble.Refused("name: Bad")),
                row(ALL, Answered.json(422, "{\"detail\":\"cut"), new Trouble.Refused("")),
                row(ALL, html(422), new Trouble.Refused("")),
                row(ALL, error(426, "upgrade", "Newer client"), new Trouble.UpgradeNeeded("Newer client")),
                row(ALL, error(429, "rate_limit", "Slow down"), new Trouble.RateLimited(Optional.empty())),
                row(ALL, Answered.empty(307).with("Location", "/x"), new Trouble.ProtocolError(Breach.REDIRECT)),
                row(EnumSet.of(LIST), error(500, "internal", "?"), new Trouble.Unavailable(Cause.SERVER_ERROR)),
                row(EnumSet.of(LIST), error(502, "gateway", "?"), new Trouble.Unavailable(Cause.SERVER_ERROR)),
                row(EnumSet.of(LIST), error(504, "gateway", "?"), new Trouble.Unavailable(Cause.SERVER_ERROR)),
                row(WRITES, error(500, "internal", "?"), new Trouble.OutcomeUnknown()),
                row(WRITES, error(504, "gateway", "?"), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(LIST), html(200), new Trouble.ProtocolError(Breach.NOT_JSON)),
                row(WRITES, html(200), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(LIST), Answered.json(200, "{\"total\":0}"), UNEXPECTED),
                row(EnumSet.of(LIST), Answered.json(200, "{\"secrets\":[{\"id\":\"1\"}],\"total\":1}"), UNEXPECTED),
                row(EnumSet.of(LIST), Answered.json(200, "{\"secrets\":[{\"name\":\"N\"}],\"total\":1}"), UNEXPECTED),
                row(EnumSet.of(LIST), Answered.json(200, "{\"secrets\":[],\"total\":1}"), UNEXPECTED),
                row(EnumSet.of(CREATE, UPDATE), Answered.json(201, "{\"id\":\"1\"}"), new Trouble.OutcomeUnknown()),
                row(EnumSet.of(CREATE, UPDATE), Answered.empty(204), new Trouble.OutcomeUnknown()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyAnswerHasItsTrouble(Row row) {
        server.tell(asked -> row.answer());
        for (Act act : row.acts()) {
            assertEquals(row.trouble(), act.trouble(vault, "A_KEY"), act.name());
        }
    }

    private static Trouble deletedWhile(String id, Answered list, Scripted server, DreadnodeVault vault) {
        server.tell(asked -> asked.method().equals("DELETE") ? error(404, "not_found", "Not found") : list);
        return DELETE.trouble(vault, id);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void deletingWhatIsNotFoundIsConfirmedByAList(Answered list, Trouble trouble) {
        assertEquals(trouble, deletedWhile("id-1", list, server, vault));
    }

    static Stream<Object[]> lists() {
        return Stream.of(
                new Object[] {
                    Answered.json(200, "{\"secrets\":[{\"id\":\"id-2\",\"name\":\"N\"}],\"total\":1}"),
                    new Trouble.NotFound(false)
                },
                new Object[] {
                    Answered.json(200, "{\"secrets\":[{\"id\":\"id-1\",\"name\":\"N\"}],\"total\":1}"), UNEXPECTED
                },
                new Object[] {html(500), new Trouble.Unavailable(Cause.SERVER_ERROR)});
    }
}
