package dev.lockstep.transfer.json;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the beginning of a JSON file shows of its structure: which things are where, and no value. What stands in an array is at {@code []}, so
 * {@code data/[]/name} is a member of an element of the array {@code data}.
 */
public final class JsonSketch {
    private static final int DEEPEST = 4;

    private final Map<String, Sort> sorts = new LinkedHashMap<>();
    private final Set<String> flags = new HashSet<>();

    private JsonSketch() {}

    /** That of the first bytes of a file; empty if it is no JSON, or is none before it ends. */
    public static Optional<JsonSketch> of(byte[] beginning) {
        JsonSketch sketch = new JsonSketch();
        if (beginning.length == 0 || JsonFile.isUtf16(MemorySegment.ofArray(beginning))) {
            return Optional.empty();
        }
        try {
            return sketch.complete(beginning) ? Optional.of(sketch) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean complete(byte[] beginning) throws InterruptedException {
        Optional<JsonWalk> walk = Optional.empty();
        try {
            walk = Optional.of(JsonWalk.of(MemorySegment.ofArray(beginning), Progress.UNTOLD));
            look(walk.get(), "", 0);
            walk.get().end();
            return true;
        } catch (ImportException e) {
            return walk.isPresent() && walk.get().ranOut();
        }
    }

    /** That of the beginning of a file. */
    public static Optional<JsonSketch> of(Path file) throws ImportException, InterruptedException {
        byte[] beginning = {};
        try (InputStream stream = Files.newInputStream(file)) {
            beginning = stream.readNBytes(ImportFormat.BEGINNING);
            return of(beginning);
        } catch (IOException e) {
            throw ImportException.of(e);
        } finally {
            Arrays.fill(beginning, (byte) 0);
        }
    }

    private void look(JsonWalk walk, String path, int depth) throws ImportException, InterruptedException {
        Sort sort = walk.next();
        sorts.putIfAbsent(path, sort);
        if (depth < DEEPEST && sort == Sort.OBJECT) {
            walk.members(name -> look(walk, inside(path, name), depth + 1));
        } else if (depth < DEEPEST && sort == Sort.ARRAY) {
            walk.array(() -> look(walk, inside(path, "[]"), depth + 1));
        } else if (sort == Sort.FLAG) {
            if (walk.flag()) {
                flags.add(path);
            }
        } else {
            walk.skip();
        }
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + '/' + name;
    }

    /** Whether the whole is an object, or an array, and so on. */
    public boolean is(Sort sort) {
        return sorts.get("") == sort;
    }

    /** Whether something of a sort is at a path. */
    public boolean has(String path, Sort sort) {
        return sorts.get(path) == sort;
    }

    /** Whether anything is at each of the paths. */
    public boolean has(String... paths) {
        return sorts.keySet().containsAll(Arrays.asList(paths));
    }

    /** Whether {@code true} is at a path. */
    public boolean isTrue(String path) {
        return flags.contains(path);
    }

    /** Whether all members are objects that have a certain member, but for the last, which may be cut off. */
    boolean allHave(String member) {
        List<String> names = sorts.keySet().stream()
                .filter(path -> !path.isEmpty() && path.indexOf('/') < 0)
                .toList();
        return !names.isEmpty()
                && has(names.getFirst() + '/' + member)
                && names.stream().limit(names.size() - 1L).allMatch(name -> has(name + '/' + member));
    }
}
