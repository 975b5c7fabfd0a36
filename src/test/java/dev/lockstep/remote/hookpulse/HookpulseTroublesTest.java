package dev.lockstep.remote.hookpulse;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table from statuses, bodies and texts to troubles, row by row. */
class HookpulseTroublesTest {
    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    /** What an answer means where it is the answer to each call. */
    record Row(
            int status, String body, Trouble listed, Trouble created, Trouble read, Trouble updated, Trouble deleted) {
        static Row all(int status, String body, Trouble trouble) {
            return new Row(status, body, trouble, trouble, trouble, trouble, trouble);
        }

        static Row writes(int status, String body, Trouble reads, Trouble writes) {
            return new Row(status, body, reads, writes, reads, writes, writes);
        }

        static Row creating(int status, String body, Trouble created, Trouble others) {
            return new Row(status, body, others, created, others, others, others);
        }
    }

    private static String said(String text) {
        return "{\"success\":false,\"error\":\"" + text + "\"}";
    }

    private static final Trouble GONE = new NotFound(false);
    private static final Trouble TAKEN = new AlreadyExists(Optional.empty());
    private static final Trouble TAKEN_BY = new AlreadyExists(Optional.of("c1"));
    private static final Trouble OPEN = new OutcomeUnknown();
    private static final Trouble DOWN = new Unavailable(Cause.SERVER_ERROR);
    private static final Trouble NO_JSON = new ProtocolError(Breach.NOT_JSON);
    private static final Trouble ODD = new ProtocolError(Breach.UNEXPECTED);

