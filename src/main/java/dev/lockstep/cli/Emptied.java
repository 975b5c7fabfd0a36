package dev.lockstep.cli;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remotes that were emptied on purpose, each as {@code NAME=N} with the number of secrets that were ours there. */
record Emptied(List<String> given) {
    /** What would be done at remotes; what is ours at one that was emptied is planned as missing there. */
    Plan plan(SyncPlace place, List<Remote> remotes) throws VaultException, Refusal {
        Plan plan = place.sync().plan(remotes, Set.of());
        Set<RemoteId> emptied = new HashSet<>();
        for (String one : given) {
            emptied.add(plan.banners().stream()
                    .filter(banner -> banner instanceof Banner.EmptyListing empty
                            && one.equals(place.name(empty.remote()) + "=" + empty.owned()))
                    .findFirst()
                    .map(Banner::remote)
                    .orElseThrow(() -> new Refusal(ExitCode.USAGE, Text.of("cli.sync.not-empty", Legible.line(one)))));
        }
        return emptied.isEmpty() ? plan : place.sync().plan(remotes, emptied);
    }
}
