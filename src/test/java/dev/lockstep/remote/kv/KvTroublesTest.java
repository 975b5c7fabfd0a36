package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.practice.Answered;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What each answer is taken for, row by row; the texts are the servers' own. */
class KvTroublesTest {
    private static final String DELETED =
            "{\"data\":{\"data\":null,\"metadata\":{\"created_time\":\"2018-03-22T02:24:06.945319214Z\","
                    + "\"deletion_time\":\"2018-03-22T02:36:43.986212308Z\",\"destroyed\":false,\"version\":2}}}";
    private static final String DESTROYED =
            "{\"data\":{\"data\":null,\"metadata\":{\"created_time\":\"2018-03-22T02:24:06.945319214Z\","
                    + "\"deletion_time\":\"\",\"destroyed\":true,\"version\":2}}}";
    private static final String NO_ROUTE = "no handler for route \"kv/data/a\". route entry not found.";

    private interface Step {
        void run(RemoteVault vault) throws RemoteException;
    }

    private static final Step READ = vault -> Bench.read(vault, "A");
    private static final Step INSPECT = vault -> Bench.inspect(vault, "A");
    private static final Step LIST = Bench::names;
    private static final Step CREATE = vault -> Bench.create(vault, "A", "\u00a7");
    private static final Step DELETE = vault -> Bench.delete(vault, "A");
    private static final Step UPDATE = vault -> Bench.update(vault, "A", "\u00a7", OptionalLong.of(1));

    private static Answered errors(int status, String... errors) {
        List<String> quoted = new ArrayList<>();
        for (String error : errors) {
            quoted.add("\"" + error.replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"");
        }
        return Answered.json(status, "{\"errors\":[" + String.join(",", quoted) + "]}");
    }

    private static Answered page(int status) {
        return new Answered(status, Map.of(), "text/html", "<html>Error</html>".getBytes(StandardCharsets.UTF_8));
    }

    private static void row(Trouble expected, Answered answer, Step... steps) throws Exception {
        try (Bench bench = new Bench();
                var canned = bench.canned(answer);
                RemoteVault vault = bench.open(canned, Map.of(), Bench.TOKEN)) {
            for (Step step : steps) {
                String row = answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
                assertEquals(expected, Bench.trouble(() -> step.run(vault)), row);
            }
        }
    }

    @Test
    void badRequestsAreRefusedUnlessTheVersionDidNotMatch() throws Exception {
        String required = "check-and-set parameter required for this call";
        row(new Trouble.Refused(required), errors(400, required), READ, INSPECT, LIST, CREATE, DELETE, UPDATE);
        row(
                new Trouble.Refused("error parsing check-and-set parameter"),
                errors(400, "error parsing check-and-set parameter"),
                CREATE);
        row(new Trouble.Refused("one; two"), errors(400, "one", "two"), CREATE);
        row(new Trouble.Refused(""), page(400), CREATE);
        row(
                new Trouble.ChangedMeanwhile(),
                errors(400, "check-and-set parameter did not match the current version"),
                READ);
    }

    @Test
    void missingRightsAreForbiddenWhereTheTokenIsGood() throws Exception {
        row(
                new Trouble.Forbidden("1 error occurred: * permission denied"),
                errors(403, "1 error occurred:\n\t* permission denied\n\n"),
                READ,
                INSPECT,
                LIST,
                CREATE,
                DELETE,
                UPDATE);
        row(new Trouble.Forbidden("permission denied"), errors(403, "permission denied"), READ);
        row(new Trouble.Forbidden(""), page(403), READ, CREATE);
    }

    @Test
    void aBadTokenIsUnauthorized() throws Exception {
        for (String text : List.of("invalid token", "bad token", "missing client token")) {
            row(new Trouble.Unauthorized(text), errors(403, text), READ, LIST, CREATE);
        }
        row(new Trouble.Unauthorized("x"), errors(401, "x"), READ);
    }

