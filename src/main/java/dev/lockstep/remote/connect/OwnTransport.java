package dev.lockstep.remote.connect;

import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.http.Transport;
import java.util.Optional;
import java.util.function.Consumer;

/** A vault whose connections end with it. */
record OwnTransport(RemoteVault vault, Transport transport) implements RemoteVault {
    @Override
    public VendorContract contract() {
        return vault.contract();
    }

    @Override
    public Greeting greet() throws RemoteException {
        return vault.greet();
    }

    @Override
    public void list(Consumer<RemoteSecret> each) throws RemoteException {
        vault.list(each);
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        return vault.create(secret);
    }

    @Override
    public Optional<Inspector> inspector() {
        return vault.inspector();
    }

    @Override
    public Optional<ValueReader> valueReader() {
        return vault.valueReader();
    }

    @Override
    public Optional<Updater> updater() {
        return vault.updater();
    }

    @Override
    public Optional<Renamer> renamer() {
        return vault.renamer();
    }

    @Override
    public Optional<Deleter> deleter() {
        return vault.deleter();
    }

    @Override
    public void close() {
        try (transport) {
            vault.close();
        }
    }
}
