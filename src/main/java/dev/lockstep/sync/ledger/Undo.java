package dev.lockstep.sync.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Changes what is in memory so that it can be taken back, at the cost of what was changed. For one thread at a time. */
final class Undo {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean recording;

    /** What is changed from now on can be taken back. */
    void begin() {
        steps.clear();
        recording = true;
    }

    /** What was changed since is to stay. */
    void end() {
        recording = false;
        steps.clear();
    }

    /** Takes back what was changed since. */
    void undo() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }

    /** @param step takes back what is about to be changed */
    void before(Runnable step) {
        if (recording) {
            steps.push(step);
        }
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        back(map, key);
        map.put(key, value);
    }

    <K, V> void remove(Map<K, V> map, K key) {
        back(map, key);
        map.remove(key);
    }

    private <K, V> void back(Map<K, V> map, K key) {
        V former = map.get(key);
        before(former == null ? () -> map.remove(key) : () -> map.put(key, former));
    }
}
