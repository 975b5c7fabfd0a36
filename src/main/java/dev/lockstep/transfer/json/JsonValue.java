package dev.lockstep.transfer.json;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * What stands where a value is expected.
 *
 * @param value its bytes; to be closed by whoever asked for it
 * @param told why there is no value, or that it was no text
 */
public record JsonValue(Optional<SecretValue> value, Optional<Kind> told) implements AutoCloseable {
    /** Where nothing stands. */
    public static final JsonValue NONE = without(Kind.NO_VALUE);

    /** A text that was read. */
    static JsonValue of(JsonText text) throws ImportException {
        if (text.size() > SecretValue.MAX_SIZE) {
            return without(Kind.VALUE_TOO_LARGE);
        }
        if (text.isBroken()) {
            return without(Kind.HALF_CHARACTER);
        }
        byte[] decoded = new byte[text.size()];
        text.decode(MemorySegment.ofArray(decoded));
        return text(SecretValue.taking(decoded));
    }

    static JsonValue text(SecretValue value) {
        return new JsonValue(Optional.of(value), Optional.empty());
    }

    static JsonValue spelled(SecretValue value) {
        return new JsonValue(Optional.of(value), Optional.of(Kind.TAKEN_AS_TEXT));
    }

    static JsonValue without(Kind kind) {
        return new JsonValue(Optional.empty(), Optional.of(kind));
    }

    /** Hands the value over under a name, or tells why there is none. */
    public void gather(Gathering into, Thing thing, String name, Place place, ImportEntry.Extras extras) {
        Optional<String> tellable =
                Optional.of(name).filter(any -> !any.isEmpty() && any.length() <= Gathering.MAX_NAME);
        value.ifPresentOrElse(
                bytes -> {
                    into.add(thing, new ImportEntry(name, bytes, place, extras));
                    told.ifPresent(kind -> into.note(place, kind, tellable));
                },
                () -> into.lost(thing, place, told.orElse(Kind.NO_VALUE), tellable));
    }

    @Override
    public void close() {
        value.ifPresent(SecretValue::close);
    }
}
