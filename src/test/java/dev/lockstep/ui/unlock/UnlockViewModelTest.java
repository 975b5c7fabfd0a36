package dev.lockstep.ui.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.keystore.KeystoreException;
import dev.lockstep.keystore.MemoryKeystore;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Permit;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.Vaults;
import dev.lockstep.vault.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
    private final List<Optional<Path>> remembered = new ArrayList<>();
    private final MemoryKeystore keystore = new MemoryKeystore();
    private Optional<Path> keyFile = Optional.empty();
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

    @Test
    void aVaultWithAKeyFileAsksForItAndRemembersItOnlyIfWished() throws Exception {
        Path made = addKeyFile();
        UnlockViewModel unlock = unlock(file);
        assertTrue(unlock.ways().wantsKeyFile());

        unlock.ways().keyFile().choose(made);
        unlock.unlock(typed(PASSWORD));

        assertEquals(1, opened.size());
        assertEquals(List.of(Optional.empty()), remembered);
        opened.removeFirst().close();
        keyFile = Optional.of(made);
        unlock(file).unlock(typed(PASSWORD));
        assertEquals(List.of(Optional.empty(), Optional.of(made)), remembered);
    }

    @Test
    void aMissingADamagedAndAWrongKeyFileHaveWordsOfTheirOwn() throws Exception {
        Path made = addKeyFile();
        Path other = folder.resolve("other.txt");
        vaults.createKeyFile(other);
        UnlockViewModel unlock = unlock(file);

        unlock.unlock(typed(PASSWORD));
        assertEquals("VAULT-KEY-FILE-MISSING", refused(unlock).words().code());
        assertTrue(refused(unlock).keep());
        unlock.ways().keyFile().choose(folder.resolve("not there"));
        unlock.unlock(typed(PASSWORD));
        assertEquals("VAULT-KEY-FILE-MISSING", refused(unlock).words().code());
        unlock.ways().keyFile().choose(Files.writeString(folder.resolve("photo"), "no key file"));
        unlock.unlock(typed(PASSWORD));
        assertEquals("VAULT-KEY-FILE-DAMAGED", refused(unlock).words().code());
        unlock.ways().keyFile().choose(other);
        unlock.unlock(typed(PASSWORD));
        assertEquals("VAULT-WRONG-PASSWORD-OR-KEY-FILE", refused(unlock).words().code());
        assertFalse(refused(unlock).keep());
        unlock.ways().keyFile().choose(made);
        unlock.unlock(typed(PASSWORD));

        assertEquals(1, opened.size());
    }

    @Test
    void aVaultThatHasOnlyARecoveryCodeAsksForItAtOnce() throws Exception {
        try (OpenVault vault = open()) {
            vault.keys().remove(Way.PASSWORD);
        }

        UnlockViewModel unlock = unlock(file);

        assertTrue(unlock.withCodeProperty().get());
        assertFalse(unlock.ways().takesPassword());
    }

    @Test
    void quickUnlockIsOfferedOnlyWhereItIsSwitchedOnAndTheKeystoreAnswers() throws Exception {
        assertFalse(unlock(file).ways().quickProperty().get());
        switchOn();

        assertTrue(unlock(file).ways().quickProperty().get());
        keystore.failWith(KeystoreException.Reason.UNAVAILABLE);
        assertFalse(unlock(file).ways().quickProperty().get());
    }

    @Test
    void whatTheSystemKeepsOpensTheVault() throws Exception {
        switchOn();

        unlock(file).quick();

        assertEquals(Way.KEYSTORE, opened.getFirst().openedBy());
    }

    @Test
    void aKeystoreThatFailsNeverBlocksThePassword() throws Exception {
        switchOn();
        UnlockViewModel unlock = unlock(file);

        keystore.failWith(KeystoreException.Reason.NO_ANSWER);
        unlock.quick();
        assertEquals("KEYSTORE-NO-ANSWER", refused(unlock).words().code());
        unlock.unlock(typed(PASSWORD));

        assertEquals(Way.PASSWORD, opened.getFirst().openedBy());
    }

    @Test
    void aKeyThatWasReplacedOrIsGoneIsSaid() throws Exception {
        switchOn();
        UnlockViewModel unlock = unlock(file);
        try (LockedVault locked = vaults.open(file);
                SecretValue other = SecretValue.copyOf(new byte[Keystore.KEY_SIZE])) {
            keystore.store(locked.id(), other);
            unlock.quick();
            assertEquals("VAULT-NO-QUICK-KEY", refused(unlock).words().code());
            keystore.delete(locked.id());
        }

        unlock.quick();

        assertEquals("VAULT-NO-QUICK-KEY", refused(unlock).words().code());
        unlock.unlock(typed(PASSWORD));
        assertEquals(1, opened.size());
    }

    private static UnlockViewModel.State.Refused refused(UnlockViewModel unlock) {
        return assertInstanceOf(
                UnlockViewModel.State.Refused.class, unlock.stateProperty().get());
    }

    private OpenVault open() throws Exception {
        try (Passphrase passphrase = Passphrase.of(typed(PASSWORD))) {
            return vaults.open(file).unlock(passphrase);
        }
    }

    private Path addKeyFile() throws Exception {
        Path made = folder.resolve("key.txt");
        vaults.createKeyFile(made);
        try (OpenVault vault = open();
                Passphrase passphrase = Passphrase.of(typed(PASSWORD));
                Permit permit = vault.keys().prove(Password.of(passphrase))) {
            vault.keys().changePassword(permit, new Password(passphrase, Optional.of(made)), CHEAP);
        }
        return made;
    }

    private void switchOn() throws Exception {
        try (OpenVault vault = open();
                Passphrase passphrase = Passphrase.of(typed(PASSWORD));
                Permit permit = vault.keys().prove(Password.of(passphrase));
                SecretValue key = vault.keys().newKeystoreKey()) {
            keystore.store(vault.keys().vault(), key);
            vault.keys().allowKeystore(permit, key);
        }
    }

    private UnlockViewModel unlock(Path path) {
        return unlock(path, Runnable::run);
    }

    private UnlockViewModel unlock(Path path, Executor worker) {
        Background background = new Background(worker, Runnable::run, (delay, action) -> () -> {});
        var exits = new UnlockViewModel.Exits(
                remembered::add, opened::add, () -> left.add("others"), () -> left.add("rescue"));
        var start = new UnlockViewModel.Start(path, keyFile, new Discretion());
        return new UnlockViewModel(vaults, keystore, background, start, exits);
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
