package dev.lockstep.cli;

import dev.lockstep.keystore.KeystoreException;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.ExportException;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.words.ExportFailure;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.KeyFileWords;
import dev.lockstep.words.KeystoreWords;
import dev.lockstep.words.Text;
import java.io.IOException;

/** What is told of something that went wrong, and the exit code that goes with it. */
record Failures(ExitCode code, String words) {
    /**
     * Of whatever a command threw.
     *
     * @param withKeyFile whether a key file was given
     * @throws RuntimeException the thrown one, if it is a fault of this program
     */
    static Failures of(Exception thrown, boolean withKeyFile) {
        return switch (thrown) {
            case Refusal refusal -> new Failures(refusal.code(), String.valueOf(refusal.getMessage()));
            case VaultException failed ->
                new Failures(code(failed.failure()), words(KeyFileWords.of(failed, withKeyFile)));
            case KeystoreException failed -> new Failures(ExitCode.UNAVAILABLE, words(KeystoreWords.of(failed)));
            case ImportException refused -> new Failures(code(refused.reason()), ImportWords.of(refused));
            case ExportException failed ->
                new Failures(ExitCode.CANNOT_CREATE, words(ExportFailure.words(Text.of("cli.not-written"), failed)));
            case Programs.NotStartedException failed -> notStarted(failed.reason());
            case OutputClosedException closed -> new Failures(ExitCode.OUTPUT_CLOSED, "");
            case IOException failed ->
                new Failures(ExitCode.INPUT_OUTPUT, words(FailureWords.of(new Failure.InputOutput())));
            case InterruptedException stopped -> new Failures(ExitCode.INTERRUPTED, Text.of("cli.stopped"));
            case RuntimeException fault -> throw fault;
            default -> throw new IllegalStateException(thrown);
        };
    }

    private static Failures notStarted(Programs.NotStartedException.Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> new Failures(ExitCode.NO_PROGRAM, Text.of("cli.run.no-program"));
            case NOT_ALLOWED -> new Failures(ExitCode.NOT_STARTED, Text.of("cli.run.not-allowed"));
            case TOO_LARGE -> new Failures(ExitCode.NOT_STARTED, Text.of("cli.run.too-large"));
            case OTHER -> new Failures(ExitCode.NOT_STARTED, Text.of("cli.run.not-started"));
        };
    }

    private static String words(FailureWords words) {
        return Text.of("cli.failed", words.what(), words.meaning(), words.advice(), words.code());
    }

    private static ExitCode code(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword f -> ExitCode.NO_PERMISSION;
            case Failure.RecoveryCodeMistyped f -> ExitCode.NO_PERMISSION;
            case Failure.KeyFileMissing f -> ExitCode.NO_PERMISSION;
            case Failure.NoPermission f -> ExitCode.NO_PERMISSION;
            case Failure.ReadOnly f -> ExitCode.NO_PERMISSION;
            case Failure.Locked f -> ExitCode.NO_PERMISSION;
            case Failure.FileMissing f -> ExitCode.NO_INPUT;
            case Failure.FileExists f -> ExitCode.CANNOT_CREATE;
            case Failure.NotAVault f -> ExitCode.DATA;
            case Failure.NewerFormat f -> ExitCode.DATA;
            case Failure.OlderFormat f -> ExitCode.DATA;
            case Failure.KeyFileDamaged f -> ExitCode.DATA;
            case Failure.KdfRefused f -> ExitCode.DATA;
            case Failure.FileDamaged f -> ExitCode.DATA;
            case Failure.PartDamaged f -> ExitCode.DATA;
            case Failure.SetChanged f -> ExitCode.DATA;
            case Failure.CheckFailed f -> ExitCode.DATA;
            case Failure.TooLarge f -> ExitCode.DATA;
            case Failure.HalfCharacter f -> ExitCode.DATA;
            case Failure.NameTaken f -> ExitCode.DATA;
            case Failure.LastWay f -> ExitCode.DATA;
            case Failure.CollectionNotEmpty f -> ExitCode.DATA;
            case Failure.CollectionHasRemotes f -> ExitCode.DATA;
            case Failure.PlaceTaken f -> ExitCode.DATA;
            case Failure.Gone f -> ExitCode.NOT_FOUND;
            case Failure.FormerValueGone f -> ExitCode.NOT_FOUND;
            case Failure.Busy f -> ExitCode.TRY_AGAIN;
            case Failure.AppliedElsewhere f -> ExitCode.TRY_AGAIN;
            case Failure.ChangedMeanwhile f -> ExitCode.TRY_AGAIN;
            case Failure.DiskFull f -> ExitCode.INPUT_OUTPUT;
            case Failure.InputOutput f -> ExitCode.INPUT_OUTPUT;
        };
    }

    private static ExitCode code(ImportException.Reason reason) {
        return switch (reason) {
            case NOT_A_FILE, UNREADABLE, KEY_FILE_UNREADABLE -> ExitCode.NO_INPUT;
            case PASSWORD_NEEDED, WRONG_PASSWORD -> ExitCode.NO_PERMISSION;
            case COLUMNS_NEEDED -> ExitCode.USAGE;
            case TOO_LARGE,
                    UNKNOWN_FORMAT,
                    OTHER_FORMAT,
                    DAMAGED,
                    UNSUPPORTED,
                    ENCRYPTED_BY_GPG,
                    HTML,
                    TOO_DEEP,
                    TOO_COSTLY -> ExitCode.DATA;
        };
    }
}
