package dev.lockstep.transfer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldTest {
    @Test
    void whatFitsComesOutAsItWentIn() throws Exception {
        byte[] bytes = new byte[Held.MOST];
        new Random(7).nextBytes(bytes);
        try (Held held = new Held()) {
            int pieces = 0;
            for (int at = 0; at < bytes.length; pieces++) {
                int length = Math.min(bytes.length - at, 1 + pieces * 100_003);
                assertEquals(length, held.write(ByteBuffer.wrap(bytes, at, length)));
                at += length;
            }
            assertFalse(held.isOverfull());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<Double> told = new ArrayList<>();
            held.writeTo(Channels.newChannel(out), told::add);
            assertArrayEquals(bytes, out.toByteArray());
            assertEquals(1, told.getLast());
            assertEquals(told.stream().sorted().toList(), told);
        }
    }

    @Test
    void oneByteMoreIsTooMuch() {
        try (Held held = new Held()) {
            held.write(ByteBuffer.wrap(new byte[Held.MOST]));
            assertFalse(held.isOverfull());
            ByteBuffer more = ByteBuffer.wrap(new byte[1]);
            assertEquals(1, held.write(more));
            assertFalse(more.hasRemaining());
            assertTrue(held.isOverfull());
        }
    }
}
