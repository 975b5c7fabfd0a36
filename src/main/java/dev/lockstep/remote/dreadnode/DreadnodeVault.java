package dev.lockstep.remote.dreadnode;

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
import dev.lockstep.remote.dreadnode.DreadnodeError.Asked;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.JsonBody;
import dev.lockstep.remote.http.KeyHeader;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Transport;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The secrets of one user at Dreadnode. */
public final class DreadnodeVault implements RemoteVault {
    private static final String SECRETS = "/api/v1/user/secrets";
    private static final String ID = "[A-Za-z0-9_-]{1,100}";

    private final ApiClient api;
    private final KeyHeader token;

    private DreadnodeVault(ApiClient api, KeyHeader token) {
        this.api = api;
        this.token = token;
    }

    /**
     * Opens what was filled in; makes no call.
     *
     * @throws RemoteException {@code Unauthorized} without a usable key, {@code Unavailable} without a usable address
     */
    public static DreadnodeVault open(Connection connection, Transport transport, Pace pace) throws RemoteException {
        Origin origin = Origin.of(connection);
        KeyHeader token = KeyHeader.of("Authorization", "Bearer ", connection.credential("api-key"));
        return new DreadnodeVault(new ApiClient(transport, origin, token, pace), token);
    }

    /**
     * The provider that {@link #create} sends for a name where none was chosen: {@code openai}, {@code anthropic} or {@code github} for the
     * names that the vendor sets by default for them.
     */
    public static Optional<String> proposedProvider(String name) {
        return switch (name) {
            case "OPENAI_API_KEY" -> Optional.of("openai");
            case "ANTHROPIC_API_KEY" -> Optional.of("anthropic");
            case "GITHUB_TOKEN" -> Optional.of("github");
            default -> Optional.empty();
        };
    }

    @Override
    public VendorContract contract() {
        return VendorContracts.DREADNODE;
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
                throw DreadnodeError.read(reply, token).exception(Asked.LIST);
            }
            DreadnodeAnswer.list(reply.json(), each);
        }
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        Fit.require(contract(), secret.name(), secret.value());
        Call call = Call.of("POST", Call.Effect.ONCE, SECRETS);
        try (JsonBody json = new JsonBody()) {
            json.text("name", secret.name());
            secret.provider()
                    .filter(provider -> !provider.isEmpty())
                    .or(() -> proposedProvider(secret.name()))
                    .ifPresent(provider -> json.text("provider", provider));
            call.body(json.secret("value", secret.value()).body());
        }
        return written(call, secret.value(), Asked.CREATE);
    }

    @Override
    public Optional<Updater> updater() {
        return Optional.of(this::update);
    }

    private Optional<RemoteSecret> update(String id, Change change) throws RemoteException {
        requireId(id);
        Fit.require(contract(), change.value());
        Call call = Call.of("PUT", Call.Effect.REPEATABLE, SECRETS).segment(id);
        try (JsonBody json = new JsonBody()) {
            call.body(json.secret("value", change.value()).body());
        }
        return Optional.of(written(call, change.value(), Asked.ONE));
    }

    private RemoteSecret written(Call call, SecretValue value, Asked asked) throws RemoteException {
        try (Reply reply = api.send(call)) {
            if (!reply.isSuccess()) {
                throw DreadnodeError.read(reply, token).without(value).exception(asked);
            }
            return DreadnodeAnswer.written(reply, value);
        }
    }

    @Override
    public Optional<Deleter> deleter() {
        return Optional.of(this::delete);
    }

    private void delete(String id) throws RemoteException {
        requireId(id);
        boolean afterDoubt;
        try (Reply reply =
                api.send(Call.of("DELETE", Call.Effect.REMOVAL, SECRETS).segment(id))) {
            if (reply.isSuccess()) {
                DreadnodeAnswer.deleted(reply);
                return;
            }
            RemoteException failure = DreadnodeError.read(reply, token).exception(Asked.ONE);
            afterDoubt = reply.isAfterDoubt();
            if (afterDoubt || !(failure.trouble() instanceof Trouble.NotFound)) {
                reply.requireGone(failure);
            }
        }
        if (!isGone(id, afterDoubt)) {
            throw afterDoubt ? new RemoteException(new Trouble.OutcomeUnknown()) : Json.unexpected();
        }
        if (!afterDoubt) {
            throw new RemoteException(new Trouble.NotFound(false));
        }
    }

    /** The path is inferred: a 404 may as well say that there is no such path. A list tells; after a doubt, one that fails proves nothing. */
    private boolean isGone(String id, boolean afterDoubt) throws RemoteException {
        try {
            return !isListed(id);
        } catch (RemoteException e) {
            if (afterDoubt) {
                return false;
            }
            throw e;
        }
    }

    private boolean isListed(String id) throws RemoteException {
        AtomicBoolean there = new AtomicBoolean();
        list(secret -> {
            if (secret.id().filter(id::equals).isPresent()) {
                there.set(true);
            }
        });
        return there.get();
    }

    /** Ids are UUIDs as far as is known; anything that could lead to another path is none. */
    private static void requireId(String id) throws RemoteException {
        if (!id.matches(ID)) {
            throw new RemoteException(new Trouble.Refused(""));
        }
    }

    @Override
    public void close() {
        token.close();
    }

    @Override
    public String toString() {
        return "Dreadnode";
    }
}
