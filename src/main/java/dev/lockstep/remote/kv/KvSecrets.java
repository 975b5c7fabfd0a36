package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.http.Body;
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.JsonBody;
import dev.lockstep.remote.http.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The calls about single secrets. */
final class KvSecrets {
    private final KvClient client;
    private final KvPlace place;
    private final Clock clock;

    KvSecrets(KvClient client, KvPlace place, Clock clock) {
        this.client = client;
        this.place = place;
        this.clock = clock;
    }

    RemoteSecret inspect(String name) throws RemoteException {
        return live(name).secret(name, clock.instant());
    }

    SecretValue read(String name) throws RemoteException {
        try (KvData data = data(name, true)) {
            return data.take();
        }
    }

    /** A lost answer cannot be told from somebody else's secret by sending again, so nothing is sent twice. */
    RemoteSecret create(NewSecret secret) throws RemoteException {
        KvVersion written;
        try {
            written = write(secret.name(), secret.value(), 0);
        } catch (RemoteException e) {
            if (!(e.trouble() instanceof Trouble.ChangedMeanwhile)) {
                throw e;
            }
            written = createOverDeleted(secret);
        }
        String name = secret.name();
        Optional<String> description = described(name, secret.description(), written.custom());
        return told(name, description, written, written.created());
    }

    private KvVersion createOverDeleted(NewSecret secret) throws RemoteException {
        String name = secret.name();
        RemoteException exists = new RemoteException(new Trouble.AlreadyExists(Optional.of(name)));
        try {
            if (!live(name).isDeleted(clock.instant())) {
                throw exists;
            }
            return write(name, secret.value(), deletedVersion(name).orElseThrow(() -> exists));
        } catch (RemoteException e) {
            throw isInTheWay(e.trouble()) ? exists : e;
        }
    }

    /** Of a path that is taken it does not matter why more cannot be found out. */
    private static boolean isInTheWay(Trouble trouble) {
        return trouble instanceof Trouble.ChangedMeanwhile
                || trouble instanceof Trouble.Forbidden
                || trouble instanceof Trouble.NotFound;
    }

    /** The version of a secret that the server itself says has no value now; empty if it has one, for a clock may be wrong. */
    private OptionalLong deletedVersion(String name) throws RemoteException {
        try (Reply reply = client.send(() -> place.secret("GET", Effect.READ, "data", name))) {
            return reply.isSuccess() ? OptionalLong.empty() : KvRefusal.deletedVersion(reply);
        }
    }

    RemoteSecret update(String name, Change change) throws RemoteException {
        long version;
        body(change.value(), 0).close();
        try (KvData there = data(name, false)) {
            version = there.version().number();
            if (change.version().orElse(version) != version) {
                throw new RemoteException(new Trouble.ChangedMeanwhile());
            }
            there.requirePlain();
        }
        KvVersion written = write(name, change.value(), version);
        Optional<String> description = described(name, change.description(), written.custom());
        return told(name, description, written, Optional.empty());
    }

    /** A soft delete compares with nothing; deleting twice leaves what deleting once leaves. */
    void delete(String name) throws RemoteException {
        if (live(name).isDeleted(clock.instant())) {
            throw new RemoteException(new Trouble.NotFound(true));
        }
        try (Reply reply = client.send(
                () -> place.secret("DELETE", Effect.REPEATABLE, "data", name).judgedBy(KvRefusal::status))) {
            requireDone(reply);
        }
    }

    private KvMetadata live(String name) throws RemoteException {
        try (Reply reply = client.sendSurely(() -> place.secret("GET", Effect.READ, "metadata", name))) {
            KvMetadata metadata = KvMetadata.of(reply);
            if (metadata.version() == 0) {
                throw new RemoteException(new Trouble.NotFound(false));
            }
            return metadata;
        }
    }

    private KvData data(String name, boolean wanted) throws RemoteException {
        try (Reply reply = client.sendSurely(() -> place.secret("GET", Effect.READ, "data", name))) {
            return KvData.of(reply, wanted);
        }
    }

    private KvVersion write(String name, SecretValue value, long cas) throws RemoteException {
        try (Reply reply = client.send(
                () -> place.secret("POST", Effect.ONCE, "data", name)
                        .judgedBy(KvRefusal::status)
                        .body(body(value, cas)),
                value)) {
            requireSuccess(reply, value);
            try {
                return KvVersion.written(reply);
            } catch (RemoteException e) {
                throw unknown();
            }
        }
    }

    private static Body body(SecretValue value, long cas) throws RemoteException {
        try (JsonBody body = new JsonBody()) {
            body.object("data").secret(KvData.KEY, value).end();
            return body.object("options").number("cas", cas).end().body();
        }
    }

    private void requireSuccess(Reply reply, SecretValue... sent) throws RemoteException {
        if (!reply.isSuccess()) {
            throw client.refusal(reply, sent).trouble();
        }
    }

    /** A write that was done; what answers with a page may have kept it back. */
    private void requireDone(Reply reply) throws RemoteException {
        requireSuccess(reply);
        if (reply.isEmpty()) {
            return;
        }
        try {
            Json json = reply.json();
            json.skip();
            json.end();
        } catch (RemoteException e) {
            throw unknown();
        }
    }

    private static RemoteException unknown() {
        return new RemoteException(new Trouble.OutcomeUnknown());
    }

    /** Writes a description after its value; that the value was written stays true if this fails. */
    private Optional<String> described(String name, Optional<String> wanted, Map<String, String> custom) {
        Optional<String> had = Optional.ofNullable(custom.get(KvDescription.KEY));
        if (wanted.isEmpty()) {
            return had;
        }
        String fitted = KvDescription.fit(wanted.get(), VendorContracts.KV_V2.descriptionLimit());
        if (fitted.equals(had.orElse(""))) {
            return had;
        }
        try {
            Map<String, String> merged = KvDescription.merged(live(name).custom(), fitted);
            try (Reply reply = client.send(() -> place.secret("POST", Effect.REPEATABLE, "metadata", name)
                    .judgedBy(KvRefusal::status)
                    .body(KvDescription.body(merged)))) {
                requireDone(reply);
            }
            return Optional.of(fitted).filter(text -> !text.isEmpty());
        } catch (RemoteException e) {
            return Optional.empty();
        }
    }

    private static RemoteSecret told(
            String name, Optional<String> description, KvVersion version, Optional<Instant> created)
            throws RemoteException {
        OptionalLong number = OptionalLong.of(version.number());
        Traces traces = new Traces(created, version.created(), Optional.empty(), number, false);
        return new RemoteSecret(Optional.of(name), name, description, Optional.empty(), traces);
    }
}
