package dev.lockstep.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureWordsTest {
    private static final KdfParameters WEAK = new KdfParameters(1024, 1, 1);

    @Test
    void everyFailureIsAmongThoseLookedAt() {
        Set<Class<?>> seen = new HashSet<>();
        all().forEach(failure -> seen.add(failure.getClass()));

        assertEquals(Set.of(Failure.class.getPermittedSubclasses()), seen);
    }

    @Test
    void everyFailureHasItsOwnWords() {
        Set<String> what = new HashSet<>();
        for (Failure failure : all()) {
            assertTrue(what.add(FailureWords.of(failure).what()), failure + " shares its words with another failure");
        }
    }

    @Test
    void everyFailureSaysWhatHappenedWhatItMeansAndWhatToDo() {
        for (Failure failure : all()) {
            FailureWords words = FailureWords.of(failure);
            for (String text : List.of(words.what(), words.meaning(), words.advice())) {
                assertFalse(text.isBlank() || text.contains("{") || text.contains("''"), failure + ": " + text);
            }
            assertTrue(words.code().matches("VAULT(-[A-Z]+)+"), words.code());
        }
    }

    @Test
    void everyKindOfFailureHasItsOwnCode() {
        Set<String> codes = new HashSet<>();
        all().forEach(failure -> codes.add(FailureWords.of(failure).code()));

        assertEquals(Failure.class.getPermittedSubclasses().length, codes.size());
    }

    @Test
    void theFormatsAndTheRefusedCostAreNamed() {
        assertTrue(FailureWords.of(new Failure.NewerFormat(7, 1)).meaning().contains("format 7"));
        assertTrue(FailureWords.of(new Failure.KdfRefused(WEAK)).meaning().contains("1 MiB"));
        assertTrue(FailureWords.of(new Failure.TooLarge(Failure.Field.VALUE, 1 << 20))
                .meaning()
                .contains("1,048,576 bytes"));
    }

    @Test
    void anExceptionOfTheVaultIsToldByItsFailure() {
        assertEquals(
                FailureWords.of(new Failure.DiskFull()), FailureWords.of(new VaultException(new Failure.DiskFull())));
    }

    @Test
    void anUnexpectedExceptionTellsNothingOfItsMessage() {
        FailureWords words = FailureWords.of(new IllegalStateException("sk_live_canary"));

        assertEquals("UNEXPECTED", words.code());
        assertFalse(words.toString().contains("canary"));
        assertEquals(words, FailureWords.of(new NullPointerException()));
    }

    private static List<Failure> all() {
        List<Failure> found = new ArrayList<>(List.of(
                new Failure.WrongPassword(),
                new Failure.RecoveryCodeMistyped(),
                new Failure.FileMissing(),
                new Failure.FileExists(),
                new Failure.NoPermission(),
                new Failure.NotAVault(),
                new Failure.OlderFormat(),
                new Failure.LastWay(),
                new Failure.KeyFileMissing(),
                new Failure.KeyFileDamaged(),
                new Failure.NewerFormat(2, 1),
                new Failure.KdfRefused(WEAK),
                new Failure.FileDamaged(),
                new Failure.CheckFailed(3),
                new Failure.Busy(),
                new Failure.AppliedElsewhere(),
                new Failure.ReadOnly(),
                new Failure.DiskFull(),
                new Failure.InputOutput(),
                new Failure.NameTaken(),
                new Failure.ChangedMeanwhile(),
                new Failure.Gone(),
                new Failure.FormerValueGone(),
                new Failure.CollectionNotEmpty(),
                new Failure.CollectionHasRemotes(),
                new Failure.PlaceTaken(),
                new Failure.Locked()));
        Stream.of(Failure.Part.values()).map(Failure.PartDamaged::new).forEach(found::add);
        Stream.of(Failure.Part.values()).map(Failure.SetChanged::new).forEach(found::add);
        Stream.of(Failure.Field.values())
                .map(field -> new Failure.TooLarge(field, 64))
                .forEach(found::add);
        Stream.of(Failure.Field.values()).map(Failure.HalfCharacter::new).forEach(found::add);
        return found;
    }
}
