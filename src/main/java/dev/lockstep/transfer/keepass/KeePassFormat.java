package dev.lockstep.transfer.keepass;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.kdbx.KdbxException;
import dev.lockstep.crypto.kdbx.KdbxFile;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Files of KeePass and KeePassXC: KDBX 3 and 4, with password, key file or both. */
public final class KeePassFormat implements ImportFormat {
    /** The largest file that is read, in bytes: 256 MiB. */
    public static final int MAX_SIZE = 256 << 20;

    private static final byte[] SIGNATURE = {0x03, (byte) 0xd9, (byte) 0xa2, (byte) 0x9a};

    /** A reader without state. */
    public KeePassFormat() {}

    @Override
    public String id() {
        return "keepass";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        boolean starts = beginning.length > SIGNATURE.length
                && Arrays.equals(beginning, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        return starts ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Set<Need> needs(Path source) {
        return Set.of(Need.PASSWORD_OR_KEY_FILE);
    }

    /** Reads it. An empty password counts as none where there is a key file. */
    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        if (options.password().isEmpty() && options.keyFile().isEmpty()) {
            throw new ImportException(Reason.PASSWORD_NEEDED);
        }
        Optional<Passphrase> password = options.password()
                .filter(given -> !given.isEmpty() || options.keyFile().isEmpty());
        try (SourceFile file = SourceFile.read(source, MAX_SIZE)) {
            Optional<SecretValue> key = Optional.empty();
            try {
                if (options.keyFile().isPresent()) {
                    key = Optional.of(KeePassKeyFile.read(options.keyFile().get()));
                }
                return read(file.content(), password, key, progress);
            } finally {
                key.ifPresent(SecretValue::close);
            }
        }
    }

    private static ImportSource read(
            MemorySegment content, Optional<Passphrase> password, Optional<SecretValue> key, Progress progress)
            throws ImportException, InterruptedException {
        try (KdbxFile file = KdbxFile.open(content, password, key);
                XmlScanner xml = new XmlScanner(file.document()::read, DocumentReader.MAX_TEXT);
                Gathering found = new Gathering()) {
            Elements elements = new Elements(xml, mask(file));
            new DocumentReader(elements, found, progress, file::isHeader).read();
            return found.finish();
        } catch (KdbxException e) {
            throw new ImportException(reason(e.reason()));
        } catch (IOException e) {
            throw new ImportException(Reason.DAMAGED);
        }
    }

    private static Elements.Mask mask(KdbxFile file) {
        return new Elements.Mask() {
            @Override
            public void take(byte[] value) {
                file.unmask(value);
            }

            @Override
            public void skip(long bytes) {
                file.skipMasked(bytes);
            }
        };
    }

    private static Reason reason(KdbxException.Reason reason) {
        return switch (reason) {
            case NOT_KDBX -> Reason.OTHER_FORMAT;
            case DAMAGED -> Reason.DAMAGED;
            case UNSUPPORTED -> Reason.UNSUPPORTED;
            case TOO_COSTLY -> Reason.TOO_COSTLY;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case WRONG_KEY -> Reason.WRONG_PASSWORD;
        };
    }
}
