package dev.lockstep.sync.rotation;

import dev.lockstep.sync.SyncGround;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a vault keeps of rotations, as it is read from the vault, and as it has to be after a step.
 *
 * @param texts the present values, by the names of the secrets
 * @param runs by id, in the order in which they were begun
 * @param told how often the audit log tells of each event since some entry
 */
record KeptRotations(Map<String, String> texts, Map<String, Run> runs, Map<AuditEvent, Integer> told) {
    private static final Set<AuditEvent> EVENTS = EnumSet.of(
            AuditEvent.ROTATION_BEGUN,
            AuditEvent.ROTATION_ACCEPTED,
            AuditEvent.ROTATION_FINISHED,
            AuditEvent.ROTATION_GIVEN_UP,
            AuditEvent.VALUE_CHANGED);
    private static final int PAGE = 500;

    /**
     * A rotation.
     *
     * @param renewed the secrets that have other values than when it began
     * @param accepted as {@link RotationStep#words}
     */
    record Run(boolean open, Set<String> chosen, Set<String> renewed, Set<String> accepted) {
        private static Set<String> with(Set<String> some, Iterable<String> more) {
            Set<String> all = new TreeSet<>(some);
            more.forEach(all::add);
            return all;
        }

        Run renewing(Set<String> names) {
            List<String> ours = names.stream().filter(chosen::contains).toList();
            return new Run(open, chosen, with(renewed, ours), accepted);
        }

        Run accepting(List<String> words) {
            return new Run(open, chosen, renewed, with(accepted, words));
        }

        Run finished() {
            return new Run(false, chosen, renewed, accepted);
        }
    }

    /** @param from the first entry of the audit log that counts */
    static KeptRotations read(SyncGround ground, long from) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (Entry entry : entries(ground)) {
            texts.put(entry.name(), TestVaults.text(ground.vault().sync().value(entry.id())));
        }
        Surveyor surveyor =
                new Surveyor(ground.vault(), ground.ledgers(), ground.plans().plan(Optional.empty()));
        List<Rotation> all = new ArrayList<>(ground.sync().rotations().all());
        all.sort(Comparator.comparing(Rotation::begun));
        Map<String, Run> runs = new LinkedHashMap<>();
        for (Rotation rotation : all) {
            runs.put(rotation.id().toString(), run(ground, surveyor.survey(rotation)));
        }
        return new KeptRotations(texts, runs, told(ground, from));
    }

    static List<Entry> entries(SyncGround ground) {
        List<Entry> entries = new ArrayList<>();
        var hits = ground.vault().catalog().find(new Query(new Query.Scope.All(), "", Query.Order.NAME, false));
        for (int i = 0; i < hits.size(); i++) {
            entries.add(hits.entry(i).orElseThrow());
        }
        return entries;
    }

    private static Run run(SyncGround ground, Survey survey) {
        Set<String> chosen = new TreeSet<>();
        Set<String> renewed = new TreeSet<>();
        for (Line line : survey.lines()) {
            chosen.add(line.name());
            if (line.renewed()) {
                renewed.add(line.name());
            }
        }
        Set<String> accepted = new TreeSet<>();
        survey.rotation().accepted().forEach(acceptance -> accepted.add(word(ground, acceptance)));
        return new Run(survey.rotation().isOpen(), chosen, renewed, accepted);
    }

    static String word(SyncGround ground, Rotation.Acceptance acceptance) {
        String name = ground.vault()
                .catalog()
                .entry(acceptance.secret())
                .map(Entry::name)
                .orElseThrow();
        String vendor = ground.vault().remotes().all().stream()
                .filter(remote -> remote.id().equals(acceptance.remote()))
                .map(Remote::vendor)
                .findFirst()
                .orElseThrow();
        return String.join("/", name, vendor, Long.toString(acceptance.version()));
    }

    private static Map<AuditEvent, Integer> told(SyncGround ground, long from) throws Exception {
        Map<AuditEvent, Integer> told = new EnumMap<>(AuditEvent.class);
        long size = ground.vault().audit().size();
        for (long at = from; at <= size; at += PAGE) {
            int length = (int) Math.min(PAGE, size - at + 1);
            for (AuditEntry entry : ground.vault().audit().page(at, length).entries()) {
                if (EVENTS.contains(entry.event())) {
                    told.merge(entry.event(), 1, Integer::sum);
                }
            }
        }
        return told;
    }

    /** The same, where nothing was told yet. */
    KeptRotations untold() {
        return new KeptRotations(texts, runs, Map.of());
    }

    /** @param id of the rotation; matters where the step is to begin one */
    KeptRotations after(RotationStep step, String id) {
        KeptRotations after = new KeptRotations(new TreeMap<>(texts), new LinkedHashMap<>(runs), new HashMap<>(told));
        switch (step.verb()) {
            case BEGIN -> {
                Run begun = new Run(true, new TreeSet<>(step.words()), Set.of(), Set.of());
                after.runs.put(id, begun);
                after.tell(AuditEvent.ROTATION_BEGUN, begun.chosen().size());
            }
            case RENEW -> after.renew(step.words());
            case ACCEPT -> after.accept(step);
            case FINISH -> {
                after.accept(step);
                after.finish(step.rotation());
            }
            case GIVE_UP ->
                after.tell(
                        AuditEvent.ROTATION_GIVEN_UP,
                        after.runs.remove(step.rotation()).chosen().size());
        }
        return after;
    }

    private void renew(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (String word : words) {
            int at = word.indexOf('=');
            values.put(word.substring(0, at), word.substring(at + 1));
        }
        texts.putAll(values);
        runs.replaceAll((id, run) -> run.renewing(values.keySet()));
        tell(AuditEvent.VALUE_CHANGED, values.size());
    }

    private void accept(RotationStep step) {
        change(step.rotation(), run -> run.accepting(step.words()));
        tell(AuditEvent.ROTATION_ACCEPTED, step.words().size());
    }

    /** Of those that were finished before, the oldest go. */
    private void finish(String id) {
        List<String> former = runs.entrySet().stream()
                .filter(run -> !run.getValue().open())
                .map(Map.Entry::getKey)
                .toList();
        former.reversed().stream().skip(Rotations.FINISHED_KEPT - 1).forEach(runs::remove);
        change(id, Run::finished);
        tell(AuditEvent.ROTATION_FINISHED, runs.get(id).chosen().size());
    }

    private void change(String id, UnaryOperator<Run> what) {
        runs.computeIfPresent(id, (same, run) -> what.apply(run));
    }

    private void tell(AuditEvent event, int times) {
        told.merge(event, times, Integer::sum);
    }
}
