package dev.lockstep.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keystore of Linux against a real Secret Service. */
class SecretServiceTest {
    private static final String VAULT = "000102030405060708090a0b0c0d0e0f";
    private static final String OTHER = "f0e0d0c0b0a090807060504030201000";
    private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);
    private static final String NEXT = "ff".repeat(32);

    @TempDir
    private Path folder;

    private DesktopSession session;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(DesktopSession.isPossible(), () -> "needs " + DesktopSession.PROGRAMS);
        session = new DesktopSession(folder);
    }

    @Test
    void aKeyIsKeptForItsVaultReplacedAndForgotten() throws Exception {
        List<String> said = session.unlocked()
                .trial("available", "read:" + VAULT, "delete:" + VAULT, "store:" + VAULT + ":" + KEY)
                .trial("read:" + VAULT, "read:" + OTHER, "store:" + VAULT + ":" + NEXT, "read:" + VAULT)
                .trial("delete:" + VAULT, "read:" + VAULT)
                .run();

        assertEquals(
                List.of(
                        "SECRET_SERVICE true",
                        "none",
                        "deleted",
                        "stored",
                        KEY,
                        "none",
                        "stored",
                        NEXT,
                        "deleted",
                        "none"),
                said);
    }

    @Test
    void anotherProgramFindsTheKeyAsBase64UnderServiceAndAccount() throws Exception {
        List<String> said = session.unlocked()
                .trial("store:" + VAULT + ":" + KEY)
                .shell("secret-tool lookup service Lockstep account " + VAULT)
                .run();

        assertEquals(List.of("stored", "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8="), said);
    }

    @Test
    void whatAnotherProgramPutThereIsNoKey() throws Exception {
        String put =
                "printf '%s' | secret-tool store --label=x xdg:schema dev.lockstep.VaultKey service Lockstep account "
                        + VAULT;
        List<String> said = session.unlocked()
                .shell(put.formatted("hello"))
                .trial("read:" + VAULT)
                .shell(put.formatted("A".repeat(5000)))
                .trial("read:" + VAULT, "store:" + VAULT + ":" + KEY, "read:" + VAULT)
                .run();

        assertEquals(List.of("NOT_A_KEY", "NOT_A_KEY", "stored", KEY), said);
    }

    @Test
    void aKeyringThatStaysLockedRefuses() throws Exception {
        List<String> said = session.unlocked()
                .trial("store:" + VAULT + ":" + KEY)
                .lock()
                .trial("available", "read:" + VAULT, "store:" + VAULT + ":" + NEXT, "delete:" + VAULT, "read:" + OTHER)
                .run();

        assertEquals(List.of("stored", "SECRET_SERVICE true", "REFUSED", "REFUSED", "REFUSED", "none"), said);
    }

    @Test
    void aQuestionThatNobodyAnswersIsNotWaitedForAndTheNextOneGetsItsAnswer() throws Exception {
        List<String> said = session.deafPrompter()
                .unlocked()
                .trial("store:" + VAULT + ":" + KEY)
                .lock()
                .trial("within:1", "read:" + VAULT, "within:20", "available", "read:" + VAULT, "read:" + OTHER)
                .run();

        assertEquals(List.of("stored", "PT1S", "NO_ANSWER", "PT20S", "SECRET_SERVICE true", "REFUSED", "none"), said);
    }

    @Test
    void withoutABusThereIsNoKeystore() throws Exception {
        List<String> said = session.trial("available", "read:" + VAULT, "store:" + VAULT + ":" + KEY, "delete:" + VAULT)
                .runWithoutBus();

        assertEquals(List.of("SECRET_SERVICE false", "UNAVAILABLE", "UNAVAILABLE", "UNAVAILABLE"), said);
    }
}
