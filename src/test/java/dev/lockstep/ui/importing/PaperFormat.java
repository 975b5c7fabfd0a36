package dev.lockstep.ui.importing;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A format that does everything a format may: it asks for a password and takes a key file, its things stand in folders, some have descriptions
 * and tags, and it tells how far it is. A line is {@code Folder/Title=value}; one that begins with {@code !} is an attachment.
 */
final class PaperFormat implements ImportFormat {
    static final String PASSWORD = "sesame";

    private final Set<Need> needs;
    private final Optional<CountDownLatch> gate;

    PaperFormat(Need... needs) {
        this(Optional.empty(), needs);
    }

    /** One that reads its first line and then waits to be called off. */
    static PaperFormat endless(CountDownLatch begun) {
        return new PaperFormat(Optional.of(begun));
    }

    private PaperFormat(Optional<CountDownLatch> gate, Need... needs) {
        this.needs = Set.of(needs);
        this.gate = gate;
    }

    @Override
    public String id() {
        return "paper";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return source.toString().endsWith(".paper") ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Set<Need> needs(Path source) {
        return needs;
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        if (!needs.isEmpty() && options.keyFile().isEmpty()) {
            open(options.password());
        }
        if (gate.isPresent()) {
            progress.at(1, 2);
            gate.get().countDown();
            new CountDownLatch(1).await();
        }
        try (Gathering gathering = new Gathering()) {
            for (String line : Files.readAllLines(source)) {
                take(gathering, line);
            }
            return gathering.finish();
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }

    private static void open(Optional<Passphrase> password) throws ImportException {
        if (password.isEmpty()) {
            throw new ImportException(ImportException.Reason.PASSWORD_NEEDED);
        }
        String typed = password.get().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (!typed.equals(PASSWORD)) {
            throw new ImportException(ImportException.Reason.WRONG_PASSWORD);
        }
    }

    private static void take(Gathering gathering, String line) {
        if (line.startsWith("!")) {
            gathering.lost(
                    Thing.ATTACHMENT, Place.of(line.substring(1)), ImportProblem.Kind.ATTACHMENT, Optional.empty());
            return;
        }
        int equals = line.indexOf('=');
        String path = line.substring(0, equals);
        int slash = path.lastIndexOf('/');
        List<String> tags = slash < 0 ? List.of() : List.of(path.substring(0, slash));
        gathering.count(Thing.USER_NAME, Fate.DESCRIPTION);
        gathering.add(
                Holding.Thing.PASSWORD,
                new ImportEntry(
                        path.substring(slash + 1),
                        TestVaults.value(line.substring(equals + 1)),
                        Place.of(path + "/Password"),
                        new ImportEntry.Extras("User name: anna", tags, Optional.empty())));
    }
}
