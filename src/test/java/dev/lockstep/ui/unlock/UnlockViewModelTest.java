package dev.lockstep.ui.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.Vaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockViewModelTest {
    private static final KdfParameters CHEAP = new KdfParameters(19 * 1024, 1, 1);
    private static final String PASSWORD = "correct horse battery";

    private final Vaults vaults = new Vaults(Clock.systemUTC(), new SecureRandom(), TestState.FOLDER);
    private final SecretValue code = vaults.newRecoveryCode();
    private final List<OpenVault> opened = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void createVault() throws Exception {
        file = folder.resolve("Acme.lockstep");
        try (SecretBuffer typed = typed(PASSWORD);
                Passphrase passphrase = Passphrase.of(typed)) {
            vaults.create(file, passphrase, code, CHEAP, "General").close();
        }
    }

    @AfterEach
    void closeVaults() {
        opened.forEach(OpenVault::close);
    }

    @Test
    void theRightPasswordOpensTheVault() {
        UnlockViewModel unlock = unlock(file);

        unlock.unlock(typed(PASSWORD));

        assertEquals("Acme", opened.getFirst().name());
        assertInstanceOf(
                UnlockViewModel.State.Ended.class, unlock.stateProperty().get());
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneStillOpens() {
        UnlockViewModel unlock = unlock(file);

        unlock.unlock(typed("correct horse batterie"));

        var refused = assertInstanceOf(
                UnlockViewModel.State.Refused.class, unlock.stateProperty().get());
        assertEquals("VAULT-WRONG-PASSWORD", refused.words().code());
        assertFalse(refused.keep());
        unlock.unlock(typed(PASSWORD));
        assertEquals(1, opened.size());
    }

    @Test
    void nothingTypedIsNoAttempt() {
        UnlockViewModel unlock = unlock(file);

        unlock.unlock(typed(""));

        assertInstanceOf(
                UnlockViewModel.State.Ready.class, unlock.stateProperty().get());
    }

    @Test
    void theRecoveryCodeOpensTheVault() {
        UnlockViewModel unlock = unlock(file);
        SecretBuffer typed = new SecretBuffer(200);
        assertTrue(typed.load(code));

        unlock.ask(true);
        unlock.unlock(typed);

        assertEquals(1, opened.size());
    }

    @Test
    void aMistypedRecoveryCodeIsKeptForCorrection() {
        UnlockViewModel unlock = unlock(file);

        unlock.ask(true);
        unlock.unlock(typed("ABCD-EFGH"));

        var refused = assertInstanceOf(
                UnlockViewModel.State.Refused.class, unlock.stateProperty().get());
        assertEquals("VAULT-CODE-MISTYPED", refused.words().code());
        assertTrue(refused.keep());
    }

    @Test
    void theRecoveryCodeOfAnotherVaultHasItsOwnWords() {
        UnlockViewModel unlock = unlock(file);
        SecretBuffer typed = new SecretBuffer(200);
        assertTrue(typed.load(vaults.newRecoveryCode()));

        unlock.ask(true);
        unlock.unlock(typed);

        var refused = assertInstanceOf(
                UnlockViewModel.State.Refused.class, unlock.stateProperty().get());
        assertEquals("VAULT-WRONG-CODE", refused.words().code());
        unlock.ask(false);
        assertInstanceOf(
                UnlockViewModel.State.Ready.class, unlock.stateProperty().get());
    }

    @Test
    void aMissingFileIsSaidAtOnceAndOpensWhenItIsBack() throws Exception {
        Path away = Files.move(file, folder.resolve("away"));
        UnlockViewModel unlock = unlock(file);

        var broken = assertInstanceOf(
                UnlockViewModel.State.Broken.class, unlock.stateProperty().get());
        assertEquals("VAULT-FILE-MISSING", broken.words().code());
        Files.move(away, file);
        unlock.retry();
        unlock.unlock(typed(PASSWORD));
        assertEquals(1, opened.size());
    }

    @Test
    void aFileThatIsNoVaultIsSaidAtOnce() throws Exception {
        UnlockViewModel unlock = unlock(Files.writeString(folder.resolve("x.lockstep"), "KEY=value\n".repeat(100)));

        var broken = assertInstanceOf(
                UnlockViewModel.State.Broken.class, unlock.stateProperty().get());
        assertEquals("VAULT-NOT-A-VAULT", broken.words().code());
    }

    @Test
    void aPasswordTypedBeforeTheFileIsOpenIsUsedThen() {
        UnlockViewModel unlock = unlock(file, waiting::add);

        unlock.unlock(typed(PASSWORD));
        assertInstanceOf(
                UnlockViewModel.State.Working.class, unlock.stateProperty().get());
        workOff();

        assertEquals(1, opened.size());
    }

    @Test
    void aCancelledAttemptDoesNotOpenTheVaultAndTheNextOneDoes() {
        UnlockViewModel unlock = unlock(file, waiting::add);
        workOff();

        unlock.unlock(typed(PASSWORD));
        unlock.cancel();
        workOff();

        assertInstanceOf(
                UnlockViewModel.State.Ready.class, unlock.stateProperty().get());
        assertEquals(List.of(), opened);
        unlock.unlock(typed(PASSWORD));
        workOff();
        assertEquals(1, opened.size());
    }

    @Test
    void leavingForOtherVaultsGivesUpWhatIsUnderWay() {
        UnlockViewModel unlock = unlock(file, waiting::add);

        unlock.unlock(typed(PASSWORD));
        unlock.others();
        workOff();

        assertEquals(List.of("others"), left);
        assertEquals(List.of(), opened);
    }

    private UnlockViewModel unlock(Path path) {
        return unlock(path, Runnable::run);
    }

    private UnlockViewModel unlock(Path path, Executor worker) {
        Background background = new Background(worker, Runnable::run, (delay, action) -> () -> {});
        var exits = new UnlockViewModel.Exits(opened::add, () -> left.add("others"), () -> left.add("rescue"));
        return new UnlockViewModel(vaults, background, path, new Discretion(), exits);
    }

    private void workOff() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private static SecretBuffer typed(String text) {
        SecretBuffer buffer = new SecretBuffer(Passphrase.MAX_LENGTH);
        assertTrue(buffer.insert(0, text));
        return buffer;
    }
}
