package dev.lockstep.transfer.bitwarden;

import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.json.JsonValue;
import dev.lockstep.transfer.json.JsonWalk;
import java.util.Optional;

/** A field that the user added, while it is read. One that is linked to another has no value of its own. */
final class BitwardenField implements AutoCloseable {
    private static final long HIDDEN = 1;

    private final JsonWalk walk;
    private String name = "";
    private long type;
    private Optional<JsonValue> value = Optional.empty();

    BitwardenField(JsonWalk walk) {
        this.walk = walk;
    }

    void member(String member) throws ImportException, InterruptedException {
        switch (member) {
            case "name" -> name = walk.text().orElse("");
            case "type" -> type = walk.number();
            case "value" -> value = BitwardenSort.secret(walk);
            default -> walk.skip();
        }
    }

    /** Hands it over. */
    void give(ItemParts parts) {
        String label = name.isEmpty() ? "Field" : name;
        if (value.isEmpty()) {
            parts.empty(Thing.FIELD);
        } else if (type == HIDDEN) {
            parts.secret(Thing.FIELD, label, value.get());
        } else {
            parts.line(Thing.FIELD, label, value.get());
        }
        value = Optional.empty();
    }

    @Override
    public void close() {
        value.ifPresent(JsonValue::close);
    }
}
