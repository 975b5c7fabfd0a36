package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.TestKeys;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.fuzz.SeededRandom;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/**
 * A small vault as bytes, in an older and in its present state, to be damaged and opened with its known key. It holds ALPHA, BETA (changed
 * since the older state), GAMMA (new since then), one secret in the trash, two collections, a layout, a draft, and a remote with two
 * rows about it.
 */
final class Sample {
    static final String CODE = GoldenVault.RECOVERY_CODE;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Vaults SAME_EACH_TIME = new Vaults(Clock.systemUTC(), new SeededRandom(5), TestState.NOWHERE);
    private static Sample made;

    private final byte[] older;
    private final byte[] present;
    private final VaultKey key;

    private Sample(byte[] older, byte[] present, VaultKey key) {
        this.older = older;
        this.present = present;
        this.key = key;
    }

    /** The one sample, made when first asked for. */
    static synchronized Sample get() throws IOException, VaultException {
        if (made == null) {
            Path folder = Files.createTempDirectory("sample");
            Path file = folder.resolve("s.lockstep");
            byte[] older = older(file);
            byte[] present = present(file);
            made = new Sample(older, present, key(file));
            Files.delete(file);
            Files.delete(folder);
        }
        return made;
    }

    private static byte[] older(Path file) throws IOException, VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = TestVaults.value(CODE);
                OpenVault vault = SAME_EACH_TIME.create(file, passphrase, code, TestVaults.CHEAP, "Personal")) {
            TestVaults.add(vault, "ALPHA", "alpha value");
            TestVaults.add(vault, "BETA", "beta value, older");
            vault.secrets()
                    .trash(List.of(
                            TestVaults.add(vault, "TRASHED", "trashed value").id()));
            vault.collections().add("Zeta", "", "free");
            vault.layout(new Layout(List.of("name"), List.of(100.0), Query.Order.NAME, false));
        }
        return Files.readAllBytes(file);
    }

    private static byte[] present(Path file) throws IOException, VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                OpenVault vault = SAME_EACH_TIME.open(file).unlock(passphrase);
                SecretValue changed = TestVaults.value("beta value")) {
            Entry beta = entry(vault, "BETA");
            vault.secrets().edit(beta, SecretDetails.of(beta), changed);
            TestVaults.add(vault, "GAMMA", "gamma value");
            vault.layout(new Layout(List.of("name"), List.of(200.0), Query.Order.NAME, false));
            vault.drafts().keep(Optional.empty(), SecretDetails.of(beta), changed);
            Remote remote = TestRemotes.add(vault, "Acme", "there");
            TestSync.put(vault, remote.id(), 1, "known of it");
            TestSync.put(vault, remote.id(), 2, "and this too");
        }
        return Files.readAllBytes(file);
    }

    private static VaultKey key(Path file) throws VaultException, IOException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                Credential password = Credential.password(passphrase);
                Connection connection = connect(file)) {
            return KeySlot.open(List.of(blob(connection, "SELECT v FROM head WHERE k = 1")), password)
                    .key();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    byte[] present() {
        return present.clone();
    }

    VaultKey key() {
        return key;
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("sample.lockstep"), present);
    }

    Path olderIn(Path folder) throws IOException {
        return Files.write(folder.resolve("older.lockstep"), older);
    }

    /** Opens with the key of the sample, in milliseconds. */
    OpenVault open(Path file) throws VaultException {
        LockedVault locked = TestVaults.VAULTS.open(file);
        try {
            return locked.unlock(Way.PASSWORD, TestKeys.of(key, RANDOM));
        } catch (VaultException e) {
            locked.close();
            throw e;
        }
    }

    /** Asserts that opening fails in exactly one way and leaves the file as it is. */
    void refuses(Failure failure, Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertEquals(failure, failureOf(() -> open(file).close()));
        assertArrayEquals(before, Files.readAllBytes(file), "the file was changed");
    }

    static Failure failureOf(Executable action) {
        return assertThrows(VaultException.class, action).failure();
    }

    static Entry entry(OpenVault vault, String name) {
        return vault.catalog()
                .entry(vault.secrets().named(TestVaults.collection(vault), name).orElseThrow())
                .orElseThrow();
    }

    static Entry entry(OpenVault vault, String name, String collection) {
        SecretCollection in = vault.collections().all().stream()
                .filter(known -> known.title().equals(collection))
                .findFirst()
                .orElseThrow();
        return vault.catalog()
                .entry(vault.secrets().named(in.id(), name).orElseThrow())
                .orElseThrow();
    }

    static String value(OpenVault vault, String name, String collection) throws VaultException {
        return TestVaults.text(
                vault.secrets().peek(entry(vault, name, collection).id()));
    }

    static String value(OpenVault vault, String name) throws VaultException {
        return TestVaults.text(vault.secrets().peek(entry(vault, name).id()));
    }

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static byte[] blob(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
        }
    }

    static int update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** The row id of a secret. */
    static byte[] id(OpenVault vault, String name) {
        return entry(vault, name).id().row().bytes();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
