package dev.lockstep.ui.create;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.settings.Protection;
import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.Vaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateViewModelTest {
    private static final String PASSWORD = "mutable harness crouton";

    private final SecureRandom random = new SecureRandom();
    private final Vaults vaults = new Vaults(Clock.systemUTC(), random, TestState.FOLDER);
    private final SecretBuffer typed = new SecretBuffer(Passphrase.MAX_LENGTH);
    private final SecretBuffer again = new SecretBuffer(Passphrase.MAX_LENGTH);
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final List<OpenVault> created = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private boolean hold;

    @TempDir
    Path folder;

    @AfterEach
    void closeVaults() {
        created.forEach(OpenVault::close);
    }

    @Test
    void theStepsFollowEachOtherOnlyWhenFilledIn() {
        CreateViewModel wizard = wizard(folder);

        wizard.place().nameProperty().set("");
        wizard.next();
        assertEquals(Step.PLACE, wizard.step());
        wizard.place().nameProperty().set("Acme");
        wizard.next();
        wizard.next();
        assertEquals(Step.PASSWORD, wizard.step(), "nothing is typed yet");
        typePassword(wizard);
        wizard.next();
        wizard.next();
        assertEquals(Step.RECOVERY, wizard.step(), "the code is not stored yet");
        wizard.recovery().storedProperty().set(true);
        wizard.next();
        wizard.next();
        assertEquals(Step.START, wizard.step());
    }

    @Test
    void goingBackKeepsWhatWasFilledIn() {
        CreateViewModel wizard = filledIn(folder);

        for (int i = 0; i < 6; i++) {
            wizard.back();
        }

        assertEquals(Step.PLACE, wizard.step());
        assertEquals("Acme", wizard.place().nameProperty().get());
        assertEquals(PASSWORD.length(), typed.length());
        assertTrue(wizard.recovery().storedProperty().get());
    }

    @Test
    void nothingIsWrittenBeforeTheLastStep() throws IOException {
        CreateViewModel wizard = filledIn(folder);

        assertEquals(List.of(), filesIn(folder));
        wizard.cancel();
        assertEquals(List.of(), filesIn(folder));
        assertEquals(List.of("cancelled"), told);
    }

    @Test
    void cancellingWipesThePasswordAndTheRecoveryCode() {
        CreateViewModel wizard = filledIn(folder);

        wizard.cancel();

        assertEquals(0, typed.length() + again.length());
        assertThrows(IllegalStateException.class, () -> wizard.recovery().code().at(0));
        assertInstanceOf(
                CreateViewModel.State.Ended.class, wizard.stateProperty().get());
    }

    @Test
    void theLastStepWritesAVaultThatOpensWithThePasswordAndTheCode() throws Exception {
        CreateViewModel wizard = filledIn(folder);
        wizard.defaults().idleLockMinutesProperty().set(30);
        wizard.importNextProperty().set(true);
        try (SecretValue code = wizard.recovery().code().copy()) {
            wizard.next();
            measureNow();

            assertEquals(List.of(new Protection(20, 20, 30, false, true), true), told);
            created.removeFirst().close();
            unlock(folder.resolve("Acme.lockstep"), code);
        }
        assertEquals(0, typed.length() + again.length());
    }

    @Test
    void aPlaceThatWasTakenMeanwhileIsSaidAndAnotherOneWorks() throws Exception {
        CreateViewModel wizard = filledIn(folder);
        measureNow();
        Files.writeString(folder.resolve("Acme.lockstep"), "mine");

        wizard.next();

        var failed = assertInstanceOf(
                CreateViewModel.State.Failed.class, wizard.stateProperty().get());
        assertEquals("VAULT-FILE-EXISTS", failed.words().code());
        assertEquals("mine", Files.readString(folder.resolve("Acme.lockstep")));
        wizard.back();
        assertEquals(Step.PLACE, wizard.step());
        assertFalse(wizard.completeProperty().get());
        wizard.place().nameProperty().set("Acme 2");
        for (int i = 0; i < Step.COUNT; i++) {
            wizard.next();
        }
        assertEquals("Acme 2", created.getFirst().name());
    }

    @Test
    void aVaultThatIsDoneAfterTheWizardWasClosedIsLocked() throws IOException {
        CreateViewModel wizard = filledIn(folder);
        measureNow();
        hold = true;
        wizard.next();
        Runnable creation = held.removeLast();

        wizard.close();
        hold = false;
        creation.run();

        assertEquals(List.of(), created);
        assertEquals(List.of(), told);
    }

    private void unlock(Path file, SecretValue code) throws Exception {
        try (SecretBuffer text = new SecretBuffer(Passphrase.MAX_LENGTH)) {
            text.insert(0, PASSWORD);
            try (Passphrase passphrase = Passphrase.of(text);
                    LockedVault locked = vaults.open(file)) {
                locked.unlock(passphrase).close();
            }
        }
        try (LockedVault locked = vaults.open(file)) {
            locked.unlockWithRecoveryCode(code).close();
        }
    }

    private CreateViewModel filledIn(Path place) {
        CreateViewModel wizard = wizard(place);
        wizard.place().nameProperty().set("Acme");
        typePassword(wizard);
        wizard.recovery().storedProperty().set(true);
        for (int i = 1; i < Step.COUNT; i++) {
            wizard.next();
        }
        assertEquals(Step.START, wizard.step());
        return wizard;
    }

    private void typePassword(CreateViewModel wizard) {
        typed.insert(0, PASSWORD);
        again.insert(0, PASSWORD);
        wizard.password().edited();
    }

    /** The wizard, with the measuring, its second piece of work, held back: it takes seconds. */
    private CreateViewModel wizard(Path place) {
        int[] count = {0};
        Background background = new Background(
                work -> {
                    if (++count[0] == 2 || hold) {
                        held.add(work);
                    } else {
                        work.run();
                    }
                },
                Runnable::run,
                (delay, action) -> () -> {});
        var start = new CreateViewModel.Start(place, LocalDate.of(2026, 11, 21), false, Settings.DEFAULT.protection());
        var exits = new CreateViewModel.Exits(
                told::add,
                (vault, importNext) -> {
                    created.add(vault);
                    told.add(importNext);
                },
                () -> told.add("cancelled"));
        CreateViewModel wizard = new CreateViewModel(vaults, background, random, start, exits);
        wizard.password().attach(typed, again);
        return wizard;
    }

    private void measureNow() {
        held.removeFirst().run();
    }

    private static List<String> filesIn(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.map(Path::toString).toList();
        }
    }
}
