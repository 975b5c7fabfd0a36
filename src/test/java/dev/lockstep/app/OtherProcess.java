package dev.lockstep.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The memory of another process, read from outside as Linux shows it in {@code /proc}. */
final class OtherProcess {
    private static final int PART = 4 << 20;
    private static final int PAGE = 4096;

    private final Path folder;

    OtherProcess(long id) {
        folder = Path.of("/proc", Long.toString(id));
    }

    private record Region(long from, long to, String name) {
        Region named(NavigableMap<Long, String> stacks) {
            var stack = stacks.ceilingEntry(from);
            return stack == null || stack.getKey() >= to
                    ? this
                    : new Region(from, to, name + ", stack of " + stack.getValue());
        }

        @Override
        public String toString() {
            return name + " " + Long.toHexString(from) + " of " + (to - from) / 1024 + " KiB";
        }
    }

    /** Scans every region that can be read, apart from files that are mapped so that nobody can write to them. */
    void scan(CanaryScan scan) throws IOException {
        try (FileChannel memory = FileChannel.open(folder.resolve("mem"), StandardOpenOption.READ)) {
            NavigableMap<Long, String> stacks = stacks();
            for (Region region : regions()) {
                scan(scan, memory, region.named(stacks));
            }
        }
    }

    /** Scans a file, for example a heap dump. */
    static void scan(CanaryScan scan, Path file) throws IOException {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            scan(scan, content, new Region(0, content.size(), "file"));
        }
    }

    private static void scan(CanaryScan scan, FileChannel memory, Region region) {
        byte[] part = new byte[PART + CanaryScan.TAIL];
        for (long at = region.from(); at < region.to(); at += PART) {
            int wanted = (int) Math.min(part.length, region.to() - at);
            int got = read(memory, at, ByteBuffer.wrap(part, 0, wanted));
            Arrays.fill(part, got, part.length, (byte) 0);
            scan.part(part, Math.min(got, PART), at, region.toString());
        }
    }

    /** Reads as much as there is; pages that the kernel does not give are passed over as zeros. */
    private static int read(FileChannel memory, long at, ByteBuffer into) {
        while (into.hasRemaining()) {
            try {
                if (memory.read(into, at + into.position()) < 0) {
                    break;
                }
            } catch (IOException e) {
                int next = Math.min(into.limit(), (into.position() | (PAGE - 1)) + 1);
                Arrays.fill(into.array(), into.position(), next, (byte) 0);
                into.position(next);
            }
        }
        return into.position();
    }

    /** Neighbours of the same kind are one region, so that nothing is missed at their border. */
    private List<Region> regions() throws IOException {
        List<Region> regions = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("maps"))) {
            String[] parts = line.split(" +", 6);
            String name = parts.length > 5 && !parts[5].isEmpty() ? parts[5] : "anonymous";
            boolean onlyFile = name.startsWith("/") && parts[1].charAt(1) != 'w';
            if (parts[1].charAt(0) != 'r' || onlyFile || name.startsWith("[v")) {
                continue;
            }
            String[] range = parts[0].split("-", 2);
            Region region = new Region(Long.parseLong(range[0], 16), Long.parseLong(range[1], 16), name);
            Region last = regions.isEmpty() ? null : regions.getLast();
            if (last != null && last.to() == region.from() && last.name().equals(name)) {
                regions.set(regions.size() - 1, new Region(last.from(), region.to(), name));
            } else {
                regions.add(region);
            }
        }
        return regions;
    }

    /** The stack pointers of the threads that wait, with their names; for the report alone. */
    private NavigableMap<Long, String> stacks() throws IOException {
        NavigableMap<Long, String> stacks = new TreeMap<>();
        try (Stream<Path> threads = Files.list(folder.resolve("task"))) {
            for (Path thread : threads.toList()) {
                String[] call =
                        Files.readString(thread.resolve("syscall")).strip().split(" ");
                if (call.length > 2) {
                    long pointer = Long.parseUnsignedLong(call[call.length - 2].substring(2), 16);
                    stacks.put(pointer, Files.readString(thread.resolve("comm")).strip());
                }
            }
        }
        return stacks;
    }
}
