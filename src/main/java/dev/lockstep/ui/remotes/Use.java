package dev.lockstep.ui.remotes;

import dev.lockstep.remote.Capability;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Remote;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How a remote is used, as it is filled in. */
final class Use {
    private final VendorContract contract;
    private final Conduct first;
    private final ObjectProperty<Direction> direction;
    private final BooleanProperty deletions;

    Use(VendorContract contract, Optional<Remote> base) {
        this.contract = contract;
        first = base.map(Remote::conduct).orElse(Conduct.DEFAULT);
        direction = new SimpleObjectProperty<>(first.direction());
        deletions = new SimpleBooleanProperty(first.deletions());
    }

    ObjectProperty<Direction> directionProperty() {
        return direction;
    }

    /** Whether what was deleted here may be deleted there. */
    BooleanProperty deletionsProperty() {
        return deletions;
    }

    /** Values can only be taken from where they can be read. */
    List<Direction> directions() {
        boolean readable = contract.can(Capability.READ_VALUE);
        return readable || first.direction() != Direction.PUSH
                ? List.of(Direction.PUSH, Direction.PULL, Direction.TWO_WAY)
                : List.of(Direction.PUSH);
    }

    /** Whether anything is ever deleted there by this vault. */
    boolean deletes() {
        return contract.can(Capability.DELETE) && direction.get() != Direction.PULL;
    }

    boolean changed() {
        return !of(first).equals(first);
    }

    /** The same, used as it is filled in. */
    Conduct of(Conduct conduct) {
        return new Conduct(conduct.paused(), direction.get(), deletions.get());
    }
}