    static List<Row> rows() {
        return List.of(
                Row.all(401, said("Invalid API key"), new Unauthorized("Invalid API key")),
                Row.all(400, said("Invalid API key"), new Unauthorized("Invalid API key")),
                Row.all(200, said("Invalid API key"), new Unauthorized("Invalid API key")),
                Row.all(403, said("invalid api KEY."), new Unauthorized("invalid api KEY.")),
                Row.all(401, said("Missing API key"), new Unauthorized("Missing API key")),
                Row.all(400, said("Invalid brand UUID"), new Unauthorized("Invalid brand UUID")),
                Row.all(404, said("Invalid brand UUID"), new Unauthorized("Invalid brand UUID")),
                Row.all(400, said("Missing brand UUID"), new Unauthorized("Missing brand UUID")),
                Row.all(401, "", new Unauthorized("")),
                Row.all(401, "<html>", new Unauthorized("")),
                Row.all(402, said("Pay"), new UpgradeNeeded("Pay")),
                Row.all(426, "{}", new UpgradeNeeded("")),
                Row.all(403, said("No"), new Forbidden("No")),
                Row.all(404, said("Secret not found"), GONE),
                Row.all(200, said("Secret not found"), GONE),
                Row.all(400, said("SECRET NOT FOUND"), GONE),
                new Row(404, said("Not found"), GONE, GONE, GONE, new Refused("Not found"), GONE),
                new Row(404, "", GONE, GONE, GONE, new Refused(""), GONE),
                Row.all(
                        400,
                        said("Missing required field: secret_key"),
                        new Refused("Missing required field: secret_key")),
                Row.all(200, said("Missing required field: x"), new Refused("Missing required field: x")),
                Row.all(400, said("Something else"), new Refused("Something else")),
                Row.all(200, said("Something else"), new Refused("Something else")),
                Row.all(200, "{\"success\":false}", new Refused("")),
                Row.all(422, "{\"message\":\"Bad\"}", new Refused("Bad")),
                Row.all(400, "{\"error\":{\"deep\":1},\"detail\":\"Told\"}", new Refused("Told")),
                Row.all(400, said("a\\u0000b\\u202ec\\nd"), new Refused("abc d")),
                Row.all(400, said("x".repeat(5000)), new Refused("x".repeat(300))),
                Row.all(200, said("Rate limit exceeded"), new RateLimited(Optional.empty())),
                Row.all(400, said("Rate limit exceeded, wait"), new RateLimited(Optional.empty())),
                Row.all(429, said("Rate limit exceeded"), new RateLimited(Optional.empty())),
                Row.creating(
                        400,
                        said("Key with same name already in database"),
                        TAKEN,
                        new Refused("Key with same name already in database")),
                Row.creating(400, "{\"secret_uuid\":\"c1\"}", TAKEN_BY, new Refused("")),
                Row.creating(409, "{\"secret_uuid\":\"c1\"}", TAKEN_BY, new Refused("")),
                Row.creating(200, "{\"success\":false,\"secret_uuid\":\"c1\"}", TAKEN_BY, new Refused("")),
                Row.creating(409, said("Conflict"), TAKEN, new Refused("Conflict")),
                Row.writes(408, said("Slow"), new Unavailable(Cause.TIMED_OUT), OPEN),
                Row.writes(200, "{}", ODD, OPEN),
                Row.writes(200, "{\"success\":\"yes\"}", ODD, OPEN),
                new Row(200, "{\"secret_uuid\":\"c1\"}", new Refused(""), OPEN, new Refused(""), OPEN, new Refused("")),
                Row.writes(200, "", NO_JSON, OPEN),
                Row.writes(200, "nothing", NO_JSON, OPEN),
                Row.writes(200, "{\"success\":true", NO_JSON, OPEN),
                Row.writes(200, "{\"success\":true}{}", NO_JSON, OPEN),
                Row.writes(200, "7", ODD, OPEN),
                Row.writes(500, said("Secret not found"), GONE, OPEN),
                Row.writes(500, said("Internal server error"), DOWN, OPEN),
                Row.writes(502, "", DOWN, OPEN),
                Row.writes(503, "", DOWN, OPEN),
                Row.writes(504, "", DOWN, OPEN),
                Row.all(501, "", DOWN),
                Row.all(418, "", ODD),
                Row.all(301, "", new ProtocolError(Breach.REDIRECT)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAnswerMeansWhatTheTableSays(Row row) throws Exception {
        Answered answered = row.body.isEmpty() ? Answered.empty(row.status) : Answered.json(row.status, row.body);
        try (Scripted server = new Scripted(bench.threads(), answered);
                HookpulseVault vault = HookpulseConnections.open(server.address(), bench, "on");
                SecretValue value = value("t0p-s3cr3t")) {
            assertEquals(row.listed, trouble(() -> vault.list(secret -> {})), "list");
            assertEquals(row.listed, trouble(vault::greet), "greet");
            assertEquals(row.created, trouble(() -> vault.create(NewSecret.of("name", value))), "create");
            assertEquals(
                    row.read, trouble(() -> vault.valueReader().orElseThrow().read("c1")), "read");
            assertEquals(
                    row.updated, trouble(() -> vault.updater().orElseThrow().update("c1", Change.to(value))), "update");
            assertEquals(
                    row.deleted, trouble(() -> vault.deleter().orElseThrow().delete("c1")), "delete");
        }
    }

    @Test
    void everyDocumentedTextHasARow() {
        List<String> bodies = rows().stream().map(Row::body).toList();
        for (Told told : Told.values()) {
            assertEquals(
                    true,
                    bodies.stream()
                            .anyMatch(body -> body.contains("\"error\":\"")
                                    && Told.meaning(text(body)).equals(Optional.of(told))),
                    told.name());
        }
    }

    private static String text(String body) {
        String rest = body.substring(body.indexOf("\"error\":\"") + 9);
        return rest.substring(0, rest.indexOf('"'));
    }

    @ParameterizedTest
    @MethodSource("unfitValues")
    void anAnswerWithoutTheRightValueIsUnexpected(String body) throws Exception {
        try (Scripted server = new Scripted(bench.threads(), Answered.json(200, body));
                HookpulseVault vault = HookpulseConnections.open(server.address(), bench, "off")) {
            assertEquals(ODD, trouble(() -> vault.valueReader().orElseThrow().read("c1")));
        }
    }

    static List<String> unfitValues() {
        return List.of(
                "{\"success\":true}",
                "{\"success\":true,\"data\":{}}",
                "{\"success\":true,\"data\":[]}",
                "{\"success\":true,\"data\":{\"secret_value\":null,\"secret_uuid\":\"c1\"}}",
                "{\"success\":true,\"data\":{\"secret_value\":7,\"secret_uuid\":\"c1\"}}",
                "{\"success\":true,\"data\":{\"secret_value\":\"value\",\"secret_uuid\":\"c2\"}}");
    }
}
