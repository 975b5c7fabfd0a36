package dev.lockstep.ui.keys;

import static dev.lockstep.ui.keys.KeysBench.NEXT;
import static dev.lockstep.ui.keys.KeysBench.done;
import static dev.lockstep.ui.keys.KeysBench.failure;
import static dev.lockstep.ui.keys.KeysBench.typed;
import static dev.lockstep.vault.TestVaults.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysViewModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Executor worker = Runnable::run;

    @TempDir
    Path folder;

    @TempDir
    Path stick;

    private KeysBench bench;

    @BeforeEach
    void createVault() throws Exception {
        bench = new KeysBench(folder, work -> worker.execute(work));
    }

    @AfterEach
    void closeVault() {
        bench.close();
    }

    @Test
    void theWaysAreListedWithTheirDates() {
        KeysViewModel model = bench.model();

        var shown = model.ways().shown();
        assertEquals(2, shown.ways().size());
        assertTrue(shown.has(Way.PASSWORD) && shown.has(Way.RECOVERY_CODE));
        assertTrue(shown.ways().stream().allMatch(way -> way.since().isPresent()));
        assertFalse(shown.altered() || shown.readOnly());
    }

    @Test
    void theNewPasswordOpensAndTheOldOneDoesNot() {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.CHANGE_PASSWORD, PASSWORD);
        bench.fill(model, NEXT);
        model.submit();

        assertInstanceOf(State.Overview.class, model.course().state());
        assertEquals("The password was changed.", done(model));
        assertTrue(model.course().noticeProperty().get().orElseThrow().offersRekey());
        assertTrue(model.course().noticeProperty().get().orElseThrow().more().contains("older copy"));
        assertTrue(bench.first.isEmpty() && bench.again.isEmpty(), "what was typed is wiped");
        bench.closeVault();
        assertTrue(bench.opensWith(NEXT));
        assertFalse(bench.opensWith(PASSWORD));
        assertTrue(bench.opensWith(bench.code));
    }

    @Test
    void withoutThePresentPasswordNothingCanBeChanged() {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.CHANGE_PASSWORD, "not the password");

        assertInstanceOf(State.Asking.class, model.course().state());
        assertEquals("VAULT-WRONG-PASSWORD", failure(model));
        model.submit();
        model.prove(typed(PASSWORD));
        assertInstanceOf(State.Filling.class, model.course().state());
        assertEquals("", failure(model));
    }

    @Test
    void thePresentPasswordIsNoNewOne() {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.CHANGE_PASSWORD, PASSWORD);
        bench.fill(model, PASSWORD);
        model.submit();

        assertInstanceOf(State.Filling.class, model.course().state());
        assertEquals("VAULT-SAME-PASSWORD", failure(model));
    }

    @Test
    void whoOpenedWithTheRecoveryCodeSetsAPasswordWithoutTheOldOne() throws Exception {
        bench.reopenWithCode();
        KeysViewModel model = bench.model();

        model.begin(Task.CHANGE_PASSWORD);
        bench.fill(model, NEXT);
        model.submit();

        assertEquals("The password was changed.", done(model));
        bench.closeVault();
        assertTrue(bench.opensWith(NEXT));
        assertFalse(bench.opensWith(PASSWORD));
    }

    @Test
    void goingBackChangesNothingAndWipesWhatWasTyped() {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.CHANGE_PASSWORD, PASSWORD);
        bench.fill(model, NEXT);
        model.back();

        assertInstanceOf(State.Overview.class, model.course().state());
        assertTrue(bench.first.isEmpty());
        bench.closeVault();
        assertTrue(bench.opensWith(PASSWORD));
    }

    @Test
    void aKeyFileIsMadeAndNeededFromThenOn() throws Exception {
        KeysViewModel model = bench.model();
        Path keyFile = stick.resolve("key.txt");

        bench.begin(model, Task.ADD_KEY_FILE, PASSWORD);
        Form form = bench.fill(model, PASSWORD);
        assertFalse(form.complete().get());
        form.keyFile().orElseThrow().make(keyFile);
        assertEquals(
                new NewKeyFile.Made.Saved(keyFile),
                form.keyFile().orElseThrow().madeProperty().get());
        model.submit();

        assertEquals("The vault opens with password and key file together now.", done(model));
        assertEquals(List.of(Optional.of(keyFile)), bench.keyFiles);
        assertTrue(model.ways().shown().hasKeyFile());
        bench.closeVault();
        assertTrue(bench.opensWith(PASSWORD, Optional.of(keyFile)));
        assertFalse(bench.opensWith(PASSWORD));
    }

    @Test
    void aKeyFileBesideTheVaultIsPointedOut() {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.ADD_KEY_FILE, PASSWORD);
        NewKeyFile part = bench.fill(model, PASSWORD).keyFile().orElseThrow();
        part.make(folder.resolve("key.txt"));

        assertInstanceOf(NewKeyFile.Made.Beside.class, part.madeProperty().get());
        part.make(folder.resolve("key.txt"));
        assertInstanceOf(NewKeyFile.Made.Failed.class, part.madeProperty().get());
    }

    @Test
    void whatIsNoKeyFileIsRefusedInWords() throws Exception {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.ADD_KEY_FILE, PASSWORD);
        bench.fill(model, PASSWORD)
                .keyFile()
                .orElseThrow()
                .choice()
                .choose(Files.writeString(stick.resolve("photo.jpg"), "no key"));
        model.submit();

        assertInstanceOf(State.Filling.class, model.course().state());
        assertEquals("VAULT-KEY-FILE-DAMAGED", failure(model));
        bench.closeVault();
        assertTrue(bench.opensWith(PASSWORD));
    }

    @Test
    void aKeyFileIsReplacedAndTakenAwayAgain() throws Exception {
        Path one = addKeyFile();
        Path two = stick.resolve("two.txt");
        TestVaults.VAULTS.createKeyFile(two);
        KeysViewModel model = bench.model(Optional.of(one));

        bench.begin(model, Task.REPLACE_KEY_FILE, PASSWORD);
        bench.fill(model, PASSWORD).keyFile().orElseThrow().choice().choose(two);
        model.submit();
        assertEquals("The key file was replaced.", done(model));
        assertEquals(Optional.of(two), model.presentKeyFile().file());

        model.presentKeyFile().choose(one);
        bench.begin(model, Task.REMOVE_KEY_FILE, PASSWORD);
        assertEquals("VAULT-WRONG-PASSWORD-OR-KEY-FILE", failure(model));
        model.presentKeyFile().choose(two);
        model.prove(typed(PASSWORD));

        assertEquals("The password alone opens the vault now.", done(model));
        bench.closeVault();
        assertTrue(bench.opensWith(PASSWORD));
    }

    @Test
    void aChangedPasswordKeepsItsKeyFile() throws Exception {
        Path keyFile = addKeyFile();
        KeysViewModel model = bench.model(Optional.of(keyFile));

        bench.begin(model, Task.CHANGE_PASSWORD, PASSWORD);
        bench.fill(model, NEXT);
        model.submit();

        bench.closeVault();
        assertTrue(bench.opensWith(NEXT, Optional.of(keyFile)));
        assertFalse(bench.opensWith(NEXT));
    }

    @Test
    void aMissingKeyFileIsSaid() throws Exception {
        addKeyFile();
        KeysViewModel model = bench.model();

        bench.begin(model, Task.RENEW_CODE, PASSWORD);

        assertEquals("VAULT-KEY-FILE-MISSING", failure(model));
    }

    @Test
    void aRenewedRecoveryCodeOpensAndTheOldOneDoesNot() {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.RENEW_CODE, PASSWORD);
        Form form = ((State.Filling) model.course().state()).form();
        model.submit();
        assertInstanceOf(State.Filling.class, model.course().state(), "the code has to be stored first");
        try (SecretValue code = form.code().orElseThrow().code().copy()) {
            bench.fill(model, "");
            model.submit();

            assertEquals("The new recovery code opens the vault now.", done(model));
            bench.closeVault();
            assertTrue(bench.opensWith(code));
            assertFalse(bench.opensWith(bench.code));
        }
    }

    @Test
    void aWayIsRemovedAfterAQuestionAndTheLastOneNever() throws Exception {
        KeysViewModel model = bench.model();

        model.removal().ask(Way.RECOVERY_CODE);
        assertEquals(new State.Confirming(Way.RECOVERY_CODE), model.course().state());
        model.removal().confirm();
        assertEquals("Removed: Recovery code.", done(model));

        model.removal().ask(Way.PASSWORD);
        assertInstanceOf(State.Overview.class, model.course().state());
        assertEquals("VAULT-LAST-WAY", failure(model));
        assertEquals(Set.of(Way.PASSWORD), bench.ways());
    }

    @Test
    void quickUnlockKeepsAKeyThatOpensTheVaultAndSwitchingOffForgetsIt() throws Exception {
        KeysViewModel model = bench.model();

        bench.begin(model, Task.QUICK_UNLOCK, PASSWORD);

        assertEquals("Quick unlock is switched on for this computer.", done(model));
        assertTrue(opensQuickly());
        bench.reopen(PASSWORD);
        model = bench.model();
        model.removal().ask(Way.KEYSTORE);
        assertEquals("Quick unlock is switched off.", done(model));
        assertEquals(Optional.empty(), bench.keystore.read(bench.vault().keys().vault()));
        assertEquals(Set.of(Way.PASSWORD, Way.RECOVERY_CODE), bench.ways());
    }

    @Test
    void aKeystoreThatRefusesLeavesTheVaultAsItWas() throws Exception {
        KeysViewModel model = bench.model();
        bench.keystore.failWith(KeystoreException.Reason.REFUSED);

        bench.begin(model, Task.QUICK_UNLOCK, PASSWORD);

        assertEquals("KEYSTORE-REFUSED", failure(model));
        assertInstanceOf(State.Asking.class, model.course().state());
        assertEquals(Set.of(Way.PASSWORD, Way.RECOVERY_CODE), bench.ways());
    }

    @Test
    void switchingOffWorksEvenIfTheSystemDoesNotConfirm() throws Exception {
        KeysViewModel model = bench.model();
        bench.begin(model, Task.QUICK_UNLOCK, PASSWORD);
        bench.keystore.failWith(KeystoreException.Reason.NO_ANSWER);

        model.removal().ask(Way.KEYSTORE);

        assertTrue(model.course().noticeProperty().get().orElseThrow().more().contains("did not confirm"));
        assertEquals(Set.of(Way.PASSWORD, Way.RECOVERY_CODE), bench.ways());
    }

    @Test
    void reKeyingLetsInOnlyTheNewWaysAndKeepsTheSecrets() throws Exception {
        KeysViewModel model = bench.model();
        bench.begin(model, Task.QUICK_UNLOCK, PASSWORD);
        var before = bench.vault().keys().vault();

        bench.begin(model, Task.REKEY, PASSWORD);
        try (SecretValue code =
                bench.fill(model, NEXT).code().orElseThrow().code().copy()) {
            model.submit();

            assertInstanceOf(State.Sealed.class, model.course().state());
            assertEquals(Optional.empty(), bench.keystore.read(before), "the key of the old vault is forgotten");
            model.leave();
            assertEquals(List.of("sealed"), bench.left);
            bench.closeVault();
            assertFalse(bench.opensWith(PASSWORD) || bench.opensWith(bench.code));
            assertTrue(bench.opensWith(code));
        }
        bench.reopen(NEXT);
        assertEquals(1, bench.vault().catalog().counts().all());
        assertEquals(Set.of(Way.PASSWORD, Way.RECOVERY_CODE), bench.ways());
    }

    @Test
    void aCancelledReKeyLeavesEverythingAsItWas() throws Exception {
        KeysViewModel model = bench.model();
        bench.begin(model, Task.REKEY, PASSWORD);
        bench.fill(model, NEXT);
        worker = waiting::add;
        model.submit();
        workOffUntil(State.Sealing.class, model);

        model.leave();
        workOff();

        assertEquals("Re-keying was cancelled. Nothing was changed.", done(model));
        bench.closeVault();
        assertTrue(bench.opensWith(PASSWORD));
        assertFalse(bench.opensWith(NEXT));
    }

    @Test
    void closingWhileSomethingIsDoneLetsItEndWithWholeKeys() {
        KeysViewModel model = bench.model();
        bench.begin(model, Task.CHANGE_PASSWORD, PASSWORD);
        bench.fill(model, NEXT);
        worker = waiting::add;
        model.submit();

        model.close();
        workOff();

        assertInstanceOf(State.Ended.class, model.course().state());
        bench.closeVault();
        assertTrue(bench.opensWith(NEXT) != bench.opensWith(PASSWORD), "one of the two opens, whole");
    }

    @Test
    void alteredSlotsAreShownAndRemovedOnRequest() throws Exception {
        bench.alterSlot(2);
        KeysViewModel model = bench.model();
        assertTrue(model.ways().shown().altered() && model.ways().shown().readOnly());
        assertEquals(Set.of(Way.PASSWORD), bench.ways());

        model.dropAltered();

        assertEquals(List.of("released"), bench.left);
        assertFalse(model.ways().shown().altered() || model.ways().shown().readOnly());
    }

    private Path addKeyFile() throws Exception {
        Path keyFile = stick.resolve("one.txt");
        TestVaults.VAULTS.createKeyFile(keyFile);
        KeysViewModel model = bench.model();
        bench.begin(model, Task.ADD_KEY_FILE, PASSWORD);
        bench.fill(model, PASSWORD).keyFile().orElseThrow().choice().choose(keyFile);
        model.submit();
        model.close();
        return keyFile;
    }

    private boolean opensQuickly() throws Exception {
        bench.closeVault();
        try (LockedVault locked = TestVaults.VAULTS.open(bench.file);
                SecretValue kept = bench.keystore.read(locked.id()).orElseThrow()) {
            locked.unlockWithKeystore(kept).close();
            return true;
        }
    }

    private void workOffUntil(Class<? extends State> state, KeysViewModel model) {
        while (!state.isInstance(model.course().state()) && !waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private void workOff() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }
}
