package dev.lockstep.transfer.folder;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Goes through a folder, in the order of the names. */
final class FolderWalk {
    private static final int DEEPEST = 32;
    private static final int MAX_SEEN = 2 * Gathering.MAX_ENTRIES;

    /** In a mount of Kubernetes: what is in there is what the links beside it lead to. */
    private static final String OF_KUBERNETES = "..";

    private static final String DATA_OF_KUBERNETES = "..data";
    private static final String ENCRYPTED = ".gpg";

    /** For whom a store of {@code pass}, or a folder of it, is encrypted. */
    private static final String RECIPIENTS_OF_PASS = ".gpg-id";

    private final Path root;
    private final Gathering gathering;
    private final Progress progress;
    private final Taker taker;
    private int seen;
    private int taken;
    private int encrypted;
    private long size;

    /** @param root without any link in its path */
    FolderWalk(Path root, Gathering gathering, Progress progress, Taker taker) {
        this.root = root;
        this.gathering = gathering;
        this.progress = progress;
        this.taker = taker;
    }

    /** Takes what is in one file. */
    @FunctionalInterface
    interface Taker {
        /**
         * Has to close the content, or to hand it on.
         *
         * @param name the path below the folder, with slashes on all systems
         */
        void take(String name, SecretValue content, Gathering into);
    }

    /** Whether a folder is, or was, a store of {@code pass}. */
    static boolean isOfPass(Path folder) {
        return Files.exists(folder.resolve(RECIPIENTS_OF_PASS));
    }

    void run() throws IOException, ImportException, InterruptedException {
        folder(root, 0);
        if (encrypted > 0 && (taken == 0 || isOfPass(root))) {
            throw new ImportException(Reason.ENCRYPTED_BY_GPG);
        }
    }

    private void folder(Path folder, int depth) throws IOException, ImportException, InterruptedException {
        List<Path> children = children(folder);
        boolean mount = Files.isSymbolicLink(folder.resolve(DATA_OF_KUBERNETES));
        for (Path child : children) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String name = String.valueOf(child.getFileName());
            boolean repeated = mount && name.startsWith(OF_KUBERNETES);
            if (!repeated && !name.equals(RECIPIENTS_OF_PASS)) {
                child(child, name, depth);
            }
        }
    }

    private List<Path> children(Path folder) throws IOException, ImportException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                children.add(child);
                if (++seen > MAX_SEEN) {
                    throw new ImportException(Reason.TOO_LARGE);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(children);
        return children;
    }

    private void child(Path child, String name, int depth) throws ImportException, InterruptedException {
        try {
            BasicFileAttributes is = Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (name.startsWith(".") || (is.isDirectory() && depth == DEEPEST)) {
                lost(child, Kind.NOT_A_READABLE_FILE);
            } else if (is.isDirectory()) {
                folder(child, depth + 1);
            } else if (name.endsWith(ENCRYPTED)) {
                encrypted++;
                lost(child, Kind.NOT_A_READABLE_FILE);
            } else if (is.isRegularFile() || isInside(child)) {
                file(child);
            } else {
                lost(child, Kind.NOT_A_READABLE_FILE);
            }
        } catch (IOException e) {
            lost(child, Kind.NOT_A_READABLE_FILE);
        }
    }

    /** Whether a link leads to a file below the folder that was chosen. */
    private boolean isInside(Path child) throws IOException {
        Path real = child.toRealPath();
        return real.startsWith(root) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS);
    }

    private void file(Path file) throws ImportException, InterruptedException {
        try (SourceFile source = SourceFile.read(file, SecretValue.MAX_SIZE)) {
            take(file, SecretValue.taking(source.content().toArray(ValueLayout.JAVA_BYTE)));
        } catch (ImportException e) {
            lost(file, e.reason() == Reason.TOO_LARGE ? Kind.VALUE_TOO_LARGE : Kind.NOT_A_READABLE_FILE);
        }
        if (size > FolderFormat.MAX_SIZE) {
            throw new ImportException(Reason.TOO_LARGE);
        }
    }

    private void take(Path file, SecretValue content) {
        size += content.size();
        taker.take(name(file), content, gathering);
        progress.at(++taken, 0);
    }

    private void lost(Path file, Kind kind) {
        String name = name(file);
        gathering.lost(Thing.FILE, Place.of(name), kind, Optional.empty());
    }

    /** The path below the folder, with slashes on all systems. */
    private String name(Path file) {
        List<String> parts = new ArrayList<>();
        root.relativize(file).forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
