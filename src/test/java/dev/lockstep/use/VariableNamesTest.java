package dev.lockstep.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.use.VariableNames.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Under which names secrets become variables, and which cannot. */
class VariableNamesTest {
    @Test
    void aNameThatCanBeAVariableStaysAndOthersAreMapped() {
        assertEquals(
                Map.of(
                        "http_proxy",
                        "http_proxy",
                        "API_KEY",
                        "API_KEY",
                        "api-key id",
                        "API_KEY_ID",
                        "Db/pass.word",
                        "DB_PASS_WORD"),
                VariableNames.of(List.of("http_proxy", "API_KEY", "api-key id", "Db/pass.word"), "", false)
                        .variables());
    }

    @Test
    void thePrefixComesFirstAndMayMakeANameUsable() {
        VariableNames names = VariableNames.of(List.of("2fa", "PATH"), "app_", false);

        assertEquals(Map.of("2fa", "app_2fa", "PATH", "app_PATH"), names.variables());
        assertEquals(List.of(), names.problems());
    }

    @Test
    void everyUnusableNameIsTold() {
        assertEquals(
                List.of(
                        new Problem.NotPortable("2fa", "2fa"),
                        new Problem.NotPortable("größe", "GRößE"),
                        new Problem.NotPortable("", ""),
                        new Problem.NotPortable("A=B", "A=B"),
                        new Problem.Own("lockstep vault", "LOCKSTEP_VAULT"),
                        new Problem.Steering("ld_preload", "ld_preload"),
                        new Problem.Steering("PATH", "PATH")),
                VariableNames.of(List.of("2fa", "größe", "", "A=B", "lockstep vault", "ld_preload", "PATH"), "", false)
                        .problems());
    }

    @Test
    void allSecretsOfACollisionAreTold() {
        VariableNames names = VariableNames.of(List.of("a-b", "OTHER", "a.b", "A_B"), "", false);

        assertEquals(List.of(new Problem.Same(List.of("a-b", "a.b", "A_B"), "A_B")), names.problems());
        assertEquals(Map.of("OTHER", "OTHER"), names.variables());
    }

    @Test
    void caseCountsUnlessTheSystemDoesNotTellItApart() {
        assertEquals(
                List.of(), VariableNames.of(List.of("key", "KEY"), "", false).problems());
        assertEquals(
                List.of(new Problem.Same(List.of("key", "KEY"), "key")),
                VariableNames.of(List.of("key", "KEY"), "", true).problems());
    }

    @Test
    void theLanguageOfTheUserChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(
                    Map.of("api id", "API_ID", "lock-in", "LOCK_IN"),
                    VariableNames.of(List.of("api id", "lock-in"), "", true).variables());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void randomNamesComeToPortableVariablesEachOnceOrToAProblem() {
        Random random = new Random(11);
        String letters = "aAbB-_. /1ıİé=";
        for (int round = 0; round < 2000; round++) {
            Map<String, Integer> names = new HashMap<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                StringBuilder name = new StringBuilder();
                for (int j = random.nextInt(4); j >= 0; j--) {
                    name.append(letters.charAt(random.nextInt(letters.length())));
                }
                names.put(name.toString(), i);
            }
            VariableNames mapped = VariableNames.of(names.keySet(), "", false);
            assertTrue(mapped.variables().values().stream().allMatch(VariableNames::isPortable));
            assertEquals(
                    mapped.variables().size(),
                    mapped.variables().values().stream().distinct().count());
            int told = mapped.problems().stream()
                    .mapToInt(problem -> problem instanceof Problem.Same same
                            ? same.secrets().size()
                            : 1)
                    .sum();
            assertEquals(names.size(), mapped.variables().size() + told);
        }
    }
}
