package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Each kind of call that a vault of which values cannot be read has. */
public enum Act {
    LIST {
        @Override
        public void on(RemoteVault vault, String target, SecretValue value) throws RemoteException {
            vault.list(secret -> {});
        }
    },
    CREATE {
        @Override
        public void on(RemoteVault vault, String target, SecretValue value) throws RemoteException {
            vault.create(NewSecret.of(target, value));
        }
    },
    UPDATE {
        @Override
        public void on(RemoteVault vault, String target, SecretValue value) throws RemoteException {
            vault.updater().orElseThrow().update(target, RemoteVault.Change.to(value));
        }
    },
    DELETE {
        @Override
        public void on(RemoteVault vault, String target, SecretValue value) throws RemoteException {
            vault.deleter().orElseThrow().delete(target);
        }
    };

    /** Makes the call. */
    public abstract void on(RemoteVault vault, String target, SecretValue value) throws RemoteException;

    /** Makes the call, which has to fail. */
    public RemoteException failing(RemoteVault vault, String target, SecretValue value) {
        return assertThrows(RemoteException.class, () -> on(vault, target, value), name());
    }

    /** Makes the call with some value, which has to fail. */
    public Trouble trouble(RemoteVault vault, String target) {
        try (SecretValue value = value("some value of no importance")) {
            return failing(vault, target, value).trouble();
        }
    }

    /** A value of these characters. */
    public static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that is listed. */
    public static List<RemoteSecret> all(RemoteVault vault) throws RemoteException {
        List<RemoteSecret> found = new ArrayList<>();
        Consumer<RemoteSecret> each = found::add;
        vault.list(each);
        return found;
    }
}
