package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a whole new file in the place of a vault's. At every moment, even when the power fails, the vault's name stands for the old file or
 * for the new one; and the old one has its other name before it loses this one.
 *
 * <p>While files change places no other process can have the old one open. One that asks for it in that moment finds it moved and fails,
 * because SQLite looks whether a file still has its name before it makes a log beside it.
 */
public final class FileSwap {
    private final Path file;
    private final Path folder;
    private final Path draft;
    private final Check check;

    private FileSwap(Path file, Path folder, Path draft, Check check) {
        this.file = file;
        this.folder = folder;
        this.draft = draft;
        this.check = check;
    }

    /** Looks into the old file while nobody else has it, just before it goes; what it throws leaves everything as it is. */
    @FunctionalInterface
    public interface Check {
        void check(Transaction old) throws VaultException;
    }

    /**
     * A hidden name, free so far, under which the new file is to be made: beside the old one, where a link leads to. {@link VaultStore#create}
     * makes files that only their owner can read.
     */
    public static Path draft(Path named) throws VaultException {
        Path file = real(named);
        return NewFile.draft(folder(file), file);
    }

    /**
     * Gives a finished file the name of a vault's file.
     *
     * @param draft from {@link #draft}, closed, without a log beside it
     * @param named the vault's file, which this process must not have open; there need not be one
     * @param kept name in the same folder under which the old file stays, free so far; empty: it goes
     * @throws VaultException {@code Busy} if the old file is open elsewhere, {@code FileExists} if {@code kept} is taken, {@code FileDamaged} if
     *     the old file is and has no name to stay under; then nothing has changed
     */
    public static void swap(Path draft, Path named, Optional<Path> kept) throws VaultException {
        swap(draft, named, kept, old -> {});
    }

    /** The same, once a look into the old file was good. */
    public static void swap(Path draft, Path named, Optional<Path> kept, Check check) throws VaultException {
        Path file = real(named);
        new FileSwap(file, folder(file), draft, check).swap(kept);
    }

    /** Removes a draft that is not wanted any more, with what SQLite put beside it. */
    public static void discard(Path draft) throws VaultException {
        NewFile.discard(draft);
    }

    private void swap(Optional<Path> kept) throws VaultException {
        try {
            NewFile.force(draft);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                replace(kept);
            } else {
                keepCompanions(kept);
                Files.move(draft, file);
            }
            NewFile.force(folder);
        } catch (IOException e) {
            throw StoreFailures.of(e, file);
        }
    }

    private void replace(Optional<Path> kept) throws IOException, VaultException {
        if (kept.isPresent() && Files.exists(kept.get(), LinkOption.NOFOLLOW_LINKS)) {
            throw new VaultException(new Failure.FileExists());
        }
        FileHold hold = hold(kept.isPresent());
        try {
            if (hold != null) {
                hold.check(check);
            }
            if (kept.isPresent()) {
                link(file, kept.get());
                NewFile.force(folder);
            }
            keepCompanions(kept);
            if (hold != null && !hold.outlivesRenaming()) {
                hold.close();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            if (hold != null) {
                hold.close();
            }
        }
    }

    /**
     * Nobody can be kept from a file that is no database any more, and nobody can do anything with it. SQLite must not even look at it, because
     * it would empty its log.
     */
    private @Nullable FileHold hold(boolean damagedToo) throws VaultException {
        try {
            VaultFile.at(file);
            return FileHold.on(file);
        } catch (VaultException e) {
            boolean damaged = e.failure() instanceof Failure.FileDamaged || e.failure() instanceof Failure.NotAVault;
            if (damaged && damagedToo) {
                return null;
            }
            throw damaged ? new VaultException(new Failure.FileDamaged(), e) : e;
        }
    }

    /** A log beside the name would be taken for the new file's. Beside a whole file there is none any more. */
    private void keepCompanions(Optional<Path> kept) throws IOException, VaultException {
        for (String companion : VaultFile.COMPANIONS) {
            Path beside = VaultFile.beside(file, companion);
            if (!Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (kept.isEmpty() || !Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
                throw new VaultException(new Failure.NoPermission());
            }
            Files.move(beside, VaultFile.beside(kept.get(), companion));
        }
        NewFile.force(folder);
    }

    /** A second name for a file; a copy where the file system has no links. */
    private static void link(Path file, Path other) throws IOException, VaultException {
        try {
            Files.createLink(other, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException withoutLinks) {
            NewFile.create(other, draft -> copy(file, draft));
        }
    }

    private static void copy(Path file, Path draft) throws VaultException {
        try (var out = Files.newOutputStream(draft)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw StoreFailures.of(e, file);
        }
    }

    private static Path real(Path named) throws VaultException {
        try {
            if (!Files.exists(named)) {
                Path folder = named.toAbsolutePath().getParent();
                return folder == null ? named : folder.toRealPath().resolve(named.getFileName());
            }
            if (!Files.isRegularFile(named)) {
                throw new VaultException(new Failure.NotAVault());
            }
            return named.toRealPath();
        } catch (IOException e) {
            throw StoreFailures.of(e, named);
        }
    }

    private static Path folder(Path file) throws VaultException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new VaultException(new Failure.FileMissing());
        }
        return folder;
    }
}
