package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import java.util.List;
import java.util.Map;

/**
 * What a plan is before anybody decided anything.
 *
 * @param owned how many names are ours at each remote
 */
record PlanBasis(
        List<Row> rows,
        List<Standing> standings,
        List<Banner> banners,
        List<Contact> contacts,
        Map<RemoteId, Integer> owned,
        PlanDigest digest) {
    PlanBasis {
        rows = List.copyOf(rows);
        standings = List.copyOf(standings);
        banners = List.copyOf(banners);
        contacts = List.copyOf(contacts);
        owned = Map.copyOf(owned);
    }
}
