package dev.lockstep.practice;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** Remembers every call of a simulator, with the path as it came and the status that went back, and shows it to a contract. */
public final class Watch implements BiConsumer<Asked, Answered> {
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    private final BiConsumer<Asked, Answered> contract;

    /** Looks at nothing but the calls. */
    public Watch() {
        this((asked, answered) -> {});
    }

    public Watch(BiConsumer<Asked, Answered> contract) {
        this.contract = contract;
    }

    @Override
    public void accept(Asked asked, Answered answered) {
        calls.add(asked.method() + " " + asked.target().getRawPath() + " " + answered.status());
        contract.accept(asked, answered);
    }

    /** The calls so far, for example {@code "GET /v1/organizations/secrets 200"}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** How many calls of a method there were. */
    public long count(String method) {
        return calls.stream().filter(call -> call.startsWith(method + " ")).count();
    }
}
