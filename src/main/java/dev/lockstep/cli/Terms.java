package dev.lockstep.cli;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.transfer.PlanWording;
import java.util.Locale;
import java.util.function.Function;

/** What sync says, in terms that stay the same for scripts: lower case with hyphens, such as {@code changed-here}. */
record Terms(Function<RemoteId, String> remotes) implements PlanWording {
    /** The kind of something of which there are several kinds. */
    static String of(Object data) {
        return data.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return "plan";
    }

    @Override
    public String remote(RemoteId remote) {
        return remotes.apply(remote);
    }

    @Override
    public String banner(Banner banner) {
        return of(banner);
    }

    @Override
    public String operation(Operation operation) {
        return Choices.word(operation);
    }

    @Override
    public String reason(Row row) {
        return of(row.reason());
    }

    @Override
    public String column(Column column) {
        return Choices.word(column);
    }
}
