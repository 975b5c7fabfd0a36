package dev.lockstep.sync.rotation;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a rotation is.
 *
 * @param lines in the order in which the secrets were chosen
 */
public record Survey(Rotation rotation, List<Line> lines) {
    public Survey {
        lines = List.copyOf(lines);
    }

    public Stream<Cell> cells() {
        return lines.stream().flatMap(line -> line.cells().stream());
    }

    /** Whether every secret has a new value and every remote has it, or the user took that on trust. */
    public boolean isDone() {
        return lines.stream().allMatch(Line::isDone);
    }

    /** The secrets that are still to get a new value here. */
    public List<Line> unrenewed() {
        return lines.stream().filter(Line::wantsValue).toList();
    }

    /** The cells in which something is left to do. */
    public List<Cell> open() {
        return cells().filter(cell -> !cell.stage().isDone()).toList();
    }

    /** The secrets whose new values a plan is to push. */
    public Set<SecretId> unpushed() {
        return open().stream().map(Cell::secret).collect(Collectors.toUnmodifiableSet());
    }

    /** The remotes at which any of the secrets is ours. */
    public Set<RemoteId> remotes() {
        Set<RemoteId> remotes = new LinkedHashSet<>();
        cells().forEach(cell -> remotes.add(cell.remote()));
        return remotes;
    }

    Survey of(Rotation other) {
        return new Survey(other, lines);
    }
}
