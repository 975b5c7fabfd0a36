package dev.lockstep.practice;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A server that answers as a test tells it, and keeps what it was asked. */
public final class Scripted extends Simulator {
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile Function<Asked, Answered> script;

    /** Answers 500 until it is told otherwise. */
    public Scripted(Executor executor) throws IOException {
        this(executor, Answered.empty(500));
    }

    /** Answers the same to everything. */
    public Scripted(Executor executor, Answered always) throws IOException {
        super(executor);
        script = request -> always;
    }

    /** Answers by this from now on, and forgets what it was asked. */
    public void tell(Function<Asked, Answered> next) {
        script = next;
        asked.clear();
    }

    /** What it was asked since the last {@link #tell}. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Calls since the last {@link #tell}. */
    public int calls() {
        return asked.size();
    }

    @Override
    protected Optional<Answered> stranger(Asked request) {
        return Optional.empty();
    }

    @Override
    protected Answered answer(Asked request) {
        asked.add(request);
        return script.apply(request);
    }

    @Override
    protected Answered disturbed(Asked request, Disturbance disturbance) {
        return answer(request);
    }

    @Override
    protected boolean asksForList(Asked request) {
        return false;
    }

    @Override
    protected Answered list(Asked request, Disturbance disturbance) {
        return answer(request);
    }
}
