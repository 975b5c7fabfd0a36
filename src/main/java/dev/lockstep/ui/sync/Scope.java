package dev.lockstep.ui.sync;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.Capability;
import dev.lockstep.sync.Connections;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SecretCollection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Whose remotes are shown: those of one collection, or all. */
final class Scope {
    private final OpenVault vault;
    private final Only only;
    private final ObjectProperty<Optional<CollectionId>> collection;

    Scope(OpenVault vault, Optional<CollectionId> first, Only only) {
        this.vault = vault;
        this.only = only;
        collection = new SimpleObjectProperty<>(first);
    }

    Only only() {
        return only;
    }

    /** All if empty. */
    ObjectProperty<Optional<CollectionId>> collectionProperty() {
        return collection;
    }

    Optional<CollectionId> collection() {
        return collection.get();
    }

    /** Those that can be chosen. */
    List<SecretCollection> collections() {
        return vault.collections().all();
    }

    List<Remote> remotes() {
        return collection()
                .map(vault.remotes()::of)
                .orElseGet(() -> vault.remotes().all());
    }

    boolean isEmpty() {
        return remotes().isEmpty();
    }

    /** Whether values can be read at a remote. */
    boolean isReadable(RemoteId remote) {
        return remotes().stream()
                .filter(one -> one.id().equals(remote) && !one.paused())
                .flatMap(one -> Connections.contract(one).stream())
                .anyMatch(contract -> contract.can(Capability.READ_VALUE));
    }
}
