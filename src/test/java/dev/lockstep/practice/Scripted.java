package dev.lockstep.practice;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that answers as a test tells it. */
public final class Scripted extends Simulator {
    private volatile Function<Asked, Answered> script = asked -> Answered.empty(500);
    private final AtomicInteger calls = new AtomicInteger();

    public Scripted(Executor executor) throws IOException {
        super(executor);
    }

    /** Answers by this from now on. */
    public void tell(Function<Asked, Answered> next) {
        script = next;
        calls.set(0);
    }

    /** Calls since the last {@link #tell}. */
    public int calls() {
        return calls.get();
    }

    @Override
    protected Optional<Answered> stranger(Asked asked) {
        return Optional.empty();
    }

    @Override
    protected Answered answer(Asked asked) {
        calls.incrementAndGet();
        return script.apply(asked);
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return answer(asked);
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return false;
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        return answer(asked);
    }
}
