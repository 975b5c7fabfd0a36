package dev.lockstep.remote.mixpeek;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Fit;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.JsonBody;
import dev.lockstep.remote.http.KeyHeader;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Transport;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The secrets of one organization at Mixpeek. The id of a secret is its name. */
public final class MixpeekVault implements RemoteVault {
    private static final String SECRETS = "/v1/organizations/secrets";

    private final ApiClient api;
    private final KeyHeader token;

    private MixpeekVault(ApiClient api, KeyHeader token) {
        this.api = api;
        this.token = token;
    }

    /**
     * Opens what was filled in; makes no call.
     *
     * @throws RemoteException {@code Unauthorized} without a usable key, {@code Unavailable} without a usable address
     */
    public static MixpeekVault open(Connection connection, Transport transport, Pace pace) throws RemoteException {
        Origin origin = Origin.of(connection);
        KeyHeader token = KeyHeader.of("Authorization", "Bearer ", connection.credential("api-key"));
        return new MixpeekVault(new ApiClient(transport, origin, token, pace), token);
    }

    @Override
    public VendorContract contract() {
        return VendorContracts.MIXPEEK;
    }

    /** Lists: reading is all that can be found out without writing, and nothing tells whose key it is. */
    @Override
    public Greeting greet() throws RemoteException {
        list(secret -> {});
        return new Greeting(Optional.empty(), Optional.empty(), Rights.READS);
    }

    @Override
    public void list(Consumer<RemoteSecret> each) throws RemoteException {
        try (Reply reply = api.send(Call.get(SECRETS))) {
            if (!reply.isSuccess()) {
                throw MixpeekError.read(reply, token).exception(MixpeekTroubles.Asked.LIST);
            }
            MixpeekAnswer.list(reply.json(), name -> each.accept(RemoteSecret.named(name)));
        }
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        Fit.require(contract(), secret.name(), secret.value());
        Call call = Call.of("POST", Call.Effect.ONCE, SECRETS);
        try (JsonBody json = new JsonBody()) {
            call.body(json.text("secret_name", secret.name())
                    .secret("secret_value", secret.value())
                    .body());
        }
        MixpeekError error;
        try (Reply reply = api.send(call)) {
            if (reply.isSuccess()) {
                return RemoteSecret.named(MixpeekAnswer.written(reply));
            }
            error = MixpeekError.read(reply, token).without(secret.value());
        }
        RemoteException failure = error.exception(MixpeekTroubles.Asked.CREATE);
        throw failure.trouble() instanceof Trouble.AlreadyExists ? confirmed(error, secret.name()) : failure;
    }

    /** The routes for secrets declare no 409, and a text is no proof: a list shows whether the name is there. */
    private RemoteException confirmed(MixpeekError error, String name) {
        AtomicBoolean there = new AtomicBoolean();
        boolean looked = true;
        try {
            list(secret -> {
                if (secret.name().equals(name)) {
                    there.set(true);
                }
            });
        } catch (RemoteException e) {
            looked = false;
        }
        if (there.get()) {
            return new RemoteException(new Trouble.AlreadyExists(Optional.of(name)));
        }
        return new RemoteException(
                error.status() == 409 || !looked
                        ? new Trouble.AlreadyExists(Optional.empty())
                        : new Trouble.Refused(error.text()));
    }

    @Override
    public Optional<Updater> updater() {
        return Optional.of(this::update);
    }

    private Optional<RemoteSecret> update(String id, Change change) throws RemoteException {
        SecretValue value = change.value();
        requireSegment(id);
        Fit.require(contract(), value);
        Call call = Call.of("PUT", Call.Effect.REPEATABLE, SECRETS).segment(id);
        try (JsonBody json = new JsonBody()) {
            call.body(json.secret("secret_value", value).body());
        }
        try (Reply reply = api.send(call)) {
            if (!reply.isSuccess()) {
                throw MixpeekError.read(reply, token).without(value).exception(MixpeekTroubles.Asked.ONE);
            }
            return Optional.of(RemoteSecret.named(MixpeekAnswer.written(reply)));
        }
    }

    @Override
    public Optional<Deleter> deleter() {
        return Optional.of(this::delete);
    }

    private void delete(String id) throws RemoteException {
        requireSegment(id);
        try (Reply reply =
                api.send(Call.of("DELETE", Call.Effect.REMOVAL, SECRETS).segment(id))) {
            if (!reply.isSuccess()) {
                reply.requireGone(MixpeekError.read(reply, token).exception(MixpeekTroubles.Asked.ONE));
            } else if (!reply.isEmpty()) {
                MixpeekAnswer.written(reply);
            }
        }
    }

    /**
     * A name that somebody else gave may be any text, but it must stay one segment of the path on the way through proxies that decode it.
     *
     * @throws RemoteException {@code Refused} if it would not
     */
    private static void requireSegment(String name) throws RemoteException {
        Fit.requireId(name);
        int most = VendorContracts.MIXPEEK.names().maxLength();
        boolean leads = name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
        boolean whole = name.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        if (name.codePointCount(0, name.length()) > most || leads || !whole) {
            throw new RemoteException(new Trouble.Refused(""));
        }
    }

    @Override
    public void close() {
        token.close();
    }

    @Override
    public String toString() {
        return "Mixpeek";
    }
}
