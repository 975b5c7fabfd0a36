package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what {@link JsonExport} writes; the package tells the format. Collections become tags if there are several, since what is imported goes
 * into one.
 */
final class OwnJson {
    static final String MARK = "lockstep";
    static final String SECRETS = "secrets";
    static final String VERSION_NAME = "version";
    static final int VERSION = 1;

    private final JsonWalk walk;
    private final Gathering into;
    private final Set<String> collections = new LinkedHashSet<>();
    private boolean any;
    private long version;

    OwnJson(JsonWalk walk, Gathering into) {
        this.walk = walk;
        this.into = into;
    }

    static boolean is(JsonSketch sketch) {
        return sketch.has(MARK, Sort.TEXT) && sketch.has(VERSION_NAME, Sort.NUMBER);
    }

    void read() throws ImportException, InterruptedException {
        look(walk.again());
        if (version != VERSION) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
        if (!any) {
            throw JsonBytes.damaged();
        }
        boolean several = collections.size() > 1;
        if (several) {
            collections.forEach(collection -> into.count(Thing.FOLDER, Fate.TAG));
        }
        walk.object(name -> {
            switch (name) {
                case SECRETS -> walk.array(() -> secret(several));
                case MARK, VERSION_NAME -> walk.skip();
                default -> {
                    into.lost(Thing.OTHER, Place.line(walk.line()), Kind.NO_PLACE_FOR_IT, Optional.of(name));
                    walk.skip();
                }
            }
        });
    }

    private void secret(boolean several) throws ImportException, InterruptedException {
        try (OwnSecret secret = new OwnSecret(walk)) {
            walk.object(secret::member);
            secret.gather(into, several);
        }
    }

    /** Finds out what has to be known before the first secret is read. */
    private void look(JsonWalk ahead) throws ImportException, InterruptedException {
        ahead.object(name -> {
            switch (name) {
                case VERSION_NAME -> version = ahead.number();
                case SECRETS -> {
                    any = true;
                    ahead.array(() -> ahead.object(member -> collection(ahead, member)));
                }
                default -> ahead.skip();
            }
        });
    }

    private void collection(JsonWalk ahead, String member) throws ImportException, InterruptedException {
        if (member.equals(OwnSecret.COLLECTION)) {
            ahead.text().ifPresent(collections::add);
        } else {
            ahead.skip();
        }
    }
}
