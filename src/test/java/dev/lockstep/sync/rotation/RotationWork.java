package dev.lockstep.sync.rotation;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Act;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.rotation.RotationStep.Verb;
import dev.lockstep.vault.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What a user does with rotations, one step after another; tells of each before it, and once it is confirmed. */
final class RotationWork {
    static final String WILL = "will ";
    static final String DID = "did ";

    private static final int MOST_OPEN = 3;

    private final SyncGround ground;
    private final Random random;
    private final Consumer<String> told;

    RotationWork(SyncGround ground, Random random, Consumer<String> told) {
        this.ground = ground;
        this.random = random;
        this.told = told;
    }

    private Rotations rotations() {
        return ground.sync().rotations();
    }

    /** Begins a rotation, or goes on with one. */
    void act() throws Exception {
        List<Rotation> open = open();
        if (open.isEmpty() || (open.size() < MOST_OPEN && random.nextInt(4) == 0)) {
            begin();
        } else {
            goOn(open.get(random.nextInt(open.size())).id());
        }
    }

    List<Rotation> open() throws Exception {
        return rotations().all().stream().filter(Rotation::isOpen).toList();
    }

    private void begin() throws Exception {
        ground.pass(Duration.ofMinutes(1));
        List<Entry> chosen = some(KeptRotations.entries(ground), 2);
        step(
                Verb.BEGIN,
                RotationStep.NONE,
                chosen.stream().map(Entry::name).toList(),
                () -> rotations().begin(chosen.stream().map(Entry::id).toList()).id());
    }

    private void goOn(RowId id) throws Exception {
        Survey now = rotations().survey(id);
        if (random.nextInt(10) == 0) {
            step(Verb.GIVE_UP, id.toString(), List.of(), () -> {
                rotations().giveUp(id);
                return id;
            });
        } else if (!now.unrenewed().isEmpty()) {
            renew(id, some(now.unrenewed(), 1));
        } else {
            accept(id, now.open(), random.nextInt(3) == 0 ? some(now.open(), 1) : now.open());
        }
    }

    /** Gives secrets new values, none of which was there before. */
    void renew(RowId id, List<Line> lines) throws Exception {
        Map<SecretId, SecretValue> values = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (Line line : lines) {
            String text = Long.toHexString(random.nextLong());
            words.add(line.name() + "=" + text);
            values.put(line.secret(), Act.value(text));
        }
        try {
            step(Verb.RENEW, id.toString(), words, () -> {
                rotations().renew(id, values);
                return id;
            });
        } finally {
            values.values().forEach(SecretValue::close);
        }
    }

    private void accept(RowId id, List<Cell> open, List<Cell> some) throws Exception {
        Verb verb = some.size() == open.size() ? Verb.FINISH : Verb.ACCEPT;
        List<String> words = some.stream()
                .map(cell -> KeptRotations.word(ground, cell.acceptance()))
                .toList();
        step(verb, id.toString(), words, () -> {
            boolean left = rotations().accept(id, some).rotation().isOpen();
            if (left != (verb == Verb.ACCEPT)) {
                throw new IllegalStateException(verb + " left it " + (left ? "open" : "finished"));
            }
            return id;
        });
    }

    /** Does all that is left of a rotation; what finishes it may be that somebody looks at it. */
    void finish(RowId id) throws Exception {
        Survey now = rotations().survey(id);
        if (!now.unrenewed().isEmpty()) {
            renew(id, now.unrenewed());
            now = rotations().survey(id);
        }
        if (now.rotation().isOpen()) {
            accept(id, now.open(), now.open());
        }
    }

    private interface Deed {
        RowId run() throws Exception;
    }

    private void step(Verb verb, String rotation, List<String> words, Deed deed) throws Exception {
        told.accept(WILL + new RotationStep(verb, rotation, words).line());
        told.accept(DID + deed.run());
    }

    private <T> List<T> some(List<T> all, int least) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(all.size(), least + random.nextInt(all.size())));
    }
}
