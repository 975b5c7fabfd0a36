package dev.lockstep.use;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * One stream on its way through a {@link Mask}: of bytes that belong to values, overlapping or side by side, each run becomes one {@code [secret]}.
 * What comes out does not depend on how the stream is cut. Only bytes that may be the beginning of a value are held back. For one thread.
 */
public final class Masking {
    private static final int ROOM = 1024;

    private final Automaton automaton;
    private int state;

    /** What was read last: bytes that were written already, and those whose fate is open. */
    private byte[] held = new byte[ROOM];

    private int written;
    private int length;

    /** Which of them belong to values, as parts from and to, in their order, with gaps between them; those before the first are done with. */
    private int[] covered = new int[16];

    private int first;
    private int parts;

    /** Whether the byte that was written last belonged to a value. */
    private boolean inside;

    Masking(Automaton automaton) {
        this.automaton = automaton;
    }

    /** Takes the next bytes, and writes what is certain by now. */
    public void take(byte[] chunk, int size, OutputStream out) throws IOException {
        reserve(size);
        for (int i = 0; i < size; i++) {
            held[length++] = chunk[i];
            state = automaton.step(state, chunk[i] & 0xff);
            int found = automaton.found(state);
            if (found > 0) {
                cover(length - found, length);
            }
        }
        write(length - automaton.depth(state), out);
    }

    /** Writes the rest, since nothing more comes. */
    public void end(OutputStream out) throws IOException {
        write(length, out);
        Arrays.fill(held, (byte) 0);
    }

    private void cover(int start, int to) {
        int from = Math.max(start, 0);
        while (parts > first && covered[2 * parts - 1] >= from) {
            from = Math.min(from, covered[2 * parts - 2]);
            parts--;
        }
        if (covered.length < 2 * parts + 2) {
            covered = Arrays.copyOf(covered, 2 * covered.length);
        }
        covered[2 * parts] = from;
        covered[2 * parts + 1] = to;
        parts++;
    }

    /** What is known to belong to a value is written, too, wherever it stands. */
    private void write(int certain, OutputStream out) throws IOException {
        int before = written;
        while (first < parts && covered[2 * first] <= Math.max(certain, written)) {
            plain(covered[2 * first], out);
            if (!inside) {
                out.write(Mask.INSTEAD, 0, Mask.INSTEAD.length);
                inside = true;
            }
            written = covered[2 * first + 1];
            first++;
        }
        plain(certain, out);
        if (written > before) {
            out.flush();
        }
    }

    private void plain(int to, OutputStream out) throws IOException {
        if (to > written) {
            out.write(held, written, to - written);
            written = to;
            inside = false;
        }
    }

    /** Makes room, at the cost of as many bytes as were written since it last did. */
    private void reserve(int room) {
        if (length + room <= held.length) {
            return;
        }
        int open = length - written;
        boolean stays = written >= open && open + room <= held.length;
        byte[] next = stays ? held : new byte[Math.max(2 * open + room, held.length)];
        System.arraycopy(held, written, next, 0, open);
        Arrays.fill(held, stays ? open : 0, held.length, (byte) 0);
        held = next;
        for (int i = first; i < parts; i++) {
            covered[2 * (i - first)] = Math.max(0, covered[2 * i] - written);
            covered[2 * (i - first) + 1] = covered[2 * i + 1] - written;
        }
        parts -= first;
        first = 0;
        length = open;
        written = 0;
    }
}
