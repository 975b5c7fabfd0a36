package dev.lockstep.sync.rotation;

import java.util.List;

/**
 * One step of a rotation, as a process tells of it before and after.
 *
 * @param rotation its id; {@value #NONE} if it is only to begin
 * @param words secrets that are chosen by name; secrets that are renewed as {@code name=text}; what is accepted as {@code name/vendor/version}
 */
record RotationStep(Verb verb, String rotation, List<String> words) {
    static final String NONE = "-";

    private static final String SPACE = " ";

    enum Verb {
        BEGIN,
        RENEW,
        /** Some of what is open is taken on trust. */
        ACCEPT,
        /** The rest of it is, which finishes the rotation. */
        FINISH,
        GIVE_UP
    }

    RotationStep {
        words = List.copyOf(words);
    }

    static RotationStep parse(String line) {
        List<String> parts = List.of(line.split(SPACE, -1));
        return new RotationStep(Verb.valueOf(parts.get(0)), parts.get(1), parts.subList(2, parts.size()));
    }

    RotationStep as(Verb other) {
        return new RotationStep(other, rotation, words);
    }

    String line() {
        return words.isEmpty()
                ? verb + SPACE + rotation
                : String.join(SPACE, verb.name(), rotation, String.join(SPACE, words));
    }
}
