package dev.lockstep.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** A simulator of no vendor: names are posted as bodies and listed. */
public final class PlainSimulator extends Simulator {
    private final CopyOnWriteArrayList<String> names = new CopyOnWriteArrayList<>();

    public PlainSimulator(Executor executor) throws IOException {
        super(executor);
    }

    @Override
    protected Optional<Answered> stranger(Asked asked) {
        return Optional.empty();
    }

    @Override
    protected Answered answer(Asked asked) {
        if (asked.method().equals("POST")) {
            names.add(new String(asked.body(), StandardCharsets.UTF_8));
            return Answered.json(201, "{\"created\":true}").with("X-Count", Integer.toString(names.size()));
        }
        return asked.method().equals("DELETE") ? Answered.empty(204) : listed(String.join(",", names));
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return Answered.json(disturbance == Disturbance.TOO_MANY ? 429 : 403, "{\"error\":\"" + disturbance + "\"}");
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return asked.method().equals("GET");
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        return listed("");
    }

    private static Answered listed(String names) {
        return Answered.json(200, "{\"names\":\"" + names + "\"}");
    }
}
