package dev.lockstep.transfer.json;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry.Extras;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A secret with its computed and its raw value, while it is read. Closing overwrites what was not handed on. */
final class DopplerSecret implements AutoCloseable {
    private static final Set<String> BOOKKEEPING =
            Set.of("computedVisibility", "rawVisibility", "computedValueType", "rawValueType");

    private final JsonWalk walk;
    private final String name;
    private final Place place;
    private final List<String> unknown = new ArrayList<>();
    private JsonValue computed = JsonValue.NONE;
    private JsonValue raw = JsonValue.NONE;
    private String note = "";

    DopplerSecret(JsonWalk walk, String name) {
        this.walk = walk;
        this.name = name;
        this.place = Place.line(walk.line());
    }

    /** Which types and visibilities the values have is bookkeeping. */
    void member(String member) throws ImportException, InterruptedException {
        switch (member) {
            case "computed" -> computed = value();
            case "raw" -> raw = value();
            case "note" -> note = walk.text().orElse("");
            default -> {
                walk.skip();
                if (!BOOKKEEPING.contains(member)) {
                    unknown.add(name + '/' + member);
                }
            }
        }
    }

    /** Of a restricted value {@code null} is printed. */
    private JsonValue value() throws ImportException, InterruptedException {
        if (walk.next() == Sort.NULL) {
            walk.skip();
            return JsonValue.NONE;
        }
        return walk.value();
    }

    void gather(Gathering into) {
        boolean both = computed.value().isPresent() && raw.value().isPresent();
        if (both && !computed.value().get().sameAs(raw.value().get())) {
            unknown.add(name + "/raw");
        }
        unknown.forEach(path -> into.lost(Thing.OTHER, place, Kind.NO_PLACE_FOR_IT, Optional.of(path)));
        if (!note.isEmpty()) {
            into.count(Thing.NOTE, Fate.DESCRIPTION);
        }
        JsonValue handed = computed;
        computed = JsonValue.NONE;
        if (handed.value().isEmpty() && raw.value().isPresent()) {
            handed = raw;
            raw = JsonValue.NONE;
            if (handed.value().map(DopplerSecret::refers).orElse(false)) {
                into.note(place, Kind.INTERPOLATION, Optional.of(name));
            }
        }
        handed.gather(into, Thing.VALUE, name, place, Extras.described(note));
    }

    /** Whether a reference to another secret is in it: <code>${NAME}</code>. */
    private static boolean refers(SecretValue value) {
        for (int i = 0; i + 1 < value.size(); i++) {
            if (value.at(i) == '$' && value.at(i + 1) == '{') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        computed.close();
        raw.close();
    }
}
