package dev.lockstep.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inputs made of others by chance, the same for the same seed. */
final class Mutations {
    private static final byte[] TELLING = {0, 1, 2, 0x7F, (byte) 0x80, (byte) 0xC3, (byte) 0xFE, (byte) 0xFF};

    private final Random random;
    private final List<byte[]> known;

    Mutations(long seed, List<byte[]> known) {
        this.random = new Random(seed);
        this.known = known;
    }

    byte[] next() {
        byte[] input = known.get(random.nextInt(known.size())).clone();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int at = input.length == 0 ? 0 : random.nextInt(input.length);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(input, at);
            case 1 -> spliced(input, at, at, bytes(1 + random.nextInt(20)));
            case 2 -> spliced(input, at, Math.min(input.length, at + random.nextInt(10)), new byte[0]);
            case 3 -> {
                byte[] other = known.get(random.nextInt(known.size()));
                int from = random.nextInt(other.length + 1);
                int to = from + random.nextInt(other.length - from + 1);
                yield spliced(input, at, Math.min(input.length, at + to - from), Arrays.copyOfRange(other, from, to));
            }
            case 4 -> bytes(random.nextInt(300));
            default -> overwritten(input, at);
        };
    }

    private byte[] overwritten(byte[] input, int at) {
        int end = Math.min(input.length, at + 1 + random.nextInt(4));
        boolean telling = random.nextBoolean();
        for (int i = at; i < end; i++) {
            input[i] = telling ? TELLING[random.nextInt(TELLING.length)] : (byte) random.nextInt();
        }
        return input;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
        byte[] result = new byte[input.length - (to - from) + between.length];
        System.arraycopy(input, 0, result, 0, from);
        System.arraycopy(between, 0, result, from, between.length);
        System.arraycopy(input, to, result, from + between.length, input.length - to);
        return result;
    }
}
