package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import dev.lockstep.vault.Progress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What {@code infisical export --format=json} prints: a list of secrets with key, value, comment, tags and, in versions since 2024, the path of
 * the folder. The path becomes a tag unless it is the root. Ids, the type, the project and how the value is to be written are bookkeeping.
 *
 * @see <a href="https://infisical.com/docs/cli/commands/export">infisical export</a>
 * @see <a href="https://github.com/Infisical/cli/blob/main/packages/models/cli.go">The structure that it prints</a>
 */
public final class InfisicalFormat implements ImportFormat {
    /** A reader without state. */
    public InfisicalFormat() {}

    @Override
    public String id() {
        return "infisical";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return JsonSketch.of(beginning)
                .filter(sketch -> sketch.is(Sort.ARRAY) && sketch.has("[]/key", "[]/value"))
                .map(sketch -> sketch.has("[]/_id", "[]/type") ? Likeness.SURE : Likeness.LIKELY)
                .orElse(Likeness.NO);
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        return JsonFile.read(source, progress, InfisicalFormat::read);
    }

    static void read(JsonWalk walk, Gathering into) throws ImportException, InterruptedException {
        JsonFile.require(walk, Sort.ARRAY);
        Set<String> folders = new HashSet<>();
        walk.array(() -> {
            try (InfisicalSecret secret = new InfisicalSecret(walk)) {
                JsonFile.require(walk, Sort.OBJECT);
                walk.object(secret::member);
                if (!secret.folder().isEmpty() && folders.add(secret.folder())) {
                    into.count(Thing.FOLDER, Fate.TAG);
                }
                secret.gather(into);
            }
        });
    }
}
