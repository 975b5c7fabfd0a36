package dev.lockstep.use;

import java.util.Arrays;
import java.util.List;

/**
 * Finds byte strings in a stream, all at once (A. V. Aho and M. J. Corasick, 1975). A state is the longest end of what was read that may begin a
 * string; 0 is none. Steps are kept in one hash table, since there are about as many as the strings have bytes.
 */
final class Automaton implements AutoCloseable {
    private static final int NONE = -1;

    private final int[] keys;
    private final int[] targets;
    private final int[] shorter;
    private final int[] depth;
    private final int[] found;
    private int states = 1;

    /** @param strings of together less than 2^24 - 1 bytes, none empty; they stay the caller's */
    Automaton(List<byte[]> strings) {
        int most = 1 + strings.stream().mapToInt(string -> string.length).sum();
        keys = new int[Integer.highestOneBit(most) << 2];
        Arrays.fill(keys, NONE);
        targets = new int[keys.length];
        shorter = new int[most];
        depth = new int[most];
        found = new int[most];
        strings.forEach(this::add);
        link();
    }

    private void add(byte[] string) {
        int state = 0;
        for (byte each : string) {
            int place = place(state, each & 0xff);
            if (keys[place] == NONE) {
                keys[place] = key(state, each & 0xff);
                targets[place] = states;
                depth[states] = depth[state] + 1;
                states++;
            }
            state = targets[place];
        }
        found[state] = string.length;
    }

    private static int key(int state, int unit) {
        return state << 8 | unit;
    }

    /** Where a step is, or would be. */
    private int place(int state, int unit) {
        int key = key(state, unit);
        int place = ((key * 0x9e3779b9) >>> 7) & (keys.length - 1);
        while (keys[place] != key && keys[place] != NONE) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    /** For each state, in the order of depth, the next shorter end that may begin a string. */
    private void link() {
        int[] order = new int[states];
        int[] last = new int[states];
        int[] parent = new int[states];
        sort(order, last, parent);
        for (int state : order) {
            if (depth[state] > 1) {
                shorter[state] = step(shorter[parent[state]], last[state]);
            }
            found[state] = Math.max(found[state], found[shorter[state]]);
        }
        Arrays.fill(last, 0);
    }

    /** Fills in the states by depth, and how each is reached. */
    private void sort(int[] order, int[] last, int[] parent) {
        for (int place = 0; place < keys.length; place++) {
            if (keys[place] != NONE) {
                last[targets[place]] = keys[place] & 0xff;
                parent[targets[place]] = keys[place] >>> 8;
            }
        }
        int[] starts = new int[states + 1];
        for (int state = 0; state < states; state++) {
            starts[depth[state] + 1]++;
        }
        for (int i = 1; i <= states; i++) {
            starts[i] += starts[i - 1];
        }
        for (int state = 0; state < states; state++) {
            order[starts[depth[state]]++] = state;
        }
    }

    /** The state after one more byte, from 0 to 255. */
    int step(int state, int unit) {
        int from = state;
        while (true) {
            int place = place(from, unit);
            if (keys[place] != NONE) {
                return targets[place];
            }
            if (from == 0) {
                return 0;
            }
            from = shorter[from];
        }
    }

    /** How many of the bytes read last may begin a string. */
    int depth(int state) {
        return depth[state];
    }

    /** Length of the longest string that just ended; 0 for none. */
    int found(int state) {
        return found[state];
    }

    @Override
    public void close() {
        for (int[] each : List.of(keys, targets, shorter, depth, found)) {
            Arrays.fill(each, 0);
        }
    }
}
