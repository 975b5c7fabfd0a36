package dev.lockstep.remote.voximplant;

import static dev.lockstep.remote.voximplant.Practice.trouble;
import static dev.lockstep.remote.voximplant.Practice.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.VoximplantQuirk;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way to fail is told as. */
class VoximplantTroubleTest {
    private static final Trouble FAILED = new Trouble.Unavailable(Cause.SERVER_ERROR);
    private static final Trouble UNKNOWN = new Trouble.OutcomeUnknown();
    private static final Trouble LIMITED = new Trouble.RateLimited(Optional.empty());
    private static final Trouble UNEXPECTED = new Trouble.ProtocolError(Breach.UNEXPECTED);
    private static final String SAID = "'x' said so";

    /** Code, told for a list, told for a new value; the vendor's list of codes. */
    static Stream<Arguments> codes() {
        Trouble refused = new Trouble.Refused(SAID);
        Trouble unauthorized = new Trouble.Unauthorized(SAID);
        Trouble forbidden = new Trouble.Forbidden(SAID);
        Trouble upgrade = new Trouble.UpgradeNeeded(SAID);
        return Stream.of(
                Arguments.of(1, FAILED, UNKNOWN),
                Arguments.of(2, FAILED, UNKNOWN),
                Arguments.of(4, FAILED, UNKNOWN),
                Arguments.of(5, FAILED, UNKNOWN),
                Arguments.of(13, FAILED, UNKNOWN),
                Arguments.of(100, unauthorized, unauthorized),
                Arguments.of(101, refused, refused),
                Arguments.of(102, UNEXPECTED, UNEXPECTED),
                Arguments.of(103, UNEXPECTED, UNEXPECTED),
                Arguments.of(104, forbidden, forbidden),
                Arguments.of(105, UNEXPECTED, UNEXPECTED),
                Arguments.of(107, refused, refused),
                Arguments.of(115, unauthorized, unauthorized),
                Arguments.of(116, refused, refused),
                Arguments.of(127, upgrade, upgrade),
                Arguments.of(131, forbidden, forbidden),
                Arguments.of(134, refused, refused),
                Arguments.of(135, unauthorized, unauthorized),
                Arguments.of(137, unauthorized, unauthorized),
                Arguments.of(162, LIMITED, LIMITED),
                Arguments.of(281, forbidden, forbidden),
                Arguments.of(282, forbidden, forbidden),
                Arguments.of(314, LIMITED, LIMITED),
                Arguments.of(316, forbidden, forbidden),
                Arguments.of(317, upgrade, upgrade),
                Arguments.of(340, LIMITED, LIMITED),
                Arguments.of(341, new Trouble.NotFound(false), new Trouble.NotFound(false)),
                Arguments.of(416, LIMITED, LIMITED),
                Arguments.of(447, unauthorized, unauthorized),
                Arguments.of(454, unauthorized, unauthorized),
                Arguments.of(455, unauthorized, unauthorized),
                Arguments.of(456, unauthorized, unauthorized),
                Arguments.of(
                        493, new Trouble.AlreadyExists(Optional.empty()), new Trouble.AlreadyExists(Optional.empty())),
                Arguments.of(496, refused, refused),
                Arguments.of(499, refused, refused),
                Arguments.of(515, LIMITED, LIMITED),
                Arguments.of(9999, refused, refused));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasItsMeaning(int code, Trouble ofList, Trouble ofUpdate) throws Exception {
        String error = "{\"error\":{\"msg\":\"" + SAID + "\",\"code\":" + code + ",\"field_name\":\"x\"}}";
        for (int status : List.of(200, 400)) {
            try (Dialogue there = Dialogue.answering(asked -> Answered.json(status, error));
                    SecretValue value = value("v")) {
                assertEquals(ofList, trouble(there.vault::greet), "status " + status);
                assertEquals(
                        ofUpdate,
                        trouble(() -> there.vault.updater().orElseThrow().update("7", Change.to(value))),
                        "status " + status);
            }
        }
    }

    /** Status without an error of the vendor's, told for a list, told for a deletion. */
    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, new Trouble.Refused(""), new Trouble.Refused("")),
                Arguments.of(401, new Trouble.Unauthorized(""), new Trouble.Unauthorized("")),
                Arguments.of(402, new Trouble.UpgradeNeeded(""), new Trouble.UpgradeNeeded("")),
                Arguments.of(403, new Trouble.Forbidden(""), new Trouble.Forbidden("")),
                Arguments.of(404, new Trouble.NotFound(false), new Trouble.NotFound(false)),
                Arguments.of(414, new Trouble.Refused(""), new Trouble.Refused("")),
                Arguments.of(418, UNEXPECTED, UNEXPECTED),
                Arguments.of(429, LIMITED, LIMITED),
                Arguments.of(500, FAILED, UNKNOWN),
                Arguments.of(503, FAILED, UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStatusCountsWhereNoErrorIsTold(int status, Trouble ofList, Trouble ofDeletion) throws Exception {
        for (Answered answer : List.of(
                Answered.json(status, "{\"result\":1}"),
                Answered.json(status, "{"),
                Answered.empty(status),
                new Answered(
                        status, Map.of(), "text/html", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))) {
            try (Dialogue there = Dialogue.answering(asked -> answer)) {
                assertEquals(ofList, trouble(there.vault::greet));
                assertEquals(
                        ofDeletion,
                        trouble(() -> there.vault.deleter().orElseThrow().delete("7")));
            }
        }
    }

    @Test
    void anUnknownCodeLeavesTheWordToTheStatus() throws Exception {
        try (Dialogue there =
                Dialogue.answering(asked -> Answered.json(403, "{\"error\":{\"code\":4294967396,\"msg\":\"No\"}}"))) {
            assertEquals(new Trouble.Forbidden("No"), trouble(there.vault::greet));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 503})
    void whatTheErrorSaysGoesBeforeTheStatus(int status) throws Exception {
        try (Dialogue there = Dialogue.answering(
                asked -> Answered.json(status, "{\"error\":{\"code\":341,\"msg\":\"Record not found\"}}"))) {
            assertEquals(
                    new Trouble.NotFound(false),
                    trouble(() -> there.vault.deleter().orElseThrow().delete("7")));
            assertEquals(1, there.asked().size());
        }
    }

    @Test
    void aConflictWithoutACodeIsATakenNameOnlyWhereANameWasGiven() throws Exception {
        try (Dialogue there = Dialogue.answering(asked -> Answered.json(409, "{}"));
                SecretValue value = value("v")) {
            assertEquals(
                    new Trouble.AlreadyExists(Optional.empty()),
                    trouble(() -> there.vault.create(NewSecret.of("A_NAME", value))));
            assertEquals(
                    new Trouble.AlreadyExists(Optional.empty()),
                    trouble(() -> there.vault.renamer().orElseThrow().rename("7", "A_NAME")));
            assertEquals(
                    new Trouble.Refused(""),
                    trouble(() -> there.vault.updater().orElseThrow().update("7", Change.to(value))));
            assertEquals(
                    new Trouble.Refused(""),
                    trouble(() -> there.vault.deleter().orElseThrow().delete("7")));
        }
    }

    @Test
    void aRedirectIsNotFollowedWhateverItSays() throws Exception {
        try (Dialogue there = Dialogue.answering(
                asked -> Answered.json(307, "{\"result\":1}").with("Location", "http://127.0.0.1:1/"))) {
            assertEquals(new Trouble.ProtocolError(Breach.REDIRECT), trouble(there.vault::greet));
        }
    }

    @Test
    void aDeletionThatARepetitionFindsDoneIsDone() throws Exception {
        try (Practice here = Practice.with()) {
            String id = here.create("there", "v");
            here.simulator.disturb(Disturbance.RESET_AFTER);
            here.vault.deleter().orElseThrow().delete(id);
            assertEquals(List.of(), here.names());
            assertEquals(
                    new Trouble.NotFound(false),
                    trouble(() -> here.vault.deleter().orElseThrow().delete(id)));
        }
    }

    @Test
    void aChangeThatARepetitionIsRefusedForMayHaveBeenMade() throws Exception {
        try (Practice here = Practice.with();
                SecretValue value = value("new")) {
            String id = here.create("there", "v");
            here.simulator.disturb(Disturbance.RESET_AFTER, Disturbance.UNAUTHORIZED);
            assertEquals(
                    UNKNOWN, trouble(() -> here.vault.updater().orElseThrow().update(id, Change.to(value))));
            assertEquals("new", here.read(id));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{\"result\":{}}",
                "{\"result\":{\"secret_id\":0}}",
                "{\"result\":{\"secret_id\":\"7\"}}",
                "{\"result\":[]}",
                "{\"result\":[{\"secret_id\":7},{\"secret_id\":8}]}",
                "{\"result\":1",
                "{\"result\":{\"secret_id\":7}} {}",
                "{\"count\":1}",
                "{\"error\":{\"code\":\"x\"}}",
                "<html>"
            })
    void anAnswerToAWriteThatCannotBeUnderstoodLeavesItUnknown(String answer) throws Exception {
        try (Dialogue there = Dialogue.answering(answer);
                SecretValue value = value("v")) {
            assertEquals(UNKNOWN, trouble(() -> there.vault.create(NewSecret.of("a", value))));
            assertEquals(1, there.asked().size(), "a creation is not repeated blindly");
            assertEquals(
                    UNKNOWN, trouble(() -> there.vault.renamer().orElseThrow().rename("7", "b")));
            assertEquals(2, there.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":{\"secret_id\":7}}",
                "{\"result\":{\"secret_id\":8,\"secret_value\":\"v\"}}",
                "{\"result\":{\"secret_value\":\"v\"}}",
                "{\"result\":{\"secret_id\":7,\"secret_value\":null}}",
                "{\"result\":{\"secret_id\":7,\"secret_value\":1}}",
                "{\"result\":[{\"secret_id\":7,\"secret_value\":\"v\"},{\"secret_id\":8,\"secret_value\":\"w\"}]}",
                "{\"result\":\"v\"}",
                "{}"
            })
    void aValueThatIsNotTheOneAskedForIsNotHandedOut(String answer) throws Exception {
        try (Dialogue there = Dialogue.answering(answer)) {
            assertEquals(
                    UNEXPECTED,
                    trouble(() -> there.vault.valueReader().orElseThrow().read("7")));
        }
    }

    /** Told for a list, told for a creation. */
    static Stream<Arguments> disturbances() {
        Trouble forbidden = new Trouble.Forbidden("Forbidden command");
        Trouble unauthorized = new Trouble.Unauthorized("Authorization failed");
        Trouble upgrade =
                new Trouble.UpgradeNeeded("Upgrade to a paid account to use the requested resource parameter");
        Trouble taken = new Trouble.AlreadyExists(Optional.empty());
        Trouble arguments = new Trouble.Refused("Invalid arguments");
        Trouble parameter = new Trouble.Refused("'secret_name' parameter is invalid");
        Trouble noJson = new Trouble.ProtocolError(Breach.NOT_JSON);
        Trouble large = new Trouble.ProtocolError(Breach.TOO_LARGE);
        return Stream.of(
                Arguments.of(Disturbance.UNAUTHORIZED, unauthorized, unauthorized),
                Arguments.of(Disturbance.FORBIDDEN, forbidden, forbidden),
                Arguments.of(Disturbance.CONFLICT, taken, taken),
                Arguments.of(Disturbance.UNPROCESSABLE, arguments, arguments),
                Arguments.of(Disturbance.UNPROCESSABLE_OTHERWISE, parameter, parameter),
                Arguments.of(Disturbance.UPGRADE_REQUIRED, upgrade, upgrade),
                Arguments.of(Disturbance.INTERNAL_ERROR, FAILED, UNKNOWN),
                Arguments.of(Disturbance.BAD_GATEWAY, FAILED, UNKNOWN),
                Arguments.of(Disturbance.SERVICE_UNAVAILABLE, FAILED, UNKNOWN),
                Arguments.of(Disturbance.GATEWAY_TIMEOUT, FAILED, UNKNOWN),
                Arguments.of(Disturbance.RESET_BEFORE, new Trouble.Unavailable(Cause.NO_CONNECTION), UNKNOWN),
                Arguments.of(Disturbance.RESET_AFTER, new Trouble.Unavailable(Cause.NO_CONNECTION), UNKNOWN),
                Arguments.of(Disturbance.ENDLESS_BODY, large, UNKNOWN),
                Arguments.of(Disturbance.TRUNCATED, noJson, UNKNOWN),
                Arguments.of(Disturbance.HTML_PAGE, noJson, UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("disturbances")
    void everyDisturbanceEndsInItsTrouble(Disturbance disturbance, Trouble ofList, Trouble ofCreation)
            throws Exception {
        try (Practice here = Practice.with()) {
            here.create("there", "v");
            here.simulator.disturbAlways(Optional.of(disturbance));

            assertEquals(ofList, trouble(here::list));
            assertEquals(ofCreation, trouble(() -> here.create("new", "a longer value")));

            here.simulator.disturbAlways(Optional.empty());
            boolean done = disturbance == Disturbance.RESET_AFTER || disturbance == Disturbance.TRUNCATED;
            assertEquals(done ? List.of("there", "new") : List.of("there"), here.names());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ERRORS_WITH_STATUS", "MORE_FIELDS"})
    void aLimitIsToldWithItsEnd(VoximplantQuirk quirk) throws Exception {
        try (Practice here = Practice.with(quirk)) {
            here.simulator.disturbAlways(Optional.of(Disturbance.TOO_MANY));

            for (Executable call : List.<Executable>of(here::list, () -> here.create("a", "v"))) {
                Trouble.RateLimited limited = (Trouble.RateLimited) trouble(call);
                assertTrue(limited.until().isPresent());
            }
        }
    }

    @Test
    void aLimitThatIsToldInAGoodAnswerIsWaitedForAsOneInAStatus() throws Exception {
        int[] calls = {0};
        try (Dialogue there = Dialogue.answering(asked -> ++calls[0] < 3
                        ? Answered.json(200, "{\"error\":{\"code\":340,\"msg\":\"Rate limit exceeded\"}}")
                        : Answered.json(200, "{\"result\":{\"secret_id\":7}}"));
                SecretValue value = value("v")) {
            assertEquals(
                    Optional.of("7"),
                    there.vault.create(NewSecret.of("a", value)).id());
            assertEquals(3, calls[0]);
        }
    }

    @Test
    void aPassingFailureDuringAReadOrARepeatableWriteIsNotSeen() throws Exception {
        try (Practice here = Practice.with();
                SecretValue value = value("new")) {
            String id = here.create("there", "v");
            for (Disturbance passing : List.of(
                    Disturbance.INTERNAL_ERROR,
                    Disturbance.BAD_GATEWAY,
                    Disturbance.SERVICE_UNAVAILABLE,
                    Disturbance.GATEWAY_TIMEOUT)) {
                here.simulator.disturb(passing);
                assertEquals("v", here.read(id), passing.name());
            }
            here.simulator.disturb(Disturbance.RESET_AFTER);
            here.vault.updater().orElseThrow().update(id, Change.to(value));
            assertEquals("new", here.read(id));
        }
    }

    @Test
    void aListThatIsEmptyOrBehindIsHandedOverAsItIs() throws Exception {
        try (Practice here = Practice.with()) {
            here.create("one", "1");
            here.create("two", "2");

            here.simulator.disturb(Disturbance.EMPTY_LISTING);
            assertEquals(List.of(), here.names());
            here.simulator.disturb(Disturbance.STALE_LISTING);
            assertEquals(List.of("one"), here.names());
            assertEquals(List.of("one", "two"), here.names());
            here.contract.requireClean();
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TAKEN_IS_INVALID_PARAMETER", "TAKEN_IS_TOLD_IN_WORDS", "ERRORS_WITH_STATUS", "RESULT_IN_ARRAY"})
    void aTakenNameIsFoundOutHoweverItIsTold(VoximplantQuirk quirk) throws Exception {
        try (Practice here = Practice.with(quirk)) {
            String id = here.create("taken", "one");

            assertEquals(new Trouble.AlreadyExists(Optional.of(id)), trouble(() -> here.create("taken", "two")));
            assertEquals("one", here.read(id));
        }
    }

    @Test
    void aNameThatDiffersInCaseAloneIsFoundToo() throws Exception {
        try (Practice here = Practice.with(VoximplantQuirk.CASE_IS_IGNORED)) {
            String id = here.create("Taken", "one");

            assertEquals(new Trouble.AlreadyExists(Optional.of(id)), trouble(() -> here.create("TAKEN", "two")));
        }
    }

    @Test
    void ofTwoSecretsWithOneNameEachIsItsOwn() throws Exception {
        try (Practice here = Practice.with(VoximplantQuirk.TAKEN_IS_ALLOWED)) {
            String first = here.create("same", "one");
            String second = here.create("same", "two");

            here.vault.deleter().orElseThrow().delete(first);
            assertEquals("two", here.read(second));
            assertEquals(List.of("same"), here.names());
        }
    }

    @Test
    void deletingWhatIsNotThereIsNotFoundOrDone() throws Exception {
        for (VoximplantQuirk quirk : List.of(VoximplantQuirk.UNKNOWN_IS_INVALID_PARAMETER, VoximplantQuirk.NO_TOTAL)) {
            try (Practice here = Practice.with(quirk)) {
                assertEquals(
                        new Trouble.NotFound(false),
                        trouble(() -> here.vault.deleter().orElseThrow().delete("77")));
            }
        }
        try (Practice here = Practice.with(VoximplantQuirk.UNKNOWN_IS_DELETED)) {
            here.vault.deleter().orElseThrow().delete("77");
        }
    }

    @Test
    void wordsThatQuoteTheValueAreNotShown() throws Exception {
        try (Practice here = Practice.with(VoximplantQuirk.VALUE_IS_QUOTED, VoximplantQuirk.LENGTH_IN_BYTES)) {
            Trouble.Refused refused = (Trouble.Refused) trouble(() -> here.create("a", "canary-😀".repeat(1000)));

            assertEquals("", refused.told());
            assertFalse(refused.toString().contains("canary"));
        }
    }

    @Test
    void wordsAreCutAndCleaned() throws Exception {
        try (Dialogue there = Dialogue.answering(
                "{\"error\":{\"code\":104,\"msg\":\"No\\u0000\\n\\u202e" + "x".repeat(1000) + "\"}}")) {
            Trouble.Forbidden forbidden = (Trouble.Forbidden) trouble(there.vault::greet);

            assertEquals("No " + "x".repeat(297), forbidden.told());
        }
        try (Dialogue there = Dialogue.answering("{\"error\":{\"code\":100,\"msg\":\"Bad eyJhbGciOi.x.y\"}}")) {
            assertEquals(new Trouble.Unauthorized(""), trouble(there.vault::greet));
        }
    }

    @Test
    void aRenameWithoutAnAnswerIsNotRepeated() throws Exception {
        try (Practice here = Practice.with()) {
            String id = here.create("before", "v");
            here.simulator.disturb(Disturbance.RESET_AFTER);

            assertEquals(
                    UNKNOWN, trouble(() -> here.vault.renamer().orElseThrow().rename(id, "after")));
            assertEquals(List.of("after"), here.names());
        }
    }
}
