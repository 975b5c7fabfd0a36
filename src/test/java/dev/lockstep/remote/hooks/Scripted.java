package dev.lockstep.remote.hooks;

import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.Simulator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Answers the same to everything. */
public final class Scripted extends Simulator {
    private final Answered always;
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();

    public Scripted(Executor executor, Answered always) throws IOException {
        super(executor);
        this.always = always;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    protected Optional<Answered> stranger(Asked request) {
        return Optional.empty();
    }

    @Override
    protected Answered answer(Asked request) {
        asked.add(request);
        return always;
    }

    @Override
    protected Answered disturbed(Asked request, Disturbance disturbance) {
        return always;
    }

    @Override
    protected boolean asksForList(Asked request) {
        return false;
    }

    @Override
    protected Answered list(Asked request, Disturbance disturbance) {
        return always;
    }
}
