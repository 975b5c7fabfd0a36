package dev.lockstep.remote.kv;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Fit;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import java.util.Optional;
import java.util.function.Consumer;

/** Secrets of HashiCorp Vault or OpenBao, in one folder of one key-value engine of version 2. */
public final class KvVault implements RemoteVault {
    private final KvSession session;
    private final KvPlace place;
    private final KvClient client;
    private final KvGreeting greeting;
    private final KvSecrets secrets;

    private KvVault(KvSession session, KvAuth auth, ApiClient api, KvPlace place, Pace pace) {
        this.session = session;
        this.place = place;
        client = new KvClient(api, session, auth);
        greeting = new KvGreeting(client, session, auth, place);
        secrets = new KvSecrets(client, place, pace.clock());
    }

    /**
     * Copies the credentials; nothing is sent before the first call.
     *
     * @throws RemoteException {@code Unavailable} if the address cannot be used, {@code Refused} if namespace, mount or path cannot,
     *     {@code Unauthorized} if credentials are missing or cannot be sent
     */
    public static KvVault open(Connection connection, Transport transport, Pace pace) throws RemoteException {
        Origin origin = Origin.of(connection);
        KvPlace place = KvPlace.of(connection);
        KvAuth auth = new KvAuth(transport, origin, place.namespace(), pace);
        KvSession session = new KvSession(KvLogin.of(connection), auth, pace.clock());
        return new KvVault(session, auth, new ApiClient(transport, origin, session, pace), place, pace);
    }

    @Override
    public VendorContract contract() {
        return VendorContracts.KV_V2;
    }

    @Override
    public Greeting greet() throws RemoteException {
        return greeting.greet();
    }

    @Override
    public void list(Consumer<RemoteSecret> each) throws RemoteException {
        new KvListing(client, place, each).run();
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        Fit.require(contract(), secret.name(), secret.value());
        return secrets.create(secret);
    }

    @Override
    public Optional<Inspector> inspector() {
        return Optional.of(secrets::inspect);
    }

    @Override
    public Optional<ValueReader> valueReader() {
        return Optional.of(secrets::read);
    }

    @Override
    public Optional<Updater> updater() {
        return Optional.of(this::update);
    }

    private Optional<RemoteSecret> update(String id, Change change) throws RemoteException {
        Fit.require(contract(), change.value());
        return Optional.of(secrets.update(id, change));
    }

    @Override
    public Optional<Deleter> deleter() {
        return Optional.of(secrets::delete);
    }

    /** Wipes the credentials, and spends a moment on making a token invalid that was had by logging in. */
    @Override
    public void close() {
        session.close();
    }

    @Override
    public String toString() {
        return contract().vendor().id();
    }
}
