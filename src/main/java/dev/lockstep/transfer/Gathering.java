package dev.lockstep.transfer;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.vault.SecretDetails;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers what a reader finds. Of several with one name each later one gets a number behind it, so that none is lost. Closing overwrites the
 * values, unless they were handed on.
 */
public final class Gathering implements AutoCloseable {
    /** The most entries that are taken from one source. */
    public static final int MAX_ENTRIES = 100_000;

    /** After so many problems no more are listed, and the rest counts only. */
    public static final int MAX_PROBLEMS = 100_000;

    /** The longest name, in UTF-16 units. */
    public static final int MAX_NAME = SecretDetails.MAX_NAME;

    private final List<ImportEntry> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<Holding.Thing, Map<Holding.Fate, Integer>> counts = new EnumMap<>(Holding.Thing.class);

    /**
     * Takes an entry over. What cannot be one, for its name, its size or because there are too many, is a problem then, and its value closed.
     *
     * @param thing what its value was there
     */
    public void add(Holding.Thing thing, ImportEntry entry) {
        Optional<ImportProblem.Kind> unusable = unusable(entry);
        if (unusable.isPresent()) {
            entry.value().close();
            String name = entry.name();
            boolean tellable = !name.isEmpty() && name.length() <= MAX_NAME;
            lost(thing, entry.place(), unusable.get(), tellable ? Optional.of(name) : Optional.empty());
            return;
        }
        String name = free(entry.name());
        names.add(name);
        ImportEntry.Extras extras = cut(entry.extras());
        entries.add(new ImportEntry(name, entry.value(), entry.place(), extras));
        count(thing, Holding.Fate.SECRET);
        if (!extras.equals(entry.extras())) {
            note(entry.place(), ImportProblem.Kind.CUT, Optional.of(name));
        }
        if (!name.equals(entry.name())) {
            note(entry.place(), ImportProblem.Kind.RENAMED, Optional.of(name));
        }
    }

    private Optional<ImportProblem.Kind> unusable(ImportEntry entry) {
        if (entry.name().isEmpty()) {
            return Optional.of(ImportProblem.Kind.EMPTY_NAME);
        }
        if (entry.name().length() > MAX_NAME) {
            return Optional.of(ImportProblem.Kind.NAME_TOO_LONG);
        }
        if (entry.value().size() > SecretValue.MAX_SIZE) {
            return Optional.of(ImportProblem.Kind.VALUE_TOO_LARGE);
        }
        return isFull() ? Optional.of(ImportProblem.Kind.TOO_MANY_ENTRIES) : Optional.empty();
    }

    /** As much as the vault takes. */
    private static ImportEntry.Extras cut(ImportEntry.Extras extras) {
        List<String> tags = extras.tags().stream()
                .map(tag -> cut(tag, SecretDetails.MAX_TAG))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .limit(SecretDetails.MAX_TAGS)
                .toList();
        return new ImportEntry.Extras(
                cut(extras.description(), SecretDetails.MAX_DESCRIPTION), tags, extras.rotateBy());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private String free(String wanted) {
        String name = wanted;
        while (names.contains(name)) {
            String end = " (" + numbers.merge(wanted, 2, (before, first) -> before + 1) + ")";
            name = wanted.substring(0, Math.min(wanted.length(), MAX_NAME - end.length())) + end;
        }
        return name;
    }

    /** Whether no more entries are taken. */
    public boolean isFull() {
        return entries.size() == MAX_ENTRIES;
    }

    /** Something was there that gives no entry. */
    public void lost(Holding.Thing thing, Place place, ImportProblem.Kind kind, Optional<String> name) {
        count(thing, Holding.Fate.LEFT_OUT);
        note(place, kind, name);
    }

    /** Something is to be told. */
    public void note(Place place, ImportProblem.Kind kind, Optional<String> name) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new ImportProblem(place, kind, name));
        }
    }

    /** Something was there and goes somewhere. */
    public void count(Holding.Thing thing, Holding.Fate fate) {
        counts.computeIfAbsent(thing, any -> new EnumMap<>(Holding.Fate.class))
                .merge(fate, 1, (before, one) -> before + one);
    }

    /** Hands everything on. */
    public ImportSource finish() {
        List<Holding> holdings = new ArrayList<>();
        counts.forEach((thing, fates) -> fates.forEach((fate, count) -> holdings.add(new Holding(thing, fate, count))));
        ImportSource source = new ImportSource(entries, problems, holdings);
        entries.clear();
        return source;
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.value().close());
        entries.clear();
    }
}