    @Test
    void notFoundHasThreeMeanings() throws Exception {
        row(new Trouble.NotFound(false), errors(404), READ, INSPECT, DELETE, UPDATE, CREATE);
        row(new Trouble.NotFound(true), Answered.json(404, DELETED), READ, UPDATE);
        row(new Trouble.NotFound(true), Answered.json(404, DESTROYED), READ, UPDATE);
        row(new Trouble.Refused(NO_ROUTE), errors(404, NO_ROUTE), READ, INSPECT, LIST, CREATE, DELETE, UPDATE);
        row(new Trouble.ProtocolError(Breach.NOT_JSON), page(404), READ, INSPECT, LIST, CREATE, DELETE, UPDATE);
        row(new Trouble.ProtocolError(Breach.NOT_JSON), Answered.json(404, "{}"), READ, LIST);
        row(new Trouble.ProtocolError(Breach.UNEXPECTED), Answered.json(404, DELETED), LIST);
    }

    @Test
    void otherStatusesOfTheClient() throws Exception {
        row(new Trouble.Refused("unsupported operation"), errors(405, "unsupported operation"), READ, CREATE, LIST);
        row(new Trouble.Refused("PATCH"), errors(415, "PATCH"), CREATE);
        row(new Trouble.Refused("too large"), errors(413, "too large"), CREATE);
        row(new Trouble.Unavailable(Cause.SERVER_ERROR), errors(412, "required index state not present"), READ, CREATE);
        row(new Trouble.RateLimited(Optional.empty()), errors(429, "rate limit quota exceeded"), READ, CREATE, LIST);
        row(
                new Trouble.ProtocolError(Breach.REDIRECT),
                new Answered(307, Map.of("Location", "http://127.0.0.1:9/"), "", new byte[0]),
                READ,
                CREATE);
    }

    @Test
    void aSealedServerIsSaidToBeSealed() throws Exception {
        Answered sealed = Answered.json(503, "{\"errors\":[\"Vault is sealed\"],\"sealed\":true}");
        row(new Trouble.Unavailable(Cause.SEALED), sealed, READ, INSPECT, LIST, CREATE, DELETE, UPDATE);
        row(new Trouble.Unavailable(Cause.SERVER_ERROR), errors(503, "no backend"), READ, LIST);
        row(new Trouble.Unavailable(Cause.SERVER_ERROR), page(503), READ, INSPECT, LIST);
    }

    @Test
    void whatFailsWhileReadingIsUnavailableAndWhileWritingUnknown() throws Exception {
        for (int status : new int[] {500, 502, 504}) {
            row(new Trouble.Unavailable(Cause.SERVER_ERROR), errors(status, "x"), READ, INSPECT, LIST, UPDATE);
            row(new Trouble.OutcomeUnknown(), errors(status, "x"), CREATE);
        }
        row(new Trouble.OutcomeUnknown(), page(503), CREATE);
        row(new Trouble.OutcomeUnknown(), errors(503, "no backend"), CREATE);
    }

    @Test
    void successThatSaysSomethingElseIsABreachAndAfterAWriteUnknown() throws Exception {
        Answered html = page(200);
        row(new Trouble.ProtocolError(Breach.NOT_JSON), html, READ, INSPECT, LIST);
        row(new Trouble.OutcomeUnknown(), html, CREATE);
        row(new Trouble.OutcomeUnknown(), Answered.empty(204), CREATE);
        for (String body :
                List.of("{}", "{\"data\":{}}", "{\"data\":null}", "{\"data\":[]}", "[]", "{\"data\":\"x\"}")) {
            row(new Trouble.ProtocolError(Breach.UNEXPECTED), Answered.json(200, body), READ, INSPECT, LIST);
            row(new Trouble.OutcomeUnknown(), Answered.json(200, body), CREATE);
        }
        row(new Trouble.ProtocolError(Breach.NOT_JSON), Answered.json(200, "{\"data\":{\"data\":{\"value\":\"v"), READ);
        row(new Trouble.ProtocolError(Breach.UNEXPECTED), Answered.json(200, "{\"data\":{\"keys\":[7]}}"), LIST);
        row(
                new Trouble.ProtocolError(Breach.TOO_DEEP),
                Answered.json(200, "{\"x\":" + "[".repeat(100_000)),
                READ,
                INSPECT);
        row(
                new Trouble.ProtocolError(Breach.UNEXPECTED),
                Answered.json(200, "{\"data\":{\"current_version\":1,\"created_time\":\"yesterday\"}}"),
                INSPECT);
        row(
                new Trouble.ProtocolError(Breach.UNEXPECTED),
                Answered.json(200, "{\"data\":{\"current_version\":1,\"versions\":{\"x\":{}}}}"),
                INSPECT);
    }
}
