package dev.lockstep.remote.mixpeek;

import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Crowd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many secrets at Mixpeek. */
class MixpeekScaleTest {
    @Test
    void hundredsAreCreatedAtOnceAndListed() throws Exception {
        try (Organization mixpeek = new Organization()) {
            Crowd crowd = new Crowd(mixpeek.vault, 300, 20260415, number -> "key_" + number);
            crowd.create(mixpeek.executor);
            crowd.list();
            mixpeek.contract.requireClean();
        }
    }

    @Test
    @Tag("proof")
    void tenThousandAreCreatedAtOnceAndListed() throws Exception {
        try (Organization mixpeek = new Organization()) {
            mixpeek.simulator.witnessedBy(new Watch());
            Crowd crowd = new Crowd(mixpeek.vault, 10_000, 20260415, number -> "key_" + number);
            System.out.println(crowd.measured(mixpeek.executor));
            crowd.list();
        }
    }
}
