package dev.lockstep.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A text file that only its owner can read (0600 where there are such permissions), in UTF-8. It is written under another name beside its
 * place and put there whole by {@link #keep}; closed before that, or when the program is told to end, nothing is left of it. What a program
 * leaves that was killed is removed by the next one that writes into the folder.
 */
public final class PrivateFile implements AutoCloseable {
    private final Path target;
    private final Path draft;
    private final FileChannel channel;
    private final Bytes bytes;
    private final Writer writer;

    /** @param target in a folder that is there */
    public PrivateFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        Path folder = this.target.getParent();
        if (folder == null) {
            throw new FileSystemException(target.toString());
        }
        Leftovers.remove(folder);
        draft = Files.createTempFile(folder, Leftovers.PREFIX, Leftovers.SUFFIX);
        draft.toFile().deleteOnExit();
        channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        Leftovers.claim(channel);
        bytes = new Bytes();
        writer = new BufferedWriter(Channels.newWriter(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Fails at once where {@link #keep} would fail in the end.
     *
     * @param replace whether a file may be there already
     * @throws FileAlreadyExistsException if one is and it may not
     */
    public static void requirePlace(Path target, boolean replace) throws IOException {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString());
        }
    }

    /** Where its bytes go, besides those of {@link #write}. */
    public WritableByteChannel channel() {
        return bytes;
    }

    /** Looks whether the disk is full as long as the draft fills it. */
    private final class Bytes implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            try {
                return channel.write(source);
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                throw DiskFullException.orSame(e, draft);
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    void write(String text) throws IOException {
        writer.write(text);
    }

    /**
     * Puts the file in its place.
     *
     * @param replace whether a file may be there already
     * @throws FileAlreadyExistsException if one is and it may not
     */
    public void keep(boolean replace) throws IOException {
        writer.flush();
        channel.force(true);
        channel.close();
        if (replace) {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            link();
        }
    }

    /** A link fails where a file is, without a moment in between; where the file system has none, a move looks first. */
    private void link() throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(draft, target);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }
}
