package dev.lockstep.ui.rotation;

import dev.lockstep.sync.rotation.Cell;
import dev.lockstep.sync.rotation.Line;
import java.util.Optional;

/**
 * One row of a run.
 *
 * @param cell where the secret stands at a remote; empty for the secret here
 */
record Item(Line line, Optional<Cell> cell) {
    boolean isDone() {
        return cell.map(at -> at.stage().isDone()).orElse(!line.wantsValue());
    }
}
