package dev.lockstep.remote.hooklistener;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Fit;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.JsonBody;
import dev.lockstep.remote.http.KeyHeader;
import dev.lockstep.remote.http.OneSecret;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Transport;
import java.util.Optional;
import java.util.function.Consumer;

/** The secrets of one organization at Hooklistener. Reading a value leaves a trace there, so nothing but {@link #valueReader} does. */
public final class HooklistenerVault implements RemoteVault {
    private static final VendorContract CONTRACT = VendorContracts.HOOKLISTENER;
    private static final String SECRETS = "/api/v1/secrets";
    private static final int LONGEST_ID = 200;

    private final ApiClient client;
    private final KeyHeader key;
    private final Optional<String> organization;

    private HooklistenerVault(ApiClient client, KeyHeader key, Optional<String> organization) {
        this.client = client;
        this.key = key;
        this.organization = organization;
    }

    /**
     * Opens the vault of an organization; nothing is sent.
     *
     * @param connection stays the caller's, and so do its credentials
     * @throws RemoteException {@code Unavailable} if the address cannot be used, {@code Refused} if the organization cannot,
     *     {@code Unauthorized} if the key cannot
     */
    public static HooklistenerVault open(Connection connection, Transport transport, Pace pace) throws RemoteException {
        Origin origin = Origin.of(connection);
        Optional<String> organization = connection.setting("organization");
        if (organization.filter(text -> !text.matches("[\\x21-\\x7e]{1,100}")).isPresent()) {
            throw refused();
        }
        KeyHeader key = KeyHeader.of("Authorization", "Bearer ", connection.credential("api-key"));
        ApiClient client = new ApiClient(
                transport,
                origin,
                call -> {
                    key.sign(call);
                    organization.ifPresent(id -> call.header("x-organization-id", id));
                },
                pace);
        return new HooklistenerVault(client, key, organization);
    }

    @Override
    public VendorContract contract() {
        return CONTRACT;
    }

    @Override
    public Greeting greet() throws RemoteException {
        list(secret -> {});
        return new Greeting(Optional.empty(), organization, Rights.READS);
    }

    @Override
    public void list(Consumer<RemoteSecret> each) throws RemoteException {
        try (Reply reply = client.send(Call.get(SECRETS))) {
            requireSuccess(reply);
            Listing.read(reply.json(), each);
        }
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        Fit.require(CONTRACT, secret.name(), secret.value());
        try (JsonBody json = new JsonBody()) {
            json.object("secret").text("name", secret.name()).secret("value", secret.value());
            describe(json, secret.description());
            try (Reply reply = client.send(Call.of("POST", Effect.ONCE, SECRETS).body(json.body()))) {
                if (!reply.isSuccess()) {
                    throw new RemoteException(Complaint.of(reply, told -> key.clean(told, secret.value()))
                            .naming());
                }
                Optional<RemoteSecret> shown = afterWrite(reply, 201);
                if (shown.isEmpty() && reply.status() != 201) {
                    throw new RemoteException(new Trouble.OutcomeUnknown());
                }
                return shown.orElseGet(() -> untold(secret));
            }
        }
    }

    private static RemoteSecret untold(NewSecret secret) {
        return new RemoteSecret(Optional.empty(), secret.name(), Optional.empty(), Optional.empty(), Traces.NONE);
    }

