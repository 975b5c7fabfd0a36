package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of a vendor's statuses and texts. */
class WordingTest {
    @Test
    void everyStatusIsOneTrouble() {
        Map<Trouble, List<Integer>> expected = Map.ofEntries(
                Map.entry(new Trouble.Refused("told"), List.of(400, 405, 406, 409, 411, 413, 414, 415, 422, 431)),
                Map.entry(new Trouble.Unauthorized("told"), List.of(401)),
                Map.entry(new Trouble.Forbidden("told"), List.of(403)),
                Map.entry(new Trouble.UpgradeNeeded("told"), List.of(402, 426)),
                Map.entry(new Trouble.NotFound(false), List.of(404, 410)),
                Map.entry(new Trouble.ChangedMeanwhile(), List.of(412)),
                Map.entry(new Trouble.Unavailable(Cause.TIMED_OUT), List.of(408)),
                Map.entry(new Trouble.Unavailable(Cause.SERVER_ERROR), List.of(500, 501, 502, 503, 504, 507, 599)),
                Map.entry(new Trouble.ProtocolError(Breach.UNEXPECTED), List.of(100, 206, 304, 418, 451, 499)));
        expected.forEach((trouble, statuses) -> statuses.forEach(status -> {
            assertEquals(trouble, Statuses.trouble(status, "told").trouble(), "status " + status);
            Trouble naming = status == 409 ? new Trouble.AlreadyExists(Optional.empty()) : trouble;
            assertEquals(naming, Statuses.naming(status, "told").trouble(), "status " + status);
        }));
    }

    @Test
    void aTextIsMadeOneLineWithoutInvisibleCharacters() {
        assertEquals("two lines", VendorText.clean("two\nlines\r\n"));
        assertEquals("ab", VendorText.clean("a\0\u0007\u001b\u007f\u0085b"));
        assertEquals("moc.live", VendorText.clean("\u202emoc.live\u202c"), "no turning of the direction");
        assertEquals("ab", VendorText.clean("a\u200b\u2060\ufeff\u00ad\u2066b"));
        assertEquals("a b c", VendorText.clean("a\u2028b\u2029c"));
        assertEquals("ab", VendorText.clean("a\ud800\ue000\uffffb"));
        assertEquals("übergroß 名前 \ud83d\ude00", VendorText.clean("übergroß 名前 \ud83d\ude00"));
        assertEquals("", VendorText.clean("\n\t "));
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String cut = VendorText.clean("\ud83d\ude00".repeat(1_000_000));
        assertEquals(VendorText.MOST, cut.codePointCount(0, cut.length()));
        assertTrue(VendorText.clean("\u200b".repeat(1_000_000) + "late").isEmpty());
    }

    @Test
    void aTextThatRepeatsASecretIsWithheld() {
        try (SecretValue secret = SecretValue.taking("sk_live_0123456789".getBytes(StandardCharsets.UTF_8));
                SecretValue brief = SecretValue.taking("hü".getBytes(StandardCharsets.UTF_8));
                SecretValue none = SecretValue.taking(new byte[0])) {
            assertEquals("", VendorText.cleanWithout("'sk_live_0123456789' is invalid", secret));
            assertEquals("", VendorText.cleanWithout("value \"ve_01234...\" is invalid", secret));
            assertEquals("Value is\tinvalid".replace('\t', ' '), VendorText.cleanWithout("Value is\tinvalid", secret));
            assertEquals("sk_live", VendorText.cleanWithout("sk_live", secret));
            assertEquals("", VendorText.cleanWithout("no hü here", secret, brief));
            assertEquals("no hu here", VendorText.cleanWithout("no hu here", brief, none));
            assertEquals("", VendorText.cleanWithout("", secret));
        }
    }
}
