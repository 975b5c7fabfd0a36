package dev.lockstep.remote.dreadnode;

import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Crowd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many secrets at Dreadnode. */
class DreadnodeScaleTest {
    @Test
    void hundredsAreCreatedAtOnceAndListed() throws Exception {
        try (Account dreadnode = new Account()) {
            Crowd crowd = new Crowd(dreadnode.vault, 300, 20260415, number -> "KEY_" + number);
            crowd.create(dreadnode.executor);
            crowd.list();
            dreadnode.contract.requireClean();
        }
    }

    @Test
    @Tag("proof")
    void tenThousandAreCreatedAtOnceAndListed() throws Exception {
        try (Account dreadnode = new Account()) {
            dreadnode.simulator.witnessedBy(new Watch());
            Crowd crowd = new Crowd(dreadnode.vault, 10_000, 20260415, number -> "KEY_" + number);
            System.out.println(crowd.measured(dreadnode.executor));
            crowd.list();
        }
    }
}
