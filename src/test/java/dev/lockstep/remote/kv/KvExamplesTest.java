package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.Answered;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers as the documents of both servers show them, and requests to the byte. */
class KvExamplesTest {
    private static final String WRITTEN = """
            {"data": {"created_time": "2018-03-22T02:36:43.986212308Z",
                      "custom_metadata": {"owner": "jdoe", "mission_critical": "false"},
                      "deletion_time": "", "destroyed": false, "version": 1}}""";
    private static final String READ = """
            {"data": {"data": {"foo": "bar"},
                      "metadata": {"created_time": "2018-03-22T02:24:06.945319214Z",
                                   "custom_metadata": {"owner": "jdoe", "mission_critical": "false"},
                                   "deletion_time": "", "destroyed": false, "version": 2}}}""";
    private static final String METADATA = """
            {"data": {"cas_required": false, "created_time": "2018-03-22T02:24:06.945319214Z", "current_version": 3,
                      "delete_version_after": "3h25m19s", "max_versions": 0, "oldest_version": 0,
                      "updated_time": "2018-03-22T02:36:43.986212308Z",
                      "custom_metadata": {"foo": "abc", "bar": "123", "baz": "5c07d823-3810-48f6-a147-4c06b5219e84"},
                      "versions": {
                        "1": {"created_time": "2018-03-22T02:24:06.945319214Z", "deletion_time": "", "destroyed": false},
                        "2": {"created_time": "2018-03-22T02:36:33.954880664Z", "deletion_time": "", "destroyed": false},
                        "3": {"created_time": "2018-03-22T02:36:43.986212308Z", "deletion_time": "", "destroyed": false}}}}""";
    private static final String LIST = "{\"data\": {\"keys\": [\"foo\", \"foo-bar\", \"a.b c\", \"ключ\"]}}";

    private interface Step<T> {
        T run(RemoteVault vault) throws Exception;
    }

    private static <T> T against(String answer, List<String> requests, Step<T> step) throws Exception {
        try (Bench bench = new Bench();
                var canned = bench.canned(Answered.json(200, answer));
                RemoteVault vault = bench.open(canned, Map.of("path", "my team"), Bench.TOKEN)) {
            T told = step.run(vault);
            canned.asked()
                    .forEach(asked -> requests.add(asked.method() + " " + asked.target() + " "
                            + new String(asked.body(), StandardCharsets.UTF_8)));
            return told;
        }
    }

    @Test
    void aWriteIsSentWithItsComparisonInsideOptions() throws Exception {
        List<String> requests = new ArrayList<>();
        RemoteSecret told = against(WRITTEN, requests, vault -> Bench.create(vault, "a/b.c", "v\"\n"));
        assertEquals(
                List.of("POST /v1/secret/data/my%20team/a/b.c "
                        + "{\"data\":{\"value\":\"v\\\"\\u000a\"},\"options\":{\"cas\":0}}"),
                requests);
        assertEquals(1, told.traces().version().orElseThrow());
        assertEquals(
                Optional.of(Instant.parse("2018-03-22T02:36:43.986212308Z")),
                told.traces().modified());
    }

    @Test
    void aSecretOfTheDocumentsIsNotOneText() throws Exception {
        List<String> requests = new ArrayList<>();
        Trouble trouble = against(READ, requests, vault -> Bench.trouble(() -> Bench.read(vault, "A")));
        assertEquals(new Trouble.Refused(KvData.FOREIGN), trouble);
        assertEquals(List.of("GET /v1/secret/data/my%20team/A "), requests);
    }

    @Test
    void metadataTellsTheNewestVersion() throws Exception {
        List<String> requests = new ArrayList<>();
        RemoteSecret told = against(METADATA, requests, vault -> Bench.inspect(vault, "A"));
        assertEquals(3, told.traces().version().orElseThrow());
        assertEquals(
                Optional.of(Instant.parse("2018-03-22T02:36:43.986212308Z")),
                told.traces().modified());
        assertEquals(
                Optional.of(Instant.parse("2018-03-22T02:24:06.945319214Z")),
                told.traces().created());
        assertFalse(told.traces().deleted());
        assertEquals(Optional.empty(), told.description());
        assertEquals(List.of("GET /v1/secret/metadata/my%20team/A "), requests);
    }

    @Test
    void aDeletionTimeThatHasPassedIsADeletion() throws Exception {
        String deleted = METADATA.replace(
                "\"2018-03-22T02:36:43.986212308Z\", \"deletion_time\": \"\"",
                "\"2018-03-22T02:36:43.986212308Z\", \"deletion_time\": \"2018-03-23T02:36:43+01:00\"");
        assertTrue(against(deleted, new ArrayList<>(), vault -> Bench.inspect(vault, "A"))
                .traces()
                .deleted());
        String later = deleted.replace("2018-03-23", "9018-03-23");
        assertFalse(against(later, new ArrayList<>(), vault -> Bench.inspect(vault, "A"))
                .traces()
                .deleted());
        String destroyed = METADATA.replace("\"destroyed\": false}}}}", "\"destroyed\": true}}}}");
        assertTrue(against(destroyed, new ArrayList<>(), vault -> Bench.inspect(vault, "A"))
                .traces()
                .deleted());
    }

    @Test
    void keysAreNamesAsTheyStandThere() throws Exception {
        List<String> requests = new ArrayList<>();
        assertEquals(List.of("a.b c", "foo", "foo-bar", "ключ"), against(LIST, requests, Bench::names));
        assertEquals(List.of("GET /v1/secret/metadata/my%20team/?list=true&limit=1000 "), requests);
    }
}
