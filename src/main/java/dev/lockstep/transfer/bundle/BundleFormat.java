package dev.lockstep.transfer.bundle;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Bundles;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;

/** Reads bundles, and other vault files. */
public final class BundleFormat implements ImportFormat {
    /** The largest file that is read, in bytes: 512 MiB. */
    public static final long MAX_SIZE = 512L << 20;

    /** A reader without state. */
    public BundleFormat() {}

    @Override
    public String id() {
        return "bundle";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return Bundles.isOne(beginning) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Set<Need> needs(Path source) {
        return Set.of(Need.PASSWORD);
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        Passphrase passphrase = options.password().orElseThrow(() -> new ImportException(Reason.PASSWORD_NEEDED));
        requireSize(source);
        try (Gathering gathering = new Gathering()) {
            new Bundles(Clock.systemUTC(), new SecureRandom())
                    .<InterruptedException>read(
                            source,
                            new Password(passphrase, options.keyFile()),
                            bundle -> new BundleReading(bundle, gathering).run(progress));
            return gathering.finish();
        } catch (VaultException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw refused(e);
        }
    }

    private static void requireSize(Path source) throws ImportException, InterruptedException {
        if (!Files.isRegularFile(source)) {
            throw new ImportException(Reason.NOT_A_FILE);
        }
        try {
            if (Files.size(source) > MAX_SIZE) {
                throw new ImportException(Reason.TOO_LARGE);
            }
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }

    private static ImportException refused(VaultException refused) throws InterruptedException {
        return switch (refused.failure()) {
            case Failure.WrongPassword wrong -> new ImportException(Reason.WRONG_PASSWORD);
            case Failure.KeyFileMissing wrong -> new ImportException(Reason.WRONG_PASSWORD);
            case Failure.KeyFileDamaged damaged -> new ImportException(Reason.KEY_FILE_UNREADABLE);
            case Failure.KdfRefused costly -> new ImportException(Reason.TOO_COSTLY);
            case Failure.NotAVault other -> new ImportException(Reason.OTHER_FORMAT);
            case Failure.NewerFormat newer -> new ImportException(Reason.UNSUPPORTED);
            case Failure.FileDamaged damaged -> new ImportException(Reason.DAMAGED);
            case Failure.PartDamaged damaged -> new ImportException(Reason.DAMAGED);
            case Failure.SetChanged damaged -> new ImportException(Reason.DAMAGED);
            default -> ImportException.of(new IOException(refused));
        };
    }
}
