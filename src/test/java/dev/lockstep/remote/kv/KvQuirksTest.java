package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.KvQuirk;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every variant of a server, and every trouble that it can make. */
class KvQuirksTest {
    /** What takes rights away, so that a life cannot be led to its end. */
    private static final Set<KvQuirk> TAKEN_AWAY =
            EnumSet.of(KvQuirk.READ_ONLY, KvQuirk.WRITE_ONLY, KvQuirk.METADATA_KEPT_BACK);

    @ParameterizedTest
    @EnumSource(KvQuirk.class)
    void aSecretLivesOnEveryServer(KvQuirk quirk) throws Exception {
        if (TAKEN_AWAY.contains(quirk)) {
            return;
        }
        try (Bench bench = new Bench(quirk);
                SecretValue value = Bench.value("one")) {
            for (RemoteVault vault : List.of(bench.open(), bench.openAsRole())) {
                boolean told = quirk != KvQuirk.SYSTEM_KEPT_BACK;
                assertEquals(
                        told ? Rights.READS_AND_WRITES : Rights.READS,
                        vault.greet().rights());
                var made = vault.create(new NewSecret("a/A", value, Optional.of("d"), Optional.empty()));
                assertEquals(Optional.of("d"), made.description());
                assertEquals("one", Bench.read(vault, "a/A"));
                Bench.update(
                        vault,
                        "a/A",
                        "two",
                        OptionalLong.of(made.traces().version().orElseThrow()));
                assertEquals(List.of("a/A"), Bench.names(vault));
                assertFalse(Bench.inspect(vault, "a/A").traces().deleted());
                Bench.delete(vault, "a/A");
                assertTrue(Bench.inspect(vault, "a/A").traces().deleted());
                assertEquals(new Trouble.NotFound(true), Bench.trouble(() -> Bench.read(vault, "a/A")));
            }
        }
    }

    @Test
    void aTokenThatReadsOnlyIsSaidToReadOnly() throws Exception {
        try (Bench bench = new Bench(KvQuirk.READ_ONLY)) {
            RemoteVault vault = bench.open();
            assertEquals(Rights.READS_ONLY, vault.greet().rights());
            assertTrue(Bench.trouble(() -> Bench.create(vault, "A", "v")) instanceof Trouble.Forbidden);
        }
    }

    @Test
    void aTokenThatMayNotListIsForbiddenOrSeesAMountThatIsEmpty() throws Exception {
        try (Bench bench = new Bench(KvQuirk.WRITE_ONLY)) {
            RemoteVault vault = bench.open();
            assertTrue(Bench.trouble(vault::greet) instanceof Trouble.Forbidden);
            assertTrue(Bench.trouble(() -> Bench.names(vault)) instanceof Trouble.Forbidden);
            Bench.create(vault, "A", "v");
            assertEquals(
                    new Trouble.AlreadyExists(Optional.of("A")), Bench.trouble(() -> Bench.create(vault, "A", "w")));
            assertTrue(
                    Bench.trouble(() -> Bench.update(vault, "A", "w", OptionalLong.of(1)))
                            instanceof Trouble.Forbidden);
        }
        try (Bench bench = new Bench(KvQuirk.WRITE_ONLY, KvQuirk.UNSEEN_IS_ABSENT)) {
            RemoteVault vault = bench.open();
            Bench.create(vault, "A", "v");
            assertEquals(List.of(), Bench.names(vault));
            assertEquals(new Trouble.NotFound(false), Bench.trouble(() -> Bench.read(vault, "A")));
            assertEquals(
                    new Trouble.AlreadyExists(Optional.of("A")), Bench.trouble(() -> Bench.create(vault, "A", "w")));
        }
    }

    @Test
    void aValueIsWrittenWhereItsMetadataIsKeptBackAndTheAnswerHasNoDescription() throws Exception {
        try (Bench bench = new Bench(KvQuirk.METADATA_KEPT_BACK);
                SecretValue value = Bench.value("one")) {
            RemoteVault vault = bench.open();
            var made = vault.create(new NewSecret("A", value, Optional.of("d"), Optional.empty()));
            assertEquals(Optional.empty(), made.description());
            assertEquals("one", Bench.read(vault, "A"));
            assertTrue(Bench.trouble(() -> Bench.inspect(vault, "A")) instanceof Trouble.Forbidden);
            assertTrue(Bench.trouble(() -> Bench.delete(vault, "A")) instanceof Trouble.Forbidden);
        }
    }

