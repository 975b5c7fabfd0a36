package dev.lockstep.practice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values by name in the order of their creation. Used by several threads at once. */
final class NamedValues {
    private final boolean caseIgnored;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Optional<String> before = Optional.empty();
    private boolean wasThere;

    private record Entry(String name, byte[] value) {}

    NamedValues(boolean caseIgnored) {
        this.caseIgnored = caseIgnored;
    }

    private String key(String name) {
        return caseIgnored ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static Entry entry(String name, String value) {
        return new Entry(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it was not there before. */
    synchronized boolean create(String name, String value) {
        boolean created = entries.putIfAbsent(key(name), entry(name, value)) == null;
        if (created) {
            remember(name, false);
        }
        return created;
    }

    /** Whether it was there. */
    synchronized boolean update(String name, String value) {
        return entries.computeIfPresent(key(name), (key, old) -> entry(old.name(), value)) != null;
    }

    /** Whether it was there. */
    synchronized boolean delete(String name) {
        boolean deleted = entries.remove(key(name)) != null;
        if (deleted) {
            remember(name, true);
        }
        return deleted;
    }

    private void remember(String name, boolean there) {
        before = Optional.of(name);
        wasThere = there;
    }

    synchronized boolean holds(String name, byte[] value) {
        Entry entry = entries.get(key(name));
        return entry != null && Arrays.equals(entry.value(), value);
    }

    synchronized List<String> names() {
        return new ArrayList<>(entries.values().stream().map(Entry::name).toList());
    }

    /** The names before the last one came or went. */
    synchronized List<String> namesBefore() {
        List<String> names = names();
        before.ifPresent(name -> {
            if (wasThere) {
                names.add(name);
            } else {
                names.remove(name);
            }
        });
        return names;
    }
}
