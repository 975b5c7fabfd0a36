package dev.lockstep.app;

import dev.lockstep.app.Canaries.Needle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds whole canaries and pieces of them in memory that is handed over part by part. */
final class CanaryScan {
    /** So many bytes have to stand behind a part for what begins in it. */
    static final int TAIL = 256;

    private static final int GRAM = 4;
    private static final int PLACES_TOLD = 4;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final List<Needle> needles;
    private final Map<Integer, List<Piece>> pieces = new HashMap<>();
    private final long[] filter = new long[1 << 16];
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final TypedOrder typed;

    /** Four bytes of a needle, and where they stand in it. */
    private record Piece(Needle needle, int at) {}

    /** What was found of one canary. */
    static final class Tally {
        private int copies;
        private int longest;
        private final List<String> places = new ArrayList<>();
        private String longestPlace = "";

        int copies() {
            return copies;
        }

        /** Length of the longest piece in bytes or characters. */
        int longest() {
            return longest;
        }

        /** Where the first whole copies are, or else the longest piece. */
        String where() {
            return copies > 0 ? String.join("; ", places) : longestPlace;
        }
    }

    CanaryScan(Canaries canaries) {
        needles = canaries.needles();
        typed = new TypedOrder(canaries);
        canaries.texts().forEach(name -> tallies.put(name, new Tally()));
        canaries.others().forEach(name -> tallies.put(name, new Tally()));
        for (Needle needle : needles) {
            for (int at = 0; at + GRAM <= needle.bytes().length; at++) {
                int gram = (int) INT.get(needle.bytes(), at);
                pieces.computeIfAbsent(gram, first -> new ArrayList<>()).add(new Piece(needle, at));
                int hash = hash(gram);
                filter[hash >>> 6] |= 1L << hash;
            }
        }
    }

    Map<String, Tally> tallies() {
        return tallies;
    }

    TypedOrder typed() {
        return typed;
    }

    /**
     * Looks at the bytes of one part.
     *
     * @param to what begins before this index counts; {@link #TAIL} more bytes are there, or zeros
     * @param address of the first byte
     * @param region said of what is found
     */
    void part(byte[] bytes, int to, long address, String region) {
        for (int block = 0; block < to; block += Long.BYTES) {
            if ((long) LONG.get(bytes, block) != 0) {
                typed.look(bytes, block);
                for (int at = block; at < block + Long.BYTES; at++) {
                    look(bytes, at, address, region);
                }
            }
        }
    }

    private void look(byte[] bytes, int at, long address, String region) {
        int gram = (int) INT.get(bytes, at);
        if (maybe(gram)) {
            compare(bytes, at, 1, gram, address, region);
        }
        if (bytes[at + 1] == 0 && bytes[at + 3] == 0 && bytes[at + 5] == 0) {
            int spread =
                    bytes[at] & 0xFF | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 4] & 0xFF) << 16 | bytes[at + 6] << 24;
            if (maybe(spread)) {
                compare(bytes, at, 2, spread, address, region);
            }
        }
    }

    private boolean maybe(int gram) {
        int hash = hash(gram);
        return (filter[hash >>> 6] & 1L << hash) != 0;
    }

    private static int hash(int gram) {
        return (gram * 0x9E3779B1) >>> 10;
    }

    private void compare(byte[] bytes, int at, int step, int gram, long address, String region) {
        for (Piece piece : pieces.getOrDefault(gram, List.of())) {
            byte[] wanted = piece.needle().bytes();
            int from = piece.at();
            boolean begins = from == 0 || at < step || bytes[at - step] != wanted[from - 1];
            if (begins && (step == 1 || piece.needle().spread())) {
                int length = GRAM;
                while (from + length < wanted.length
                        && continues(bytes, at + length * step, step, wanted[from + length])) {
                    length++;
                }
                String spelling = piece.needle().spelling() + (step == 2 ? " in UTF-16" : "");
                found(piece.needle(), length, spelling + " at " + Long.toHexString(address + at) + " in " + region);
            }
        }
    }

    private static boolean continues(byte[] bytes, int at, int step, byte wanted) {
        return at < bytes.length && bytes[at] == wanted && (step == 1 || bytes[at - 1] == 0);
    }

    private void found(Needle needle, int length, String place) {
        Tally tally = tallies.get(needle.canary());
        if (length == needle.bytes().length) {
            tally.copies++;
            if (tally.places.size() < PLACES_TOLD) {
                tally.places.add(place);
            }
        }
        if (length > tally.longest && !needle.spelling().equals("Base64")) {
            tally.longest = length;
            tally.longestPlace = place;
        }
    }
}
