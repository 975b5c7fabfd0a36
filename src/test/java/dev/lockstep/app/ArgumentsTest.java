package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"acme.lockstep", "/somewhere/Acme keys.LOCKSTEP", "../v.LockStep", ".lockstep"})
    void theOnlyArgumentOpensTheWindowIfItEndsLikeAVault(String file) {
        assertEquals(Optional.of(Path.of(file).toAbsolutePath()), Arguments.vault(List.of(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "acme.kdbx",
                "lockstep",
                "acme.lockstep.gz",
                "-acme.lockstep",
                "--vault=acme.lockstep",
                ""
            })
    void anythingElseIsForTheCommandLine(String argument) {
        assertEquals(Optional.empty(), Arguments.vault(List.of(argument)));
    }

    @Test
    void aVaultAmongOtherArgumentsIsForTheCommandLine() {
        assertEquals(Optional.empty(), Arguments.vault(List.of()));
        assertEquals(Optional.empty(), Arguments.vault(List.of("list", "acme.lockstep")));
        assertEquals(Optional.empty(), Arguments.vault(List.of("acme.lockstep", "other.lockstep")));
    }

    @Test
    void whatCannotBeTheNameOfAFileIsForTheCommandLine() {
        assertEquals(Optional.empty(), Arguments.vault(List.of("no\0name.lockstep")));
    }
}
