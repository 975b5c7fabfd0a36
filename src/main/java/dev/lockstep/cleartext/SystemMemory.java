package dev.lockstep.cleartext;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What the operating system does for whole pages of memory: keep them out of the swap file ({@code mlock}, {@code VirtualLock}) and out of
 * core dumps ({@code madvise}, Linux only). Where a call is missing or forbidden, nothing happens and the answer says so.
 */
final class SystemMemory {
    /** What may be locked where the system does not tell: the default of Linux before 5.16, and less than the smallest of Windows. */
    static final long LEAST_LIMIT = 64 * 1024;

    private static final int RLIMIT_MEMLOCK_LINUX = 8;
    private static final int RLIMIT_MEMLOCK_MAC = 6;
    private static final int MADV_DONTDUMP = 16;
    private static final int MADV_DODUMP = 17;
    private static final long USUAL_PAGE = 4096;

    private static final FunctionDescriptor RANGE =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final FunctionDescriptor RANGE_AND_NUMBER = FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
    private static final FunctionDescriptor NUMBER_AND_RESULT =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final FunctionDescriptor NUMBER = FunctionDescriptor.of(ValueLayout.JAVA_INT);

    private final boolean windows;
    private final boolean linux;
    private final Optional<MethodHandle> lock;
    private final Optional<MethodHandle> unlock;
    private final Optional<MethodHandle> advise;
    private final long pageSize;
    private final long limit;

    /** @param system as in the system property {@code os.name} */
    SystemMemory(String system) {
        windows = system.startsWith("Windows");
        linux = system.equals("Linux");
        lock = find(windows ? "VirtualLock" : "mlock", RANGE);
        unlock = find(windows ? "VirtualUnlock" : "munlock", RANGE);
        advise = linux ? find("madvise", RANGE_AND_NUMBER) : Optional.empty();
        pageSize = windows ? USUAL_PAGE : readPageSize();
        limit = windows ? LEAST_LIMIT : readLimit();
    }

    /** Size of a page in bytes, a power of two. */
    long pageSize() {
        return pageSize;
    }

    /** How many bytes this process may lock; {@link Long#MAX_VALUE} if there is no limit. */
    long limit() {
        return limit;
    }

    /** Tries to keep whole pages out of the swap file; tells whether they are. */
    boolean lock(MemorySegment pages) {
        return lock.isPresent() && succeeded(range(lock.get(), pages));
    }

    /** Takes back {@link #lock}. */
    void unlock(MemorySegment pages) {
        unlock.ifPresent(call -> range(call, pages));
    }

    /** Leaves whole pages out of core dumps, or takes that back; tells whether the system did so. */
    boolean hide(MemorySegment pages, boolean hidden) {
        if (advise.isEmpty()) {
            return false;
        }
        try {
            return (int) advise.get().invokeExact(pages, pages.byteSize(), hidden ? MADV_DONTDUMP : MADV_DODUMP) == 0;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private boolean succeeded(int result) {
        return windows ? result != 0 : result == 0;
    }

    private static int range(MethodHandle call, MemorySegment pages) {
        try {
            return (int) call.invokeExact(pages, pages.byteSize());
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private long readPageSize() {
        Optional<MethodHandle> call = find("getpagesize", NUMBER);
        if (call.isEmpty()) {
            return USUAL_PAGE;
        }
        try {
            int size = (int) call.get().invokeExact();
            return Integer.bitCount(size) == 1 ? Math.max(USUAL_PAGE, size) : USUAL_PAGE;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The soft limit, the first of two numbers of eight bytes; its greatest values mean that there is none. */
    private long readLimit() {
        Optional<MethodHandle> call = find("getrlimit", NUMBER_AND_RESULT);
        if (call.isEmpty()) {
            return LEAST_LIMIT;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, 2);
            int result = (int) call.get().invokeExact(linux ? RLIMIT_MEMLOCK_LINUX : RLIMIT_MEMLOCK_MAC, limits);
            long soft = limits.get(ValueLayout.JAVA_LONG, 0);
            return result != 0 ? LEAST_LIMIT : soft < 0 ? Long.MAX_VALUE : soft;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @SuppressWarnings("restricted")
    private Optional<MethodHandle> find(String name, FunctionDescriptor type) {
        try {
            Linker linker = Linker.nativeLinker();
            SymbolLookup library =
                    windows ? SymbolLookup.libraryLookup("kernel32", Arena.global()) : linker.defaultLookup();
            return library.find(name).map(symbol -> linker.downcallHandle(symbol, type));
        } catch (IllegalCallerException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The calls throw nothing; this is for the signature of method handles. */
    private static IllegalStateException unexpected(Throwable thrown) {
        return new IllegalStateException(thrown);
    }
}
