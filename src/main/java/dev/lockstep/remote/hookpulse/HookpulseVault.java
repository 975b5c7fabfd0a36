package dev.lockstep.remote.hookpulse;

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
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.JsonBody;
import dev.lockstep.remote.http.KeyHeader;
import dev.lockstep.remote.http.OneSecret;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The secrets of one brand at Hookpulse. Every path ends in a slash, without which it is another. */
public final class HookpulseVault implements RemoteVault {
    private static final VendorContract CONTRACT = VendorContracts.HOOKPULSE;
    private static final String ADD = "/v1/api/add_system_secret/";
    private static final String LIST = "/v1/api/get_secrets_paginated/";
    private static final String READ = "/v1/api/get_value_of_secret/";
    private static final String UPDATE = "/v1/api/update_secret_value/";
    private static final String DELETE = "/v1/api/delete_secret/";

    private final ApiClient client;
    private final KeyHeader key;
    private final String brand;
    private final Optional<Updater> updater;

    private HookpulseVault(ApiClient client, KeyHeader key, String brand, boolean updates) {
        this.client = client;
        this.key = key;
        this.brand = brand;
        updater = updates ? Optional.of(this::update) : Optional.empty();
    }

    /**
     * Opens the vault of a brand; nothing is sent.
     *
     * @param connection stays the caller's, and so do its credentials
     * @throws RemoteException {@code Unavailable} if the address cannot be used, {@code Refused} if the brand cannot, {@code Unauthorized} if the
     *     key cannot
     */
    public static HookpulseVault open(Connection connection, Transport transport, Pace pace) throws RemoteException {
        Origin origin = Origin.of(connection);
        String brand = connection
                .setting("brand")
                .filter(text -> text.matches("[\\x21-\\x7e]{1,100}"))
                .orElseThrow(HookpulseVault::refused);
        KeyHeader key = KeyHeader.of("x-hookpulse-api-key", "", connection.credential("api-key"));
        ApiClient client = new ApiClient(
                transport,
                origin,
                call -> {
                    key.sign(call);
                    call.header("x-brand-uuid", brand);
                },
                pace);
        boolean updates = connection.setting("update").filter("on"::equals).isPresent();
        return new HookpulseVault(client, key, brand, updates);
    }

    @Override
    public VendorContract contract() {
        return CONTRACT;
    }

    @Override
    public Greeting greet() throws RemoteException {
        Page.Read first = page(1);
        if (first.page().isEmpty()) {
            throw new RemoteException(first.answer().trouble());
        }
        return new Greeting(Optional.empty(), Optional.of(brand), Rights.READS);
    }

    @Override
    public void list(Consumer<RemoteSecret> each) throws RemoteException {
        Paging paging = new Paging();
        while (!paging.isOver()) {
            Page.Read read = page(paging.number());
            if (read.page().isPresent()) {
                paging.next(read.page().get()).forEach(each);
            } else if (paging.mayBeBeyond() && isBeyond(read.answer())) {
                paging.beyond();
            } else {
                throw new RemoteException(read.answer().trouble());
            }
        }
    }

    private static boolean isBeyond(Answer answer) {
        boolean aboutPages = answer.told().toLowerCase(Locale.ROOT).contains("page");
        boolean refused = answer.status() == 400 || answer.status() == 200;
        return answer.status() == 404 || (refused && aboutPages);
    }

    private Page.Read page(int number) throws RemoteException {
        try (Reply reply = client.send(call("GET", Effect.READ, LIST).query("page", Integer.toString(number)))) {
            return Page.of(reply, number, key::clean);
        }
    }

    private static Call call(String method, Effect effect, String path) {
        return Call.of(method, effect, path).judgedBy(Answer::status);
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        Fit.require(CONTRACT, secret.name(), secret.value());
        try (JsonBody json = new JsonBody()) {
            json.text("secret_key", secret.name()).secret("secret_value", secret.value());
            Answer answer = write(call("POST", Effect.ONCE, ADD).body(json.body()), secret.value());
            if (!answer.isSuccess()) {
                throw new RemoteException(answer.isVague() ? new Trouble.OutcomeUnknown() : answer.creating());
            }
            return new RemoteSecret(
                    answer.uuid(), secret.name(), Optional.empty(), Optional.empty(), RemoteSecret.Traces.NONE);
        }
    }

