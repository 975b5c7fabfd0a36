package dev.lockstep.sync.rotation;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import java.util.List;
import java.util.Optional;

/**
 * One secret of a rotation.
 *
 * @param name empty if it is gone
 * @param collection empty if it is in the trash or gone; then it needs no new value
 * @param renewed whether it has another value here than when the rotation began
 * @param cells one for each name at a remote that is this secret
 */
public record Line(SecretId secret, String name, Optional<CollectionId> collection, boolean renewed, List<Cell> cells) {
    public Line {
        cells = List.copyOf(cells);
    }

    /** Whether it is still here to get a new value. */
    public boolean isHere() {
        return collection.isPresent();
    }

    /** Whether it is still to get its new value here. */
    public boolean wantsValue() {
        return isHere() && !renewed;
    }

    public boolean isDone() {
        return !wantsValue() && cells.stream().allMatch(cell -> cell.stage().isDone());
    }
}
