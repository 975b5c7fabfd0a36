package dev.lockstep.words.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.transfer.PlanWording;
import dev.lockstep.words.Text;
import java.util.function.Function;

/** A plan in a file says what it says on the screen. */
public final class PlanWords implements PlanWording {
    private final Function<RemoteId, String> remotes;
    private final ReasonWords reasons;
    private final BannerWords banners;

    public PlanWords(Function<RemoteId, String> remotes, Spelling spelling) {
        this.remotes = remotes;
        reasons = new ReasonWords(spelling);
        banners = new BannerWords(spelling);
    }

    @Override
    public String title() {
        return Text.of("sync.export.heading");
    }

    @Override
    public String remote(RemoteId remote) {
        return remotes.apply(remote);
    }

    @Override
    public String banner(Banner banner) {
        return banners.of(banner, remote(banner.remote()));
    }

    @Override
    public String operation(Operation operation) {
        return OperationWords.of(operation);
    }

    @Override
    public String reason(Row row) {
        return reasons.of(row.reason());
    }

    @Override
    public String column(Column column) {
        return switch (column) {
            case TICKED -> Text.of("sync.column.ticked");
            case OPERATION -> Text.of("sync.column.operation");
            case SECRET -> Text.of("sync.column.secret");
            case THERE -> Text.of("sync.column.there");
            case REASON -> Text.of("sync.column.reason");
        };
    }
}
