package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry.Extras;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import dev.lockstep.vault.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code doppler secrets download --no-file --format json} prints, names and values, and what {@code doppler secrets --json} does, each
 * name with an object: the {@code computed} value, in which references to others are replaced, and with {@code --raw} the {@code raw} one, in
 * which they are not. The computed one is taken. Project, environment and config, which Doppler adds to each download under names of its own,
 * are no secrets.
 *
 * @see <a href="https://docs.doppler.com/docs/accessing-secrets">Secrets access guide</a>
 * @see <a href="https://docs.doppler.com/docs/visibility-types">Restricted values, which a person is not given</a>
 */
public final class DopplerFormat implements ImportFormat {
    private static final Set<String> OWN = Set.of("DOPPLER_PROJECT", "DOPPLER_ENVIRONMENT", "DOPPLER_CONFIG");

    /** A reader without state. */
    public DopplerFormat() {}

    @Override
    public String id() {
        return "doppler";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return JsonSketch.of(beginning)
                .filter(sketch -> sketch.is(Sort.OBJECT))
                .map(DopplerFormat::judge)
                .orElse(Likeness.NO);
    }

    private static Likeness judge(JsonSketch sketch) {
        if (sketch.has(OWN.toArray(String[]::new))) {
            return Likeness.SURE;
        }
        return sketch.allHave("computed") ? Likeness.LIKELY : Likeness.NO;
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        return JsonFile.read(source, progress, DopplerFormat::read);
    }

    static void read(JsonWalk walk, Gathering into) throws ImportException, InterruptedException {
        JsonFile.require(walk, Sort.OBJECT);
        NamedValues flat = new NamedValues(walk, into, Extras.NONE);
        walk.members(name -> {
            if (OWN.contains(name)) {
                into.lost(Thing.OTHER, Place.line(walk.line()), Kind.NO_PLACE_FOR_IT, Optional.of(name));
                walk.skip();
            } else if (walk.next() == Sort.OBJECT) {
                try (DopplerSecret secret = new DopplerSecret(walk, name)) {
                    walk.object(secret::member);
                    secret.gather(into);
                }
            } else {
                flat.member(name);
            }
        });
    }
}
