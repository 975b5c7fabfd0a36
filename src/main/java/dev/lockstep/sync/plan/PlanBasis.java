package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan is before anybody decided anything.
 *
 * @param owned how many names are ours at each remote
 * @param emptied remotes that were emptied on purpose, as the user said
 */
record PlanBasis(
        List<Row> rows,
        List<Standing> standings,
        List<Banner> banners,
        List<Contact> contacts,
        Map<RemoteId, Integer> owned,
        Set<RemoteId> emptied,
        PlanDigest digest) {
    PlanBasis {
        rows = List.copyOf(rows);
        standings = List.copyOf(standings);
        banners = List.copyOf(banners);
        contacts = List.copyOf(contacts);
        owned = Map.copyOf(owned);
        emptied = Set.copyOf(emptied);
    }
}
