package dev.lockstep.ui.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.MemoryKeystore;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Permit;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.Vaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class UnlockScreenTest extends ToolkitTest {
    private static final KdfParameters CHEAP = new KdfParameters(19 * 1024, 1, 1);
    private static final String PASSWORD = "correct horse battery";

    private final Vaults vaults = new Vaults(Clock.systemUTC(), new SecureRandom(), TestState.FOLDER);
    private final FxRobot robot = new FxRobot();
    private final List<OpenVault> opened = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<Optional<Path>> remembered = new ArrayList<>();
    private final MemoryKeystore keystore = new MemoryKeystore();
    private Optional<Path> keyFile = Optional.empty();

    @TempDir
    Path folder;

    private Path file;
    private Stage stage;

    @BeforeEach
    void createVault() throws Exception {
        file = folder.resolve("Acme.lockstep");
        try (SecretBuffer typed = typed(PASSWORD);
                Passphrase passphrase = Passphrase.of(typed);
                SecretValue code = vaults.newRecoveryCode()) {
            vaults.create(file, passphrase, code, CHEAP, "General").close();
        }
    }

    @AfterEach
    void closeAll() {
        opened.forEach(OpenVault::close);
        if (stage != null) {
            runOnFx(stage::close);
        }
    }

    @Test
    void theFieldHasTheFocusAndEnterUnlocks() {
        show(Runnable::run);

        robot.write(PASSWORD);
        robot.type(KeyCode.ENTER);
        settle();

        assertEquals(1, opened.size());
        assertEquals(0, field().buffer().length(), "what was typed is wiped");
    }

    @Test
    void aWrongPasswordEmptiesTheFieldAndTheRightOneUnlocks() {
        show(Runnable::run);

        robot.write("correct horse batterie");
        robot.clickOn("Unlock");
        settle();

        assertTrue(
                robot.lookup("This password does not open the vault").tryQuery().isPresent());
        assertEquals(0, field().buffer().length());
        robot.write(PASSWORD);
        robot.type(KeyCode.ENTER);
        settle();
        assertEquals(1, opened.size());
    }

    @Test
    void theOtherWayAsksForTheRecoveryCode() {
        show(Runnable::run);

        robot.clickOn("Use the recovery code instead");
        robot.write("ABCD-EFGH");
        robot.type(KeyCode.ENTER);
        settle();

        assertTrue(
                robot.lookup("This is not a complete recovery code").tryQuery().isPresent());
        assertEquals(9, field().buffer().length());
    }

    @Test
    void escapeCancelsAnAttempt() {
        show(work -> {});

        robot.write(PASSWORD);
        robot.type(KeyCode.ENTER);
        settle();
        assertTrue(robot.lookup("Cancel").query().isVisible());
        assertTrue(field().isFocused(), "a second Enter does not cancel");
        robot.type(KeyCode.ESCAPE);
        settle();

        assertTrue(robot.lookup("Unlock").query().isVisible());
        assertEquals(List.of(), opened);
    }

    @Test
    void theLinkLeadsBackToOtherVaults() {
        show(Runnable::run);

        robot.clickOn("Other vaults");

        assertEquals(List.of("others"), left);
    }

    @Test
    void enterInTheEmptyFieldAsksTheSystem() throws Exception {
        secondFactors();
        show(Runnable::run);

        robot.type(KeyCode.ENTER);
        settle();

        assertEquals(1, opened.size());
    }

    @Test
    void theKeyFileIsAskedForAndTheKeystoreOffered() throws Exception {
        Path made = secondFactors();
        Screens.write("unlock-key-file", () -> new UnlockView(model(Runnable::run)).root(), 900, 600);
        keyFile = Optional.of(made);
        Screens.write(
                "unlock-key-file-wrong",
                () -> {
                    UnlockViewModel model = model(Runnable::run);
                    Parent root = new UnlockView(model).root();
                    model.unlock(typed("correct horse batterie"));
                    return root;
                },
                900,
                600);

        assertTrue(Files.size(Path.of("target/screens/unlock-key-file-wrong-dark.png")) > 0);
    }

    /** Adds a key file and quick unlock. */
    private Path secondFactors() throws Exception {
        Path made = folder.resolve("Acme key file.txt");
        vaults.createKeyFile(made);
        try (Passphrase passphrase = Passphrase.of(typed(PASSWORD));
                OpenVault vault = vaults.open(file).unlock(passphrase)) {
            try (Permit permit = vault.keys().prove(Password.of(passphrase))) {
                vault.keys().changePassword(permit, new Password(passphrase, Optional.of(made)), CHEAP);
            }
            try (Permit permit = vault.keys().prove(new Password(passphrase, Optional.of(made)));
                    SecretValue key = vault.keys().newKeystoreKey()) {
                keystore.store(vault.keys().vault(), key);
                vault.keys().allowKeystore(permit, key);
            }
        }
        return made;
    }

    @Test
    void theScreenIsDrawnInEachState() throws Exception {
        Screens.write("unlock", () -> new UnlockView(model(Runnable::run)).root(), 1000, 700);
        Screens.write("unlock-small", () -> new UnlockView(model(Runnable::run)).root(), 900, 600);
        Screens.write(
                "unlock-wrong",
                () -> {
                    UnlockViewModel model = model(Runnable::run);
                    Parent root = new UnlockView(model).root();
                    model.unlock(typed("correct horse batterie"));
                    return root;
                },
                900,
                600);
        Screens.write(
                "unlock-working",
                () -> {
                    UnlockViewModel model = model(work -> {});
                    model.unlock(typed(PASSWORD));
                    return new UnlockView(model).root();
                },
                900,
                600);
        Screens.write(
                "unlock-code",
                () -> {
                    UnlockViewModel model = model(Runnable::run);
                    model.ask(true);
                    return new UnlockView(model).root();
                },
                900,
                600);
        Files.delete(file);
        Screens.write("unlock-missing", () -> new UnlockView(model(Runnable::run)).root(), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/unlock-missing-dark.png")) > 0);
    }

    private UnlockViewModel model(Executor worker) {
        Background background = new Background(worker, Runnable::run, (delay, action) -> () -> {});
        var exits = new UnlockViewModel.Exits(
                remembered::add, opened::add, () -> left.add("others"), () -> left.add("rescue"));
        var start = new UnlockViewModel.Start(file, keyFile, new Discretion());
        return new UnlockViewModel(vaults, keystore, background, start, exits);
    }

    private void show(Executor worker) {
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage shown = new Stage();
            Scene scene = new Scene(new UnlockView(model(worker)).root(), 900, 600);
            Theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        settle();
    }

    private SecretField field() {
        return robot.lookup(".secret-field").queryAs(SecretField.class);
    }

    private static SecretBuffer typed(String text) {
        SecretBuffer buffer = new SecretBuffer(Passphrase.MAX_LENGTH);
        assertTrue(buffer.insert(0, text));
        return buffer;
    }
}
