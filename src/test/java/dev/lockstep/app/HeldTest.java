package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTest {
    private final List<String> done = new ArrayList<>();
    private final Held held = new Held(Runnable::run);

    @Test
    void nothingRunsBeforeItIsLetGoThenAllInItsOrder() {
        held.execute(() -> done.add("first"));
        held.execute(() -> done.add("second"));
        assertEquals(List.of(), done);

        held.letGo();

        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void afterwardsEverythingRunsAtOnceAndOnlyOnce() {
        held.execute(() -> done.add("first"));
        held.letGo();
        held.execute(() -> done.add("second"));
        held.letGo();

        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void workThatIsLetGoMayAskForMore() {
        held.execute(() -> held.execute(() -> done.add("more")));

        held.letGo();

        assertEquals(List.of("more"), done);
    }
}