    /** Cut to what the vendor keeps, so that what is read back is what was sent. */
    private static void describe(JsonBody json, Optional<String> description) {
        int most = CONTRACT.descriptionLimit();
        description
                .map(text -> text.codePointCount(0, text.length()) <= most
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, most)))
                .ifPresent(text -> json.text("description", text));
    }

    /**
     * What an answer to a write that was done shows; empty if it shows nothing, which no document forbids.
     *
     * @param telling the status that only this API gives, so that it is believed whatever comes with it
     * @throws RemoteException {@code OutcomeUnknown} if it is a page of something else
     */
    private static Optional<RemoteSecret> afterWrite(Reply reply, int telling) throws RemoteException {
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        try {
            Json json = reply.json();
            RemoteSecret shown = Shown.secret(json);
            json.end();
            return Optional.of(shown);
        } catch (RemoteException e) {
            if (reply.status() == telling || e.trouble().equals(new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED))) {
                return Optional.empty();
            }
            throw new RemoteException(new Trouble.OutcomeUnknown());
        }
    }

    @Override
    public Optional<Inspector> inspector() {
        return Optional.of(this::inspect);
    }

    private RemoteSecret inspect(String id) throws RemoteException {
        try (Reply reply = client.send(one("GET", Effect.READ, id))) {
            requireSuccess(reply);
            Json json = reply.json();
            RemoteSecret shown = Shown.secret(json);
            json.end();
            return shown;
        }
    }

    @Override
    public Optional<ValueReader> valueReader() {
        return Optional.of(this::read);
    }

    private SecretValue read(String id) throws RemoteException {
        try (Reply reply = client.send(one("GET", Effect.READ, id).segment("value"));
                OneSecret value = new OneSecret()) {
            requireSuccess(reply);
            Json json = reply.json();
            json.object(name -> valueField(name, json, id, value));
            json.end();
            return value.take();
        }
    }

    /** Reads a field of an answer with a value, which has to be that of the secret that was asked for. */
    private static void valueField(String name, Json json, String id, OneSecret value) throws RemoteException {
        switch (name) {
            case "data" -> json.object(inner -> valueField(inner, json, id, value));
            case "value" -> value.hold(json.secret());
            case "id" -> {
                if (!json.id().equalsIgnoreCase(id)) {
                    throw Json.unexpected();
                }
            }
            default -> json.skip();
        }
    }

    @Override
    public Optional<Updater> updater() {
        return Optional.of(this::update);
    }

    private Optional<RemoteSecret> update(String id, Change change) throws RemoteException {
        Fit.require(CONTRACT, change.value());
        try (JsonBody json = new JsonBody()) {
            json.object("secret").secret("value", change.value());
            describe(json, change.description());
            try (Reply reply = client.send(one("PUT", Effect.REPEATABLE, id).body(json.body()))) {
                requireSuccess(reply, change.value());
                return afterWrite(reply, 204);
            }
        }
    }

    @Override
    public Optional<Renamer> renamer() {
        return Optional.of(this::rename);
    }

    /** Believed only when the new name is seen: that {@code PUT} renames is likely and not documented. */
    private void rename(String id, String name) throws RemoteException {
        Fit.require(CONTRACT, name);
        try (JsonBody json = new JsonBody().object("secret").text("name", name);
                Reply reply = client.send(one("PUT", Effect.REPEATABLE, id).body(json.body()))) {
            if (!reply.isSuccess()) {
                throw new RemoteException(Complaint.of(reply, key::clean).naming());
            }
            Optional<RemoteSecret> shown = afterWrite(reply, 204);
            String now = shown.isPresent() ? shown.get().name() : nameAfterWrite(id);
            if (!now.equals(name)) {
                throw refused();
            }
        }
    }

    private String nameAfterWrite(String id) throws RemoteException {
        try {
            return inspect(id).name();
        } catch (RemoteException e) {
            throw new RemoteException(new Trouble.OutcomeUnknown());
        }
    }

    @Override
    public Optional<Deleter> deleter() {
        return Optional.of(this::delete);
    }

    private void delete(String id) throws RemoteException {
        try (Reply reply = client.send(one("DELETE", Effect.REMOVAL, id))) {
            if (reply.isSuccess()) {
                afterWrite(reply, 204);
            } else {
                reply.requireGone(
                        new RemoteException(Complaint.of(reply, key::clean).trouble()));
            }
        }
    }

    /** A call of one secret. */
    private static Call one(String method, Effect effect, String id) throws RemoteException {
        Fit.requireId(id);
        if (id.length() > LONGEST_ID) {
            throw refused();
        }
        return Call.of(method, effect, SECRETS).segment(id);
    }

    private void requireSuccess(Reply reply, SecretValue... sent) throws RemoteException {
        if (!reply.isSuccess()) {
            throw new RemoteException(
                    Complaint.of(reply, told -> key.clean(told, sent)).trouble());
        }
    }

    private static RemoteException refused() {
        return new RemoteException(new Trouble.Refused(""));
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return CONTRACT.vendor().id();
    }
}
