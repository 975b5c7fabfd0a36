package dev.lockstep.sync.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    private SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void whatIsKnownOfARemoteIsForgottenWhenThatIsRemoved() throws Exception {
        Remote stays = ground.remote(Vendor.KV_V2);
        Remote goes = ground.remote(Vendor.MIXPEEK);
        Entry entry = ground.pushed(stays, "ONE", "one");
        ground.own(goes, entry, "one");
        try (Overview overview = new Overview(ground.vault(), ground.plans())) {
            assertEquals(
                    Set.of(stays.id(), goes.id()),
                    overview.of(List.of(entry.id())).get(entry.id()).keySet());
            ground.vault().remotes().remove(goes.id());
            assertEquals(
                    Set.of(stays.id()),
                    overview.of(List.of(entry.id())).get(entry.id()).keySet());
            assertEquals(Set.of(stays.id()), overview.known());
            ground.vault().remotes().remove(stays.id());
            overview.concerns();
            assertEquals(Set.of(), overview.known());
        }
    }
}
