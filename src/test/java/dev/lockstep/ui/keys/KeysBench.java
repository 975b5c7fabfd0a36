package dev.lockstep.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.MemoryKeystore;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Way;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A real vault with the screen of its keys, for tests. */
final class KeysBench implements AutoCloseable {
    static final String NEXT = "quite another password";

    final Path file;
    final SecretValue code = TestVaults.VAULTS.newRecoveryCode();
    final MemoryKeystore keystore = new MemoryKeystore();
    final List<String> left = new ArrayList<>();
    final List<Optional<Path>> keyFiles = new ArrayList<>();
    final SecretBuffer first = new SecretBuffer(Passphrase.MAX_LENGTH);
    final SecretBuffer again = new SecretBuffer(Passphrase.MAX_LENGTH);
    private final Executor worker;
    private OpenVault vault;

    KeysBench(Path folder, Executor worker) throws VaultException {
        this.file = folder.resolve("Acme.lockstep");
        this.worker = worker;
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            vault = TestVaults.VAULTS.create(file, passphrase, code, TestVaults.CHEAP, "Personal");
        }
        TestVaults.add(vault, "API_KEY", "value of it");
        reopen(TestVaults.PASSWORD);
    }

    OpenVault vault() {
        return vault;
    }

    void reopen(String password) throws VaultException {
        vault.close();
        vault = TestVaults.VAULTS.open(file).unlock(TestVaults.passphrase(password));
    }

    void reopenWithCode() throws VaultException {
        vault.close();
        vault = TestVaults.VAULTS.open(file).unlockWithRecoveryCode(code);
    }

    void closeVault() {
        vault.close();
    }

    /** Makes one key slot another than the one last saved. */
    void alterSlot(int number) throws Exception {
        vault.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE head SET v = zeroblob(160) WHERE k = " + number));
        }
        vault = TestVaults.VAULTS.open(file).unlock(TestVaults.passphrase(TestVaults.PASSWORD));
    }

    KeysViewModel model() {
        return model(Optional.empty());
    }

    KeysViewModel model(Optional<Path> keyFile) {
        Background background = new Background(worker, Runnable::run, (delay, action) -> () -> {});
        Clock noon = Clock.fixed(Instant.parse("2026-05-02T12:00:00Z"), ZoneOffset.UTC);
        return new KeysViewModel(
                new KeysViewModel.Surroundings(
                        vault,
                        TestVaults.VAULTS,
                        keystore,
                        background,
                        noon,
                        new SecureRandom(),
                        () -> TestVaults.CHEAP,
                        keyFile),
                new KeysViewModel.Exits(
                        () -> left.add("closed"), keyFiles::add, () -> left.add("released"), () -> left.add("sealed")));
    }

    /** Begins a task and proves to know the password. */
    void begin(KeysViewModel model, Task task, String password) {
        model.begin(task);
        model.prove(typed(password));
    }

    /** Fills in what the form that is shown asks for, as far as text goes. */
    Form fill(KeysViewModel model, String password) {
        Form form = ((State.Filling) model.course().state()).form();
        form.password().ifPresent(part -> {
            part.attach(first, again);
            load(first, password);
            load(again, password);
            part.edited();
        });
        form.code().ifPresent(part -> part.storedProperty().set(true));
        return form;
    }

    /** What the vault's file lets in now. */
    Set<Way> ways() throws VaultException {
        return vault.keys().ways().stream().map(way -> way.way()).collect(Collectors.toSet());
    }

    /** Whether the file opens with a password, and a key file if one is given. */
    boolean opensWith(String password, Optional<Path> keyFile) {
        try (Passphrase passphrase = TestVaults.passphrase(password);
                LockedVault locked = TestVaults.VAULTS.open(file)) {
            locked.unlock(new Password(passphrase, keyFile)).close();
            return true;
        } catch (VaultException e) {
            return false;
        }
    }

    boolean opensWith(String password) {
        return opensWith(password, Optional.empty());
    }

    boolean opensWith(SecretValue recoveryCode) {
        try (LockedVault locked = TestVaults.VAULTS.open(file)) {
            locked.unlockWithRecoveryCode(recoveryCode).close();
            return true;
        } catch (VaultException e) {
            return false;
        }
    }

    static String failure(KeysViewModel model) {
        return model.course().failureProperty().get().map(words -> words.code()).orElse("");
    }

    static String done(KeysViewModel model) {
        return model.course().noticeProperty().get().map(Notice::done).orElse("");
    }

    static SecretBuffer typed(String text) {
        SecretBuffer buffer = new SecretBuffer(Passphrase.MAX_LENGTH);
        load(buffer, text);
        return buffer;
    }

    private static void load(SecretBuffer buffer, String text) {
        buffer.clear();
        assertTrue(buffer.insert(0, text));
    }

    @Override
    public void close() {
        vault.close();
        code.close();
    }
}
