package dev.lockstep.transfer.bitwarden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.Imported;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports under a password, sealed by {@code seal.py}, which stands beside them. */
class SealedExportTest {
    private static String example() throws Exception {
        return new String(Exports.content("pbkdf2.json"), StandardCharsets.UTF_8);
    }

    private static Reason refused(String text, String password) {
        return assertThrows(ImportException.class, () -> Exports.text(text, password))
                .reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbkdf2.json", "argon2id.json"})
    void theRightPasswordOpensWhatAnotherProgramSealed(String name) throws Exception {
        assertEquals(Imported.of(Exports.file("organisation.json")), Imported.of(Exports.file(name, Exports.PASSWORD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbkdf2.json", "argon2id.json"})
    void anotherPasswordDoesNot(String name) {
        assertEquals(
                Reason.WRONG_PASSWORD,
                assertThrows(ImportException.class, () -> Exports.file(name, "wrong"))
                        .reason());
    }

    @Test
    void withoutAPasswordOneIsAskedFor() throws Exception {
        assertEquals(
                Reason.PASSWORD_NEEDED,
                assertThrows(ImportException.class, () -> Exports.file("pbkdf2.json"))
                        .reason());
        assertEquals(Reason.PASSWORD_NEEDED, refused(example(), ""));
    }

    @Test
    void dataThatWereChangedAreToldFromAWrongPassword() throws Exception {
        String changed = example().replace("\"data\": \"2.EBES", "\"data\": \"2.EBET");
        assertEquals(Reason.DAMAGED, refused(changed, Exports.PASSWORD));
        String checked = example().replace("DO_NOT_EDIT\": \"2.AAEC", "DO_NOT_EDIT\": \"2.AAED");
        assertEquals(Reason.WRONG_PASSWORD, refused(checked, Exports.PASSWORD));
    }

    /** Had any of them been worked on, this would not end. */
    @ParameterizedTest
    @CsvSource({
        "0, 2000001, 0, 0, TOO_COSTLY",
        "0, 99999999999999999999999999, 0, 0, TOO_COSTLY",
        "0, 0, 0, 0, DAMAGED",
        "0, -1, 0, 0, DAMAGED",
        "0, 6e5, 0, 0, DAMAGED",
        "1, 11, 64, 4, TOO_COSTLY",
        "1, 3, 1025, 4, TOO_COSTLY",
        "1, 3, 2147483647, 4, TOO_COSTLY",
        "1, 3, 64, 17, TOO_COSTLY",
        "1, 3, 64, 0, DAMAGED",
        "1, 3, null, 4, DAMAGED",
        "2, 3, 64, 4, UNSUPPORTED",
        "null, 3, 64, 4, DAMAGED"
    })
    void costsThatNoGenuineFileAsksForAreRefusedBeforeAnyWork(
            String type, String iterations, String memory, String lanes, Reason reason) throws Exception {
        String costly = example()
                .replace("\"kdfType\": 0", "\"kdfType\": " + type)
                .replace("\"kdfIterations\": 5000", "\"kdfIterations\": " + iterations)
                .replace("\"kdfMemory\": null", "\"kdfMemory\": " + memory)
                .replace("\"kdfParallelism\": null", "\"kdfParallelism\": " + lanes);
        assertEquals(reason, refused(costly, Exports.PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"0., UNSUPPORTED", "7.AAAA, UNSUPPORTED", "AAAA, DAMAGED", "2.AAAA|AAAA, DAMAGED", "2.A|A|A, DAMAGED"})
    void whatIsSealedInAnotherWayIsRefused(String sealed, Reason reason) throws Exception {
        String other = example().replaceFirst("\"data\": \"[^\"]*\"", "\"data\": \"" + sealed.replace("$", "") + "\"");
        assertEquals(reason, refused(other, Exports.PASSWORD));
    }

    @Test
    void aFileThatLacksAPartIsDamaged() throws Exception {
        for (String name : List.of("salt", "kdfType", "kdfIterations", "encKeyValidation_DO_NOT_EDIT", "data")) {
            String without = example().replace("\"" + name + "\"", "\"x\"");
            assertEquals(Reason.DAMAGED, refused(without, Exports.PASSWORD), name);
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereIsDamaged() throws Exception {
        byte[] whole = Exports.content("pbkdf2.json");
        for (int length = 0; length < example().lastIndexOf('}'); length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            ImportException refused = assertThrows(ImportException.class, () -> Exports.bytes(cut, Optional.empty()));
            assertEquals(Reason.DAMAGED, refused.reason());
        }
    }

    @Test
    void anInterruptEndsTheDerivation() throws Exception {
        String costly = example().replace("\"kdfIterations\": 5000", "\"kdfIterations\": 2000000");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> Exports.text(costly, Exports.PASSWORD));
    }
}
