package dev.lockstep.cli;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Capability;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.sync.check.Readings;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Standing;
import dev.lockstep.sync.plan.State;
import dev.lockstep.vault.Remote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a look at remotes found.
 *
 * @param checked what came of each list
 * @param readings what came of reading values, where they were read
 */
record Looked(Map<Remote, Checked> checked, Map<RemoteId, Readings> readings) {
    /** Lists remotes, changing nothing there. */
    static Looked at(SyncPlace place, List<Remote> remotes, boolean values)
            throws VaultException, InterruptedException {
        Map<RemoteId, Checked> found = place.sync().check(remotes, CheckProgress.UNTOLD);
        Map<Remote, Checked> checked = new LinkedHashMap<>();
        remotes.forEach(
                remote -> Optional.ofNullable(found.get(remote.id())).ifPresent(one -> checked.put(remote, one)));
        Map<RemoteId, Readings> readings = new LinkedHashMap<>();
        if (values) {
            Plan plan = place.sync().plan(remotes, Set.of());
            for (Remote remote : remotes) {
                if (isListed(checked.get(remote)) && canRead(remote)) {
                    readings.put(remote.id(), place.sync().verify(remote, ours(plan, remote), CheckProgress.UNTOLD));
                }
            }
        }
        return new Looked(checked, readings);
    }

    private static boolean isListed(@org.jspecify.annotations.Nullable Checked checked) {
        return checked instanceof Checked.Listed;
    }

    private static boolean canRead(Remote remote) {
        return Connections.contract(remote)
                .filter(contract -> contract.can(Capability.READ_VALUE))
                .isPresent();
    }

    private static Set<String> ours(Plan plan, Remote remote) {
        return plan.standings().stream()
                .filter(standing -> standing.key().remote().equals(remote.id()))
                .filter(Looked::isReadable)
                .map(standing -> standing.key().there())
                .collect(Collectors.toSet());
    }

    /** Whether it is ours, and the list had it. */
    private static boolean isReadable(Standing standing) {
        return standing.key().secret().isPresent() && !(standing.state() instanceof State.MissingThere);
    }

    /** Whether all remotes that are in use were listed to the end and can be planned, and all values read that were to be. */
    boolean isWhole(Plan plan) {
        return isPlanned(plan)
                && checked.values().stream()
                        .allMatch(one -> one instanceof Checked.Listed || one instanceof Checked.Paused)
                && readings.values().stream().allMatch(one -> one.unread().isEmpty());
    }

    /** Whether a plan has the rows of all its remotes that are in use. */
    static boolean isPlanned(Plan plan) {
        return plan.banners().stream().allMatch(banner -> switch (banner) {
            case Banner.EmptyListing empty -> false;
            case Banner.ListingFailed failed -> false;
            case Banner.NeverListed never -> false;
            case Banner.Unreadable unreadable -> false;
            case Banner.Paused paused -> true;
            case Banner.Unclear unclear -> true;
        });
    }
}
