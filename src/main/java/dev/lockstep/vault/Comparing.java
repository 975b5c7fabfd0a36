package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares the secrets of two states of one vault by their heads, and the remotes; no value or credential is opened. */
final class Comparing {
    private static final List<Query.Scope> EVERYWHERE = List.of(new Query.Scope.All(), new Query.Scope.Trash());

    private final Contents former;
    private final Side present;

    /** The open vault as it is. */
    record Side(Catalog catalog, KeyValues keyValues) {}

    Comparing(Contents former, Side present) {
        this.former = former;
        this.present = present;
    }

    Difference run(Pace pace) throws VaultException, InterruptedException {
        List<Difference.Line> back = new ArrayList<>();
        List<Difference.Line> changed = new ArrayList<>();
        pace.expect((long) count(former.catalog()) + count(present.catalog()));
        for (Query.Scope scope : EVERYWHERE) {
            Catalog.Hits hits = find(former.catalog(), scope);
            for (int i = 0; i < hits.size(); i++) {
                compare(hits.id(i), back, changed);
                pace.step();
            }
        }
        Difference.Part secrets = new Difference.Part(List.copyOf(back), gone(pace), List.copyOf(changed));
        return new Difference(secrets, remotes());
    }

    private Difference.Part remotes() {
        KeyValues then = former.keyValues();
        KeyValues now = present.keyValues();
        return new Difference.Part(
                remotes(then, remote -> !now.remotes().containsKey(remote.id())),
                remotes(now, remote -> !then.remotes().containsKey(remote.id())),
                remotes(now, remote -> {
                    Remote before = then.remotes().get(remote.id());
                    return before != null && !before.equals(remote);
                }));
    }

    /** The time of the last change tells credentials apart, which are not opened here. */
    private static List<Difference.Line> remotes(KeyValues from, Predicate<Remote> wanted) {
        return from.remotes().values().stream()
                .filter(wanted)
                .map(remote -> line(remote.name(), remote.collection(), from))
                .sorted(Comparator.comparing(Difference.Line::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Difference.Line::collection))
                .toList();
    }

    private void compare(SecretId id, List<Difference.Line> back, List<Difference.Line> changed) throws VaultException {
        Optional<Catalog.Versioned> then = former.catalog().head(id);
        Optional<Catalog.Versioned> now = present.catalog().head(id);
        if (then.isPresent() && now.isEmpty()) {
            back.add(line(then.get().head(), former.keyValues()));
        } else if (then.isPresent() && differ(then.get().head(), now.get().head())) {
            changed.add(line(now.get().head(), present.keyValues()));
        }
    }

    private List<Difference.Line> gone(Pace pace) throws VaultException, InterruptedException {
        List<Difference.Line> gone = new ArrayList<>();
        for (Query.Scope scope : EVERYWHERE) {
            Catalog.Hits hits = find(present.catalog(), scope);
            for (int i = 0; i < hits.size(); i++) {
                Optional<Catalog.Versioned> now = present.catalog().head(hits.id(i));
                if (now.isPresent() && former.catalog().head(hits.id(i)).isEmpty()) {
                    gone.add(line(now.get().head(), present.keyValues()));
                }
                pace.step();
            }
        }
        return List.copyOf(gone);
    }

    /** Whether anything differs that somebody set; when a value was last shown does not count. */
    private static boolean differ(Head one, Head two) {
        return !one.details().equals(two.details())
                || (one.trashed() == 0) != (two.trashed() == 0)
                || one.value().size() != two.value().size()
                || !Arrays.equals(one.value().fingerprint(), two.value().fingerprint());
    }

    private static Difference.Line line(Head head, KeyValues around) {
        return line(head.details().name(), head.details().collection(), around);
    }

    private static Difference.Line line(String name, CollectionId of, KeyValues around) {
        SecretCollection collection = around.collections().get(of);
        return new Difference.Line(name, collection == null ? "" : collection.title());
    }

    private static Catalog.Hits find(Catalog catalog, Query.Scope scope) {
        return catalog.find(new Query(scope, "", Query.Order.NAME, false));
    }

    private static int count(Catalog catalog) {
        Counts counts = catalog.counts();
        return counts.all() + counts.trash();
    }
}