    @Override
    public Optional<ValueReader> valueReader() {
        return Optional.of(this::read);
    }

    private SecretValue read(String id) throws RemoteException {
        Fit.requireId(id);
        try (JsonBody json = new JsonBody().text("secret_uuid", id);
                Reply reply = client.send(call("POST", Effect.READ, READ).body(json.body()));
                OneSecret value = new OneSecret()) {
            Answer answer = reply.isSuccess() ? walk(reply, id, value) : Answer.of(reply, key::clean);
            if (!answer.isSuccess()) {
                throw new RemoteException(answer.trouble());
            }
            return value.take();
        }
    }

    /** Reads an answer with a value, which has to be that of the secret that was asked for. */
    private Answer walk(Reply reply, String id, OneSecret value) throws RemoteException {
        Json json = reply.json();
        Answer.Walk said = new Answer.Walk(key::clean);
        json.object(name -> {
            if (name.equals("data") && json.atObject()) {
                json.object(inner -> valueField(inner, json, id, value));
            } else if (!said.read(name, json)) {
                json.skip();
            }
        });
        json.end();
        return said.answer(reply.status());
    }

    private static void valueField(String name, Json json, String id, OneSecret value) throws RemoteException {
        switch (name) {
            case "secret_value" -> value.hold(json.secret());
            case "secret_uuid" -> {
                if (!json.id().equalsIgnoreCase(id)) {
                    throw Json.unexpected();
                }
            }
            default -> json.skip();
        }
    }

    @Override
    public Optional<Updater> updater() {
        return updater;
    }

    /** The method is not documented either: where it is said to be the wrong one nothing was written, and the next is tried. */
    private Optional<RemoteSecret> update(String id, Change change) throws RemoteException {
        Fit.requireId(id);
        Fit.require(CONTRACT, change.value());
        for (String method : List.of("POST", "PUT", "PATCH")) {
            try (JsonBody json = new JsonBody()) {
                json.text("secret_uuid", id).secret("secret_value", change.value());
                Answer answer = write(call(method, Effect.REPEATABLE, UPDATE).body(json.body()), change.value());
                if (answer.isSuccess()) {
                    return Optional.empty();
                }
                if (answer.status() != 405) {
                    throw new RemoteException(updating(answer));
                }
            }
        }
        throw refused();
    }

    /** That the path is not there says nothing of the secret. */
    private static Trouble updating(Answer answer) {
        if (answer.isVague()) {
            return new Trouble.OutcomeUnknown();
        }
        boolean pathMissing = answer.status() == 404 && answer.meaning().isEmpty();
        return pathMissing ? new Trouble.Refused(answer.told()) : answer.trouble();
    }

    @Override
    public Optional<Deleter> deleter() {
        return Optional.of(this::delete);
    }

    /** A failure may be answered by the id alone, without a word of success or error; a 404 without a word is another server's. */
    private void delete(String id) throws RemoteException {
        Fit.requireId(id);
        try (JsonBody json = new JsonBody().text("secret_uuid", id)) {
            try (Reply reply =
                    client.send(call("DELETE", Effect.REMOVAL, DELETE).body(json.body()))) {
                Answer answer = written(reply, key::clean);
                if (!answer.isSuccess()) {
                    boolean vague = answer.trouble() instanceof Trouble.ProtocolError && answer.isVague();
                    boolean strange = reply.isAfterDoubt() && answer.meaning().isEmpty();
                    reply.requireGone(
                            new RemoteException(vague || strange ? new Trouble.OutcomeUnknown() : answer.trouble()));
                }
            }
        }
    }

    /** After a write, a page of something else with a good status leaves open what became of it. */
    private Answer write(Call call, SecretValue sent) throws RemoteException {
        try (Reply reply = client.send(call)) {
            return written(reply, told -> key.clean(told, sent));
        }
    }

    private static Answer written(Reply reply, UnaryOperator<String> clean) throws RemoteException {
        try {
            return Answer.of(reply, clean);
        } catch (RemoteException e) {
            throw new RemoteException(new Trouble.OutcomeUnknown());
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
