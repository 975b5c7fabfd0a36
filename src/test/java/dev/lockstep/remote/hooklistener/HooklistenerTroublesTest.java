package dev.lockstep.remote.hooklistener;

import static dev.lockstep.remote.hooks.Bench.trouble;
import static dev.lockstep.remote.hooks.Bench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Scripted;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.AlreadyExists;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.Trouble.Forbidden;
import dev.lockstep.remote.Trouble.NotFound;
import dev.lockstep.remote.Trouble.OutcomeUnknown;
import dev.lockstep.remote.Trouble.ProtocolError;
import dev.lockstep.remote.Trouble.RateLimited;
import dev.lockstep.remote.Trouble.Refused;
import dev.lockstep.remote.Trouble.Unauthorized;
import dev.lockstep.remote.Trouble.Unavailable;
import dev.lockstep.remote.Trouble.UpgradeNeeded;
import dev.lockstep.remote.hooks.Bench;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table from statuses, bodies and texts to troubles, row by row. */
class HooklistenerTroublesTest {
    private static final Trouble TAKEN = new AlreadyExists(Optional.empty());
    private static final Trouble OPEN = new OutcomeUnknown();
    private static final Trouble DOWN = new Unavailable(Cause.SERVER_ERROR);
    private static final Trouble ODD = new ProtocolError(Breach.UNEXPECTED);
    private static final Trouble NO_JSON = new ProtocolError(Breach.NOT_JSON);

    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    /** What an answer means to reads, to creating and renaming, and to updating and deleting. */
    record Row(int status, String type, String body, Trouble read, Trouble named, Trouble written) {
        static Row all(int status, String body, Trouble trouble) {
            return new Row(status, "application/json", body, trouble, trouble, trouble);
        }

        static Row naming(int status, String body, Trouble named, Trouble others) {
            return new Row(status, "application/json", body, others, named, others);
        }

        static Row writes(int status, String body, Trouble read, Trouble written) {
            return new Row(status, "application/json", body, read, written, written);
        }

        static Row typed(int status, String type, String body, Trouble named, Trouble others) {
            return new Row(status, type, body, others, named, others);
        }
    }

