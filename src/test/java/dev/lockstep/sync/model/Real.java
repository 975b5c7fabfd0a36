package dev.lockstep.sync.model;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.SteppingClock;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.PracticeRemote;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The vendor's simulator behind a shop, spoken to by the vendor's adapter over HTTP: what is done in the shop is done there first. */
final class Real implements AutoCloseable {
    private final PracticeRemote practice;
    private final RemoteVault vault;
    private final Map<Long, String> ids = new HashMap<>();
    private Optional<RemoteSecret> told = Optional.empty();

    Real(Vendor vendor, SteppingClock clock) throws IOException, RemoteException {
        practice = new PracticeRemote(vendor, clock);
        vault = practice.open();
    }

    private interface Deed {
        Optional<RemoteSecret> run(RemoteVault at) throws RemoteException;
    }

    /** Whether it was done; a thread that is to end has it done first, so that nothing comes late which the shop does not know of. */
    private boolean did(Deed deed) {
        boolean interrupted = Thread.interrupted();
        try {
            told = deed.run(vault);
            return true;
        } catch (RemoteException e) {
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean create(long number, String name, String value) {
        return did(at -> {
            try (SecretValue secret = TestVaults.value(value)) {
                RemoteSecret made = at.create(NewSecret.of(name, secret));
                ids.put(number, made.id().isPresent() ? made.id().get() : find(name));
                return Optional.of(made);
            }
        });
    }

    private String find(String name) throws RemoteException {
        return Act.all(vault).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .flatMap(RemoteSecret::id)
                .orElseThrow();
    }

    boolean put(long number, String value) {
        return did(at -> {
            try (SecretValue secret = TestVaults.value(value)) {
                return at.updater().orElseThrow().update(id(number), RemoteVault.Change.to(secret));
            }
        });
    }

    boolean delete(long number) {
        return did(at -> {
            at.deleter().orElseThrow().delete(id(number));
            return Optional.empty();
        });
    }

    String id(long number) {
        return ids.getOrDefault(number, "id-" + number);
    }

    /** What the vendor told of the last write. */
    Optional<RemoteSecret> told() {
        return told;
    }

    void list(Consumer<RemoteSecret> each) throws RemoteException {
        vault.list(each);
    }

    RemoteSecret inspect(String id) throws RemoteException {
        return vault.inspector().orElseThrow().inspect(id);
    }

    SecretValue read(String id) throws RemoteException {
        return vault.valueReader().orElseThrow().read(id);
    }

    @Override
    public void close() {
        vault.close();
        practice.close();
    }
}
