package dev.lockstep.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** What is left of private files whose writer was killed: a file with the name of a draft that nobody has locked and that is not quite new. */
final class Leftovers {
    static final String PREFIX = ".lockstep-";
    static final String SUFFIX = ".new";

    /** How long a draft may be unlocked because its writer has only just made it. */
    private static final Duration NEW = Duration.ofMinutes(1);

    private Leftovers() {}

    /** Shows others that a draft is being written, for as long as it is open, where the file system has locks. */
    static void claim(FileChannel draft) {
        try {
            draft.tryLock();
        } catch (IOException withoutLocks) {
            // there nobody can lock it to remove it either
        }
    }

    /** Removes them from a folder, as far as that goes. */
    static void remove(Path folder) {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path draft : drafts) {
                if (isOld(draft) && isFree(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException notNow) {
            // the next one may have more luck
        }
    }

    private static boolean isOld(Path draft) throws IOException {
        Instant written =
                Files.getLastModifiedTime(draft, LinkOption.NOFOLLOW_LINKS).toInstant();
        return Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)
                && written.isBefore(Instant.now().minus(NEW));
    }

    private static boolean isFree(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }
}