    static List<Row> rows() {
        return List.of(
                Row.all(401, "{\"error\":\"Authentication required\"}", new Unauthorized("Authentication required")),
                Row.all(401, "", new Unauthorized("")),
                Row.all(401, "<html>", new Unauthorized("")),
                Row.all(402, "{\"error\":\"Payment required\"}", new UpgradeNeeded("Payment required")),
                Row.all(426, "{}", new UpgradeNeeded("")),
                Row.all(403, "{\"error\":\"Forbidden\"}", new Forbidden("Forbidden")),
                Row.all(
                        403,
                        "{\"error\":\"Nothing is planned, explained\"}",
                        new Forbidden("Nothing is planned, explained")),
                Row.all(403, "{\"error\":\"Upgrade to Team\"}", new UpgradeNeeded("Upgrade to Team")),
                Row.all(
                        403,
                        "{\"error\":\"Secrets need a Team or Enterprise plan\"}",
                        new UpgradeNeeded("Secrets need a Team or Enterprise plan")),
                Row.all(
                        403,
                        "{\"errors\":{\"detail\":\"Your SUBSCRIPTION has no secrets\"}}",
                        new UpgradeNeeded("Your SUBSCRIPTION has no secrets")),
                Row.all(404, "{\"errors\":{\"detail\":\"Not Found\"}}", new NotFound(false)),
                Row.all(404, "", new NotFound(false)),
                Row.all(410, "{}", new NotFound(false)),
                Row.all(429, "{}", new RateLimited(Optional.empty())),
                Row.naming(409, "{}", TAKEN, new Refused("")),
                Row.writes(408, "{}", new Unavailable(Cause.TIMED_OUT), OPEN),
                Row.naming(
                        422,
                        "{\"errors\":{\"name\":[\"has already been taken\"]}}",
                        TAKEN,
                        new Refused("name has already been taken")),
                Row.naming(
                        422,
                        "{\"errors\":{\"organization_id\":[\"has already been taken\"]}}",
                        TAKEN,
                        new Refused("organization_id has already been taken")),
                Row.naming(
                        422,
                        "{\"error\":\"Name has already been taken\"}",
                        TAKEN,
                        new Refused("Name has already been taken")),
                Row.naming(
                        400,
                        "{\"error\":\"A secret with this name already exists\"}",
                        TAKEN,
                        new Refused("A secret with this name already exists")),
                Row.naming(
                        422,
                        "{\"errors\":[{\"detail\":\"Name must be unique\"}]}",
                        TAKEN,
                        new Refused("Name must be unique")),
                Row.naming(422, "{\"error\":{\"message\":\"Duplicate name\"}}", TAKEN, new Refused("Duplicate name")),
                Row.naming(422, "\"name already in use\"", TAKEN, new Refused("name already in use")),
                Row.typed(422, "text/plain", "name already taken", TAKEN, new Refused("name already taken")),
                Row.typed(
                        400,
                        "text/plain; charset=utf-8",
                        "Bad\u0007 request\n",
                        new Refused("Bad request"),
                        new Refused("Bad request")),
                Row.typed(400, "text/html", "<p>already taken</p>", new Refused(""), new Refused("")),
                Row.all(
                        422,
                        "{\"errors\":{\"name\":[\"has invalid format\"]}}",
                        new Refused("name has invalid format")),
                Row.all(
                        422,
                        "{\"errors\":{\"name\":[\"has invalid format\",\"is too long\"],\"value\":[\"can't be blank\"]}}",
                        new Refused("name has invalid format; name is too long; value can't be blank")),
                Row.all(422, "{\"id\":\"not shown\",\"errors\":{\"value\":7}}", new Refused("")),
                Row.all(
                        422,
                        "{\"errors\":[\"first\",\"second\"],\"trace\":\"not shown\"}",
                        new Refused("first; second")),
                Row.all(400, "{\"error\":\"" + "x".repeat(9000) + "\"}", new Refused("x".repeat(300))),
                Row.all(400, "{\"error\":\"cut off", new Refused("")),
                Row.all(418, "{}", ODD),
                Row.all(302, "", new ProtocolError(Breach.REDIRECT)),
                Row.all(501, "", DOWN),
                Row.writes(500, "{\"errors\":{\"detail\":\"Internal Server Error\"}}", DOWN, OPEN),
                Row.writes(502, "", DOWN, OPEN),
                Row.writes(503, "", DOWN, OPEN),
                Row.writes(504, "", DOWN, OPEN),
                Row.writes(200, "{\"data\":", NO_JSON, OPEN),
                new Row(200, "text/html", "<html>", NO_JSON, OPEN, OPEN));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAnswerMeansWhatTheTableSays(Row row) throws Exception {
        Answered answered = new Answered(row.status, Map.of(), row.type, row.body.getBytes(StandardCharsets.UTF_8));
        try (Scripted server = new Scripted(bench.threads(), answered);
                HooklistenerVault vault = HooklistenerConnections.open(server.address(), bench);
                SecretValue value = value("t0p-s3cr3t")) {
            assertEquals(row.read, trouble(() -> vault.list(secret -> {})), "list");
            assertEquals(row.read, trouble(vault::greet), "greet");
            assertEquals(row.read, trouble(() -> vault.inspector().orElseThrow().inspect("id")), "inspect");
            assertEquals(
                    row.read, trouble(() -> vault.valueReader().orElseThrow().read("id")), "read");
            assertEquals(row.named, trouble(() -> vault.create(NewSecret.of("NAME", value))), "create");
            assertEquals(row.named, trouble(() -> vault.renamer().orElseThrow().rename("id", "NEW")), "rename");
            assertEquals(
                    row.written, trouble(() -> vault.updater().orElseThrow().update("id", Change.to(value))), "update");
            assertEquals(
                    row.written, trouble(() -> vault.deleter().orElseThrow().delete("id")), "delete");
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anAnswerInWhichSomethingIsMissingIsUnexpected(String body) throws Exception {
        try (Scripted server = new Scripted(bench.threads(), Answered.json(200, body));
                HooklistenerVault vault = HooklistenerConnections.open(server.address(), bench);
                SecretValue value = value("t0p-s3cr3t")) {
            assertEquals(ODD, trouble(() -> vault.list(secret -> {})), "list");
            assertEquals(ODD, trouble(() -> vault.inspector().orElseThrow().inspect("id")), "inspect");
            assertEquals(ODD, trouble(() -> vault.valueReader().orElseThrow().read("id")), "read");
            assertEquals(OPEN, trouble(() -> vault.create(NewSecret.of("NAME", value))), "create");
        }
    }

    static List<String> odd() {
        return List.of(
                "{}",
                "7",
                "{\"data\":7}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":[{\"id\":\"id\"}]}",
                "{\"data\":[{\"name\":\"NAME\"}]}",
                "{\"data\":[{\"id\":\"\",\"name\":\"\"}]}",
                "{\"id\":\"another\",\"value\":\"value\"}",
                "{\"id\":\"id\",\"value\":null}");
    }
}
