package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with copies of vaults. A copy is named {@code NAME 2026-11-26 14-05-33Z.lockstep}, in universal time, so that names sort by time.
 * Whatever else stands in the folder is left alone, and so are links, folders and pipes under such a name.
 */
public final class BackupFolder {
    private static final String BESIDE = " backups";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile("(.*) (\\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d-\\d\\d)Z" + Pattern.quote(VaultStore.SUFFIX));
    private static final Pattern DRAFT = Pattern.compile("\\..*\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.new");

    /** How many copies made within the same second find a name. */
    private static final int SECONDS_TO_TRY = 60;

    /** No process works that long on one copy. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path path;
    private final boolean own;

    private BackupFolder(Path path, boolean own) {
        this.path = path;
        this.own = own;
    }

    /** The folder for copies that stands beside a vault's file and is made when it is first needed. */
    public static BackupFolder beside(Path vault) {
        Path absolute = vault.toAbsolutePath();
        return new BackupFolder(absolute.resolveSibling(VaultStore.name(vault) + BESIDE), true);
    }

    /** A folder that the user chose; it is never made, because it may be on a disk that is not there now. */
    public static BackupFolder at(Path chosen) {
        return new BackupFolder(chosen, false);
    }

    public Path path() {
        return path;
    }

    /**
     * Makes sure that the folder is there.
     *
     * @throws VaultException {@code FileMissing} if it is not, {@code NoPermission} if a link or a file has the name of the one beside a vault
     */
    public void prepare() throws VaultException {
        if (!own) {
            if (!Files.isDirectory(path)) {
                throw new VaultException(new Failure.FileMissing());
            }
        } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            make();
        }
    }

    private void make() throws VaultException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new VaultException(new Failure.NoPermission());
        }
        try {
            Files.createDirectory(path, NewFile.ownerOnly(path, "rwx------"));
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
    }

    /** A free name for a copy that is made now. */
    public Path free(String name, Instant now) throws VaultException {
        for (int second = 0; second < SECONDS_TO_TRY; second++) {
            Path candidate = path.resolve(named(name, now.plusSeconds(second)));
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return candidate;
            }
        }
        throw new VaultException(new Failure.FileExists());
    }

    /** The name of a copy's file. */
    public static String named(String name, Instant taken) {
        return name + " " + STAMP.format(taken) + "Z" + VaultStore.SUFFIX;
    }

    /**
     * All copies by name, the newest first; none if there is no such folder.
     *
     * @throws VaultException {@code NoPermission} or {@code InputOutput} if the folder cannot be read
     */
    public List<BackupFile> list() throws VaultException {
        List<BackupFile> found = new ArrayList<>();
        if (!Files.isDirectory(path)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                parse(file).ifPresent(found::add);
            }
        } catch (DirectoryIteratorException e) {
            throw StoreFailures.of(Objects.requireNonNull(e.getCause()), path);
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
        found.sort(Comparator.comparing(BackupFile::taken)
                .reversed()
                .thenComparing(file -> file.path().toString()));
        return found;
    }

    private static Optional<BackupFile> parse(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var about = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant taken = STAMP.parse(matcher.group(2), Instant::from);
            return about.isRegularFile()
                    ? Optional.of(new BackupFile(file, matcher.group(1), taken, about.size()))
                    : Optional.empty();
        } catch (DateTimeException | IOException e) {
            return Optional.empty();
        }
    }

    /** Deletes a copy, with what SQLite may have put beside it. */
    public void delete(BackupFile file) throws VaultException {
        if (Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            NewFile.discard(file.path());
        }
    }

    /** Removes what a process that was killed left of its copies; what cannot be removed stays. */
    public static void sweep(Path folder, Instant now) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, BackupFolder::isDraft)) {
            for (Path file : files) {
                var about = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Instant touched = about.lastModifiedTime().toInstant();
                if (about.isRegularFile() && touched.isBefore(now.minus(ABANDONED))) {
                    NewFile.discard(file);
                }
            }
        } catch (IOException | DirectoryIteratorException | VaultException e) {
            System.getLogger(BackupFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "An unfinished copy stays: {0}", e.getClass());
        }
    }

    private static boolean isDraft(Path file) {
        return DRAFT.matcher(String.valueOf(file.getFileName())).matches();
    }
}
