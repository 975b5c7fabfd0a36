package dev.lockstep.sync;

import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.remote.Vendor;
import dev.lockstep.vault.KilledProcess;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * When a process is killed: at one of the calls that it makes to simulators, before that is answered or some time after it, at a time after its
 * start, or once it is done.
 *
 * @param at which call, from 1; 0 for some time after the start, and what is more than all calls for the end
 * @param writes whether only calls count that are to write
 * @param held whether the answer of that call never comes
 * @param nanos how much later, where it is not held
 */
record DyingMoment(int at, boolean writes, boolean held, long nanos) {
    /** Once it is done. */
    static final DyingMoment END = new DyingMoment(Integer.MAX_VALUE, false, false, 0);

    /** Once each vendor has done a write of which the answer never comes. */
    static final DyingMoment EVERYWHERE = new DyingMoment(Integer.MAX_VALUE, true, true, 0);

    private static final Pattern READING = Pattern.compile(
            ".*/(login|GetSecrets|GetSecretValue|get_value_of_secret/|capabilities-self|lookup-self|renew-self)");

    /**
     * Any moment.
     *
     * @param calls as many as there are usually
     */
    static DyingMoment any(Random random, int calls, int writes) {
        long nanos = random.nextLong(12_000_000);
        return switch (random.nextInt(10)) {
            case 0 -> new DyingMoment(0, false, false, 15 * nanos);
            case 1, 2, 3 -> new DyingMoment(1 + random.nextInt(calls + calls / 20), false, random.nextBoolean(), nanos);
            default -> new DyingMoment(1 + random.nextInt(writes + 1), true, random.nextBoolean(), nanos);
        };
    }

    static boolean isWrite(Asked asked) {
        return switch (asked.method()) {
            case "GET", "LIST" -> false;
            default -> !READING.matcher(asked.path()).matches();
        };
    }

    /** Sees all calls of the process at all simulators, and kills it when it is time. */
    static final class Watch {
        private final CompletableFuture<Process> victim = new CompletableFuture<>();
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger writes = new AtomicInteger();
        private final Set<Vendor> holding = ConcurrentHashMap.newKeySet();
        private final DyingMoment moment;
        private final Executor executor;

        Watch(DyingMoment moment, Executor executor) {
            this.moment = moment;
            this.executor = executor;
        }

        /** Its life begins. */
        void begins(Process process) {
            victim.complete(process);
            if (moment.at() == 0) {
                executor.execute(this::killLater);
            }
        }

        /** What it sees of one vendor. */
        BiConsumer<Asked, Answered> at(Vendor vendor) {
            return (asked, answered) -> {
                if (moment.equals(EVERYWHERE)) {
                    holdAt(vendor, asked);
                } else {
                    count(asked);
                }
            };
        }

        private void holdAt(Vendor vendor, Asked asked) {
            if (isWrite(asked)) {
                if (holding.add(vendor) && holding.size() == Vendor.values().length) {
                    kill();
                }
                victim.join().onExit().join();
            }
        }

        private void count(Asked asked) {
            int call = calls.incrementAndGet();
            int write = isWrite(asked) ? writes.incrementAndGet() : -1;
            if ((moment.writes() ? write : call) != moment.at()) {
                return;
            }
            if (moment.held()) {
                kill();
                victim.join().onExit().join();
            } else {
                executor.execute(this::killLater);
            }
        }

        private void killLater() {
            LockSupport.parkNanos(moment.nanos());
            kill();
        }

        void kill() {
            KilledProcess.kill(victim.join());
        }

        int calls() {
            return calls.get();
        }

        int writes() {
            return writes.get();
        }
    }
}