    @Test
    void aMountOfVersionOneIsSaidToBeAnother() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open(bench.server, Map.of("mount", "legacy"), Bench.TOKEN);
            assertEquals(new Trouble.Refused(KvGreeting.OTHER_ENGINE), Bench.trouble(vault::greet));
            RemoteVault none = bench.open(bench.server, Map.of("mount", "none"), Bench.TOKEN);
            assertTrue(Bench.trouble(none::greet) instanceof Trouble.Refused told
                    && told.told().contains("no handler for route"));
            RemoteVault space = bench.open(bench.server, Map.of("namespace", "team-b"), Bench.TOKEN);
            assertTrue(Bench.trouble(space::greet) instanceof Trouble.Refused);
        }
    }

    @Test
    void aSealedServerIsSaidToBeSealedAtEveryCall() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            Bench.create(vault, "A", "v");
            bench.server.seal(true);
            Trouble sealed = new Trouble.Unavailable(Cause.SEALED);
            assertEquals(sealed, Bench.trouble(vault::greet));
            assertEquals(sealed, Bench.trouble(() -> Bench.names(vault)));
            assertEquals(sealed, Bench.trouble(() -> Bench.read(vault, "A")));
            assertEquals(sealed, Bench.trouble(() -> Bench.create(vault, "B", "v")));
            assertEquals(sealed, Bench.trouble(() -> Bench.update(vault, "A", "v", OptionalLong.empty())));
            assertEquals(sealed, Bench.trouble(() -> Bench.delete(vault, "A")));
            assertEquals(sealed, Bench.trouble(() -> Bench.names(bench.openAsRole())));
        }
    }

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void everyTroubleEndsInItsAnswer(Disturbance disturbance) throws Exception {
        Trouble ofReading = ofReading(disturbance);
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            Bench.create(vault, "A", "one");
            bench.server.disturbAlways(Optional.of(disturbance));
            if (disturbance == Disturbance.EMPTY_LISTING || disturbance == Disturbance.STALE_LISTING) {
                assertEquals(List.of(), Bench.names(vault));
                assertEquals("one", Bench.read(vault, "A"));
                return;
            }
            assertEquals(ofReading, sameKind(ofReading, Bench.trouble(() -> Bench.read(vault, "A"))));
            Trouble ofWriting = ofWriting(disturbance, ofReading);
            assertEquals(ofWriting, sameKind(ofWriting, Bench.trouble(() -> Bench.create(vault, "B", "v"))));
        }
    }

    /** The texts are the servers' own and looked at elsewhere. */
    private static Trouble sameKind(Trouble expected, Trouble found) {
        boolean told = expected instanceof Trouble.Refused
                || expected instanceof Trouble.Forbidden
                || expected instanceof Trouble.Unauthorized
                || expected instanceof Trouble.RateLimited;
        return told && expected.getClass() == found.getClass() ? expected : found;
    }

    private static Trouble ofReading(Disturbance disturbance) {
        return switch (disturbance) {
            case UNAUTHORIZED, FORBIDDEN -> new Trouble.Unauthorized("");
            case CONFLICT -> new Trouble.ChangedMeanwhile();
            case UNPROCESSABLE, UNPROCESSABLE_OTHERWISE, UPGRADE_REQUIRED -> new Trouble.Refused("");
            case TOO_MANY -> new Trouble.RateLimited(Optional.empty());
            case INTERNAL_ERROR, BAD_GATEWAY, GATEWAY_TIMEOUT -> new Trouble.Unavailable(Cause.SERVER_ERROR);
            case SERVICE_UNAVAILABLE -> new Trouble.Unavailable(Cause.SEALED);
            case RESET_BEFORE, RESET_AFTER -> new Trouble.Unavailable(Cause.NO_CONNECTION);
            case ENDLESS_BODY -> new Trouble.ProtocolError(Breach.TOO_LARGE);
            case TRUNCATED, HTML_PAGE, EMPTY_LISTING, STALE_LISTING -> new Trouble.ProtocolError(Breach.NOT_JSON);
        };
    }

    private static Trouble ofWriting(Disturbance disturbance, Trouble ofReading) {
        return switch (disturbance) {
            case CONFLICT -> new Trouble.AlreadyExists(Optional.of("B"));
            case INTERNAL_ERROR,
                    BAD_GATEWAY,
                    GATEWAY_TIMEOUT,
                    RESET_BEFORE,
                    RESET_AFTER,
                    ENDLESS_BODY,
                    TRUNCATED,
                    HTML_PAGE -> new Trouble.OutcomeUnknown();
            default -> ofReading;
        };
    }

    @Test
    void aTroubleThatPassesIsNotNoticed() throws Exception {
        for (Disturbance passing : List.of(
                Disturbance.BAD_GATEWAY,
                Disturbance.GATEWAY_TIMEOUT,
                Disturbance.RESET_BEFORE,
                Disturbance.RESET_AFTER)) {
            try (Bench bench = new Bench()) {
                RemoteVault vault = bench.open();
                Bench.create(vault, "A", "one");
                bench.server.disturb(passing);
                assertEquals("one", Bench.read(vault, "A"));
                bench.server.disturb(passing);
                assertEquals(List.of("A"), Bench.names(vault));
            }
        }
    }

    @Test
    void aLostAnswerToAWriteIsFoundOutByItsVersion() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            bench.server.disturb(Disturbance.RESET_AFTER);
            assertEquals(new Trouble.OutcomeUnknown(), Bench.trouble(() -> Bench.create(vault, "A", "one")));
            assertEquals(1, Bench.inspect(vault, "A").traces().version().orElseThrow());
            bench.server.disturb(Disturbance.RESET_BEFORE);
            assertEquals(new Trouble.OutcomeUnknown(), Bench.trouble(() -> Bench.create(vault, "B", "one")));
            assertEquals(new Trouble.NotFound(false), Bench.trouble(() -> Bench.inspect(vault, "B")));
        }
    }
}
