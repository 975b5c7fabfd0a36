package dev.lockstep.sync.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.KvQuirk;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.StoredRows;
import dev.lockstep.sync.plan.State;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key-value engine lists names alone: what its versions tell is asked for where it matters, and believed only as long as it is told. */
class KvChecksTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private State state(Remote remote, String name) throws Exception {
        return ground.plan(remote).standings().stream()
                .filter(standing -> standing.key().there().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void onlyNamesThatMatterAreInspected() throws Exception {
        Remote remote = ground.remote(Vendor.KV_V2);
        ground.pushed(remote, "OURS", "a");
        ground.add("CLASH", "ours");
        ground.put(Vendor.KV_V2, "CLASH", "theirs");
        for (int i = 0; i < 20; i++) {
            ground.put(Vendor.KV_V2, "FOREIGN_" + i, "theirs");
        }
        Set<String> asked = new ConcurrentSkipListSet<>();
        String metadata = "/v1/" + KvSimulator.MOUNT + "/metadata/";
        ground.practice(Vendor.KV_V2).simulator().witnessedBy((request, answered) -> {
            if (request.method().equals("GET")
                    && request.path().startsWith(metadata)
                    && request.query().get("list") == null) {
                asked.add(request.path().substring(metadata.length()));
            }
        });
        assertEquals(new Checked.Listed(ground.clock().instant(), 22), ground.check(remote));
        assertEquals(Set.of("CLASH", "OURS"), asked);
        LedgerLine clash = ground.ledgers().line(remote.id(), "CLASH");
        assertEquals(1, clash.observed().orElseThrow().traces().version().orElseThrow());
        StoredRows before = StoredRows.of(ground.file());
        ground.pass(HOUR);
        ground.check(remote);
        assertEquals(1, StoredRows.of(ground.file()).writtenSince(before));
    }

    @Test
    void whatIsDeletedThereIsNotOfferedWhereSecretsAreTakenFromThere() throws Exception {
        Remote remote = ground.remote(Vendor.KV_V2);
        ground.vault().remotes().conduct(remote.id(), new Conduct(false, Direction.PULL, false));
        ground.put(Vendor.KV_V2, "STAYS", "theirs");
        ground.put(Vendor.KV_V2, "GONE", "theirs");
        ground.delete(Vendor.KV_V2, "GONE");
        ground.check(ground.vault().remotes().get(remote.id()));
        assertEquals(
                List.of("STAYS"),
                ground.plan(remote).rows().stream()
                        .map(row -> row.key().there())
                        .toList());
    }

    @Test
    void aVersionThatIsNotOursIsAChangeAndOneThatIsNotToldIsNoProof() throws Exception {
        Remote remote = ground.remote(Vendor.KV_V2);
        ground.pushed(remote, "OURS", "a");
        ground.pass(HOUR);
        ground.check(remote);
        assertInstanceOf(State.VerifiedEqual.class, state(remote, "OURS"));
        ground.change(Vendor.KV_V2, "OURS", "b");
        assertInstanceOf(State.VerifiedEqual.class, state(remote, "OURS"));
        ground.check(remote);
        assertInstanceOf(State.ChangedElsewhere.class, state(remote, "OURS"));
    }

    @Test
    void withoutARightToSeeVersionsNothingIsKnownOfThem() throws Exception {
        KvSimulator kept =
                ground.closing(new KvSimulator(ground.executor(), ground.clock(), KvQuirk.METADATA_KEPT_BACK));
        Remote remote = ground.remote(Vendor.KV_V2, kept.address());
        ground.pushed(remote, "OURS", "a");
        assertTrue(ground.ledgers()
                .line(remote.id(), "OURS")
                .observed()
                .orElseThrow()
                .traces()
                .version()
                .isPresent());
        ground.pass(HOUR);
        assertEquals(new Checked.Listed(ground.clock().instant(), 1), ground.check(remote));
        State.CannotTell state = assertInstanceOf(State.CannotTell.class, state(remote, "OURS"));
        assertEquals(State.Why.NAME_ALONE, state.why());
    }

    @Test
    void whatWeDeletedStaysKnownAsOursToBringBack() throws Exception {
        Remote remote = ground.remote(Vendor.KV_V2);
        ground.pushed(remote, "OURS", "a");
        ground.delete(Vendor.KV_V2, "OURS");
        ground.ledgers().<Object>change(remote.id(), change -> {
            change.put(change.line("OURS").deleted(ground.clock().instant()));
            return "";
        });
        ground.pass(HOUR);
        ground.check(remote);
        LedgerLine line = ground.ledgers().line(remote.id(), "OURS");
        assertTrue(line.deleted().isPresent());
        assertTrue(line.observed().orElseThrow().traces().deleted());
    }
}
