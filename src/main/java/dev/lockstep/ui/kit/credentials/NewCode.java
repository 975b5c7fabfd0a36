package dev.lockstep.ui.kit.credentials;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A new recovery code, and whether the user has it. */
public final class NewCode implements AutoCloseable {
    private final Background background;
    private final SecretValue code;
    private final Supplier<Whose> whose;
    private final BooleanProperty stored = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(new Kept.Nowhere());

    /**
     * Takes the code over and closes it in the end.
     *
     * @param whose asked when a sheet is made
     */
    public NewCode(Background background, SecretValue code, Supplier<Whose> whose) {
        this.background = background;
        this.code = code;
        this.whose = whose;
    }

    /**
     * What stands on a sheet with the code.
     *
     * @param vault the vault's file, which need not exist
     * @param name of the vault
     */
    public record Whose(Path vault, String name, LocalDate today) {}

    /** What came of printing or saving. */
    sealed interface Kept {
        record Nowhere() implements Kept {}

        /**
         * Saved as a file.
         *
         * @param beside whether it lies in the folder of the vault, where one theft takes both
         */
        record Saved(Path file, boolean beside) implements Kept {}

        record Printed() implements Kept {}

        record NoPrinter() implements Kept {}

        record Failed(FailureWords words) implements Kept {}
    }

    /** The code, to be read until this is closed. */
    public SecretValue code() {
        return code;
    }

    /** The code in lines for a drawing, to be closed by the caller. */
    List<SecretValue> lines() {
        return CodeLines.of(code);
    }

    /** Whether the user says that the code is stored. */
    public BooleanProperty storedProperty() {
        return stored;
    }

    ReadOnlyObjectProperty<Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Saves a sheet with the code to a file that does not exist. */
    void save(Path target) {
        Whose asked = whose.get();
        SecretValue copy = code.copy();
        background
                .job(progress -> {
                    new RecoverySheet(asked.name(), asked.today(), copy).save(target);
                    return target;
                })
                .closing(copy::close)
                .onDone(file -> kept.set(new Kept.Saved(file, sameFolder(file, asked.vault()))))
                .onFailed(failure -> kept.set(new Kept.Failed(FailureWords.of(failure))))
                .start();
    }

    /** The sheet to print; its code stays here. */
    RecoverySheet sheet() {
        Whose asked = whose.get();
        return new RecoverySheet(asked.name(), asked.today(), code);
    }

    /** What a file with the sheet is called at first. */
    String fileName() {
        return Text.of("new-code.file", whose.get().name());
    }

    /** Notes what came of printing. */
    void printed(boolean done) {
        kept.set(done ? new Kept.Printed() : new Kept.NoPrinter());
    }

    @Override
    public void close() {
        code.close();
    }

    private static boolean sameFolder(Path file, Path vault) {
        Path folder = vault.toAbsolutePath().normalize().getParent();
        return folder != null && folder.equals(file.toAbsolutePath().normalize().getParent());
    }
}
