package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import dev.lockstep.vault.Progress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code vault kv get -format=json} and {@code bao kv get -format=json} print of one secret, of either version of the engine: {@code data}
 * holds the names and values (version 1), or an object {@code data} that does, beside its {@code metadata} (version 2). Ids, leases, warnings,
 * version and time of creation are bookkeeping. Metadata of the user's own go to the description, and the day on which the version ends is
 * that by which a new value is due; a version that is deleted or destroyed has no values any more.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version">Read secret version</a>
 * @see <a href="https://openbao.org/api-docs/secret/kv/kv-v1/">KV version 1 of OpenBao</a>
 */
public final class VaultKvFormat implements ImportFormat {
    static final String DATA = "data";
    static final String METADATA = "metadata";

    /** A reader without state. */
    public VaultKvFormat() {}

    @Override
    public String id() {
        return "vault-kv";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return JsonSketch.of(beginning)
                .filter(sketch -> sketch.has("request_id", "lease_id", "renewable"))
                .map(sketch -> Likeness.SURE)
                .orElse(Likeness.NO);
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        return JsonFile.read(source, progress, VaultKvFormat::read);
    }

    static void read(JsonWalk walk, Gathering into) throws ImportException, InterruptedException {
        JsonFile.require(walk, Sort.OBJECT);
        VaultKvVersion version = VaultKvVersion.look(walk.again());
        walk.object(name -> {
            if (!name.equals(DATA)) {
                walk.skip();
            } else if (version.second()) {
                second(walk, into, version);
            } else {
                JsonFile.require(walk, Sort.OBJECT);
                new NamedValues(walk, into, version.extras()).read();
            }
        });
    }

    private static void second(JsonWalk walk, Gathering into, VaultKvVersion version)
            throws ImportException, InterruptedException {
        walk.object(name -> {
            if (!name.equals(DATA)) {
                walk.skip();
            } else if (walk.next() == Sort.OBJECT) {
                version.count(into);
                new NamedValues(walk, into, version.extras()).read();
            } else {
                into.lost(Thing.VALUE, Place.line(walk.line()), version.gone(), Optional.empty());
                walk.skip();
            }
        });
    }
}
