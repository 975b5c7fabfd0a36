package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportEntry.Extras;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import dev.lockstep.vault.Progress;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * JSON that other programs have no format for: what this program exports (see the package), and otherwise an object of names and values,
 * <code>{"NAME": "value"}</code>. What stands in an object inside gets its name in front, {@code database/password}. Numbers and truth values
 * are taken as they are written; a list or {@code null} is no value.
 */
public final class JsonFormat implements ImportFormat {
    /** A reader without state. */
    public JsonFormat() {}

    @Override
    public String id() {
        return "json";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        if (JsonFile.isUtf16(MemorySegment.ofArray(beginning))) {
            return source.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? Likeness.MAYBE : Likeness.NO;
        }
        Optional<JsonSketch> sketch = JsonSketch.of(beginning).filter(any -> any.is(Sort.OBJECT));
        if (sketch.isEmpty()) {
            return Likeness.NO;
        }
        return OwnJson.is(sketch.get()) ? Likeness.SURE : Likeness.LIKELY;
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        return JsonFile.read(source, progress, JsonFormat::read);
    }

    static void read(JsonWalk walk, Gathering into) throws ImportException, InterruptedException {
        JsonFile.require(walk, Sort.OBJECT);
        if (walk.beginsWith(OwnJson.MARK, OwnJson.SECRETS)) {
            new OwnJson(walk, into).read();
        } else {
            new NamedValues(walk, into, Extras.NONE).read();
        }
    }
}
