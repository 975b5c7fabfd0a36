package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.TestKeys;
import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.fuzz.SeededRandom;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contents that nobody but the program could have sealed, and that it would never write: a later version, or a bug, might. The first byte of
 * an input chooses the row, the others are what is sealed into it with the right key; everything that names the row is made to fit. Then the
 * vault is opened and asked for all that the screens ask for.
 */
public final class InsiderFuzz implements FuzzTarget {
    private final Sample sample;
    private final Path file;
    private final Keyring keys;
    private final RowCipher cipher;

    public InsiderFuzz() throws IOException, VaultException {
        sample = Sample.get();
        file = Files.createTempDirectory("insider").resolve("insider.lockstep");
        keys = TestKeys.of(sample.key(), new SeededRandom(6));
        cipher = keys.cipher();
    }

    @Override
    public long mostMemory(int inputSize) {
        return (64 << 20) + 256L * inputSize;
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        try (Connection connection = fresh()) {
            InsiderRows rows = new InsiderRows(connection, keys, cipher);
            List<byte[]> seeds = new ArrayList<>();
            for (int row = 0; row < InsiderRows.COUNT; row++) {
                byte[] content = rows.genuine(row);
                byte[] seed = new byte[1 + content.length];
                seed[0] = (byte) row;
                System.arraycopy(content, 0, seed, 1, content.length);
                seeds.add(seed);
            }
            return seeds;
        }
    }

    @Override
    public void accept(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        try (Connection connection = fresh()) {
            new InsiderRows(connection, keys, cipher)
                    .replace(Math.floorMod(input[0], InsiderRows.COUNT), Arrays.copyOfRange(input, 1, input.length));
        }
        try (OpenVault vault = sample.open(file)) {
            read(vault);
            write(vault);
        } catch (VaultException e) {
            assertTrue(isOfContent(e.failure()), () -> e.failure().toString());
        }
    }

    private Connection fresh() throws Exception {
        for (String side : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + side));
        }
        Files.write(file, sample.present());
        Connection connection = Sample.connect(file);
        Sample.update(connection, "PRAGMA synchronous = OFF");
        connection.setAutoCommit(false);
        return connection;
    }

    private static boolean isOfContent(Failure failure) {
        return failure instanceof Failure.PartDamaged
                || failure instanceof Failure.SetChanged
                || failure instanceof Failure.NewerFormat;
    }

    private static void read(OpenVault vault) throws VaultException {
        for (Query.Order order : Query.Order.values()) {
            vault.catalog().find(new Query(new Query.Scope.All(), "a", order, false));
        }
        for (Query.Scope scope : List.of(
                new Query.Scope.Trash(),
                new Query.Scope.Favourites(),
                new Query.Scope.RotateSoon(),
                new Query.Scope.NameProblems(),
                new Query.Scope.Tagged("prod"))) {
            vault.catalog().find(new Query(scope, "", Query.Order.NAME, true));
        }
        vault.catalog().counts();
        vault.collections().all();
        vault.layout();
        vault.history().policy();
        vault.audit().page(1, 100);
        vault.rollback();
        for (Drafts.Draft draft : vault.drafts().all()) {
            vault.drafts().value(draft.id()).ifPresent(SecretValue::close);
        }
        for (Remote remote : vault.remotes().all()) {
            vault.remotes().credentials(remote.id()).values().forEach(SecretValue::close);
            vault.sync().each(remote.id(), (id, bytes) -> {});
        }
        for (SecretId id : ids(vault)) {
            vault.catalog().entry(id).orElseThrow();
            tried(() -> vault.secrets().peek(id).close());
            tried(() -> {
                for (History.Version version : vault.history().versions(id)) {
                    vault.history().peek(id, version.version()).close();
                }
            });
        }
    }

    private static void write(OpenVault vault) throws VaultException {
        for (SecretId id : ids(vault)) {
            tried(() -> vault.secrets().reveal(id).close());
            tried(() -> vault.secrets().trash(Set.of(id)));
            tried(() -> vault.secrets().restore(Set.of(id)));
            Entry entry = vault.catalog().entry(id).orElseThrow();
            tried(() -> vault.drafts().keep(Optional.empty(), SecretDetails.of(entry), null));
        }
        for (Drafts.Draft draft : vault.drafts().all()) {
            tried(() -> vault.drafts().discard(draft.id()));
        }
        for (Remote remote : vault.remotes().all()) {
            tried(() -> vault.remotes().pause(remote.id()));
            tried(() -> vault.remotes().resume(remote.id()));
            tried(() -> TestSync.put(vault, remote.id(), 1, "over it"));
            tried(() -> vault.remotes().putBack(vault.remotes().remove(remote.id())));
        }
        vault.layout(new Layout(List.of("name"), List.of(7.0), Query.Order.NAME, false));
    }

    private static List<SecretId> ids(OpenVault vault) {
        List<SecretId> ids = new ArrayList<>();
        for (Query.Scope scope : List.of(new Query.Scope.All(), new Query.Scope.Trash())) {
            Catalog.Hits hits = vault.catalog().find(new Query(scope, "", Query.Order.ID, false));
            for (int i = 0; i < hits.size(); i++) {
                ids.add(hits.id(i));
            }
        }
        return ids;
    }

    private interface Action {
        void run() throws VaultException;
    }

    private static void tried(Action action) throws VaultException {
        try {
            action.run();
        } catch (VaultException e) {
            if (!(e.failure() instanceof Failure.TooLarge) && !isOfContent(e.failure())) {
                throw e;
            }
        }
    }
}
