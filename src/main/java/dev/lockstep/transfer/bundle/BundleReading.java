package dev.lockstep.transfer.bundle;

import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenBundle;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the secrets of an open bundle, by name. */
final class BundleReading {
    private static final Query BIN = new Query(new Query.Scope.Trash(), "", Query.Order.NAME, false);

    private final OpenBundle bundle;
    private final Gathering into;

    BundleReading(OpenBundle bundle, Gathering into) {
        this.bundle = bundle;
        this.into = into;
    }

    void run(Progress progress) throws VaultException, InterruptedException {
        Catalog.Hits hits = bundle.catalog().find(Query.ALL);
        boolean several = bundle.catalog().counts().collections().values().stream()
                        .filter(count -> count > 0)
                        .count()
                > 1;
        for (int i = 0; i < hits.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (hits.entry(i).isPresent()) {
                add(hits.entry(i).get(), several);
            }
            progress.at((long) i + 1, hits.size());
        }
        leftOut();
    }

    private void add(Entry entry, boolean several) throws VaultException {
        Optional<String> collection = Optional.ofNullable(bundle.collections().get(entry.collection()))
                .map(SecretCollection::title);
        String path = several ? collection.orElse("") + '/' + entry.name() : entry.name();
        Place place = Place.of(path);
        List<String> tags = new ArrayList<>(entry.tags());
        tags.forEach(tag -> into.count(Thing.TAG, Fate.TAG));
        if (several) {
            collection.ifPresent(tags::add);
        }
        if (!entry.description().isEmpty()) {
            into.count(Thing.NOTE, Fate.DESCRIPTION);
        }
        entry.rotateBy().ifPresent(day -> into.count(Thing.EXPIRY, Fate.ROTATION));
        into.add(
                Thing.VALUE,
                new ImportEntry(
                        entry.name(),
                        bundle.value(entry.id()),
                        place,
                        new ImportEntry.Extras(entry.description(), tags, entry.rotateBy())));
        for (int former = 1; former < entry.versions(); former++) {
            into.lost(Thing.FORMER_VALUE, place, Kind.FORMER_VALUE, Optional.of(entry.name()));
        }
    }

    private void leftOut() {
        Catalog.Hits bin = bundle.catalog().find(BIN);
        for (int i = 0; i < bin.size(); i++) {
            bin.entry(i)
                    .map(Entry::name)
                    .ifPresent(name -> into.lost(Thing.VALUE, Place.of(name), Kind.IN_THE_BIN, Optional.of(name)));
        }
        for (String remote : bundle.remotes()) {
            into.lost(Thing.OTHER, Place.of(remote), Kind.NO_PLACE_FOR_IT, Optional.of(remote));
        }
    }
}
