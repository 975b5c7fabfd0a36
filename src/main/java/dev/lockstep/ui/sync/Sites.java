package dev.lockstep.ui.sync;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.vault.Remote;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The remotes that a plan is about, in the order to show them. */
final class Sites {
    private final Map<RemoteId, Site> sites = new LinkedHashMap<>();

    /**
     * One remote.
     *
     * @param name as the user wrote it
     * @param title of its collection
     */
    record Site(RemoteId id, String name, CollectionId collection, String title) {}

    Sites(Collection<Site> all) {
        all.forEach(site -> sites.put(site.id(), site));
    }

    static Sites of(List<Remote> remotes, Map<CollectionId, String> titles) {
        return new Sites(remotes.stream()
                .map(remote -> new Site(
                        remote.id(), remote.name(), remote.collection(), titles.getOrDefault(remote.collection(), "")))
                .toList());
    }

    List<Site> all() {
        return List.copyOf(sites.values());
    }

    /** The name of a remote; empty if it is not there any more. */
    String name(RemoteId remote) {
        Site site = sites.get(remote);
        return site == null ? "" : site.name();
    }

    /** The collection that a remote is for. */
    String title(RemoteId remote) {
        Site site = sites.get(remote);
        return site == null ? "" : site.title();
    }

    /** One of them alone. */
    Sites only(RemoteId remote) {
        return new Sites(
                sites.values().stream().filter(site -> site.id().equals(remote)).toList());
    }

    /** Some of them in the order to show. */
    List<RemoteId> ordered(Set<RemoteId> some) {
        return sites.keySet().stream().filter(some::contains).toList();
    }
}
