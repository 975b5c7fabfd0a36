package dev.lockstep.cli;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.Outside;
import dev.lockstep.sync.Sync;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import dev.lockstep.words.TroubleWords;
import dev.lockstep.words.VendorWords;
import dev.lockstep.words.sync.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An open vault and its remotes, of one collection if one was chosen. Closing locks it and ends the connections. */
record SyncPlace(OpenVault vault, Search search, Outside outside, Invocation invocation, Sync sync)
        implements AutoCloseable {
    static SyncPlace open(Invocation invocation) throws Exception {
        OpenVault vault = invocation.open();
        try {
            Search search = invocation.search(vault);
            Reach reach = invocation.services().reach();
            Outside outside = reach.outside().get();
            Sync sync = outside.sync(vault, invocation.services().clock(), reach.executor());
            return new SyncPlace(vault, search, outside, invocation, sync);
        } catch (Refusal e) {
            vault.close();
            throw e;
        }
    }

    Connections connections() {
        return outside.connections(vault, invocation.services().clock());
    }

    Optional<CollectionId> collection() {
        return search.chosen().map(chosen -> chosen.id());
    }

    /** The remotes of the chosen collection, or of all. */
    List<Remote> remotes() {
        return collection().map(vault.remotes()::of).orElseGet(vault.remotes()::all);
    }

    /** Those of them that have one of these names; all of them without names. Each name has to be one's. */
    List<Remote> remotes(List<String> names) throws Refusal {
        List<Remote> known = remotes();
        if (names.isEmpty()) {
            return known;
        }
        List<Remote> found = new ArrayList<>();
        for (String name : names) {
            List<Remote> of =
                    known.stream().filter(remote -> remote.name().equals(name)).toList();
            if (of.isEmpty()) {
                String all = known.stream()
                        .map(remote -> Legible.line(remote.name()))
                        .collect(Collectors.joining("\n  ", "\n  ", ""));
                throw new Refusal(ExitCode.NOT_FOUND, Text.of("cli.remote.unknown", Legible.line(name), all));
            }
            found.addAll(of);
        }
        return found;
    }

    /** The name of a remote; empty if it is gone. */
    String name(RemoteId id) {
        return remote(id).map(Remote::name).orElse("");
    }

    private Optional<Remote> remote(RemoteId id) {
        return vault.remotes().all().stream()
                .filter(remote -> remote.id().equals(id))
                .findFirst();
    }

    private Optional<Vendor> vendor(RemoteId id) {
        return remote(id).map(Remote::vendor).flatMap(Vendor::of);
    }

    /** The name of a remote as it may be shown. */
    String shown(RemoteId id) {
        return spelling().name(name(id));
    }

    /** The same above what is said of it, with its collection where there are several. */
    String heading(RemoteId id) {
        Optional<Remote> remote = remote(id);
        return remote.isPresent() && vault.collections().all().size() > 1
                ? Text.of(
                        "cli.sync.heading",
                        shown(id),
                        Legible.line(search.title(remote.get().collection())))
                : shown(id);
    }

    /** What happened at a remote in the words of the vendor, if it said any, and what the user can do. */
    String advice(RemoteId id, Trouble trouble) {
        String vendor = vendor(id).map(VendorWords::name).orElseGet(() -> shown(id));
        FailureWords words =
                TroubleWords.of(trouble, vendor, invocation.services().clock().getZone());
        return Text.of("cli.sync.advice", words.what(), words.meaning(), words.advice());
    }

    /** How names and times stand in sentences, wherever the output goes. */
    Spelling spelling() {
        return new Spelling(Legible::line, invocation.services().clock());
    }

    @Override
    public void close() {
        sync.close();
        vault.close();
        outside.hangUp();
    }
}
