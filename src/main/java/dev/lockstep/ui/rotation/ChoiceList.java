package dev.lockstep.ui.rotation;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.rotation.Exposures;
import dev.lockstep.vault.SecretCollection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The secrets of which some are chosen for a run. Only what is shown is ticked. */
final class ChoiceList {
    private final List<Candidate> all;
    private final Exposures exposures;
    private final Map<CollectionId, String> titles = new HashMap<>();
    private final Clock clock;
    private final ObservableList<Candidate> shown = FXCollections.observableArrayList();
    private final Set<SecretId> ticked = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper ticks = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Source> source;
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.EVER);
    private final ObjectProperty<Optional<CollectionId>> collection = new SimpleObjectProperty<>(Optional.empty());

    /** @param chosen ticked at first */
    ChoiceList(Found found, Clock clock, Source first, List<SecretId> chosen) {
        this.all = found.candidates();
        this.exposures = found.exposures();
        this.clock = clock;
        found.collections().forEach(one -> titles.put(one.id(), one.title()));
        source = new SimpleObjectProperty<>(first);
        ticked.addAll(chosen);
        lay();
        source.subscribe((before, now) -> lay());
        period.subscribe((before, now) -> lay());
        collection.subscribe((before, now) -> lay());
    }

    /** What there is to choose from. */
    record Found(List<Candidate> candidates, Exposures exposures, List<SecretCollection> collections) {
        Found {
            candidates = List.copyOf(candidates);
            collections = List.copyOf(collections);
        }
    }

    ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** How long ago the values of the offboarding list may last have been shown. */
    ObjectProperty<Period> periodProperty() {
        return period;
    }

    ObjectProperty<Optional<CollectionId>> collectionProperty() {
        return collection;
    }

    ObservableList<Candidate> shown() {
        return shown;
    }

    Exposures exposures() {
        return exposures;
    }

    Set<CollectionId> collections() {
        return Set.copyOf(titles.keySet());
    }

    String title(CollectionId id) {
        return titles.getOrDefault(id, "");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How many are ticked. */
    ReadOnlyIntegerProperty ticksProperty() {
        return ticks.getReadOnlyProperty();
    }

    boolean isTicked(Candidate candidate) {
        return ticked.contains(candidate.secret());
    }

    /** In the order shown. */
    List<SecretId> ticked() {
        return shown.stream().map(Candidate::secret).filter(ticked::contains).toList();
    }

    void tick(Candidate candidate) {
        if (!ticked.remove(candidate.secret())) {
            ticked.add(candidate.secret());
        }
        ticks.set(ticked.size());
    }

    /** Ticks all that are shown, or, if they are, none. */
    void tickAll() {
        if (ticked.size() == shown.size()) {
            ticked.clear();
        } else {
            shown.forEach(candidate -> ticked.add(candidate.secret()));
        }
        ticks.set(ticked.size());
    }

    /** How many there are of a source, whatever else is filtered. */
    int count(Source of) {
        return (int) all.stream().filter(one -> of.accepts(one, today())).count();
    }

    private void lay() {
        List<Candidate> now = new ArrayList<>(all.stream()
                .filter(one -> source.get().accepts(one, today()))
                .filter(one ->
                        collection.get().isEmpty() || collection.get().get().equals(one.collection()))
                .filter(this::isRecent)
                .toList());
        now.sort(order());
        shown.setAll(now);
        ticked.retainAll(now.stream().map(Candidate::secret).toList());
        ticks.set(ticked.size());
    }

    private boolean isRecent(Candidate candidate) {
        return source.get() != Source.KNOWN
                || candidate
                        .exposure()
                        .filter(known -> !known.last().isBefore(period.get().since(clock.instant())))
                        .isPresent();
    }

    private Comparator<Candidate> order() {
        Comparator<Candidate> byName = Comparator.comparing(Candidate::name, String.CASE_INSENSITIVE_ORDER);
        return switch (source.get()) {
            case KNOWN ->
                Comparator.comparing(
                                (Candidate one) -> one.exposure().orElseThrow().last())
                        .reversed()
                        .thenComparing(byName);
            case DUE ->
                Comparator.comparing((Candidate one) -> one.due().orElseThrow()).thenComparing(byName);
            case ALL -> byName;
        };
    }
}
