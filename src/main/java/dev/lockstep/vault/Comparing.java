package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares the secrets of two states of one vault by their heads; no value is opened. */
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
        return new Difference(List.copyOf(back), gone(pace), List.copyOf(changed));
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
        SecretCollection collection = around.collections().get(head.details().collection());
        return new Difference.Line(head.details().name(), collection == null ? "" : collection.title());
    }

    private static Catalog.Hits find(Catalog catalog, Query.Scope scope) {
        return catalog.find(new Query(scope, "", Query.Order.NAME, false));
    }

    private static int count(Catalog catalog) {
        Counts counts = catalog.counts();
        return counts.all() + counts.trash();
    }
}
