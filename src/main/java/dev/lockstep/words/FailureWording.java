package dev.lockstep.words;

import dev.lockstep.model.Failure;

/** The wording of each named failure: a new one does not compile until it has words. */
final class FailureWording {
    private FailureWording() {}

    static FailureWords of(Failure failure) {
        return switch (failure) {
            case Failure.WrongPassword failed ->
                new FailureWords(
                        Text.of("failure.wrong-password.what"),
                        Text.of("failure.wrong-password.meaning"),
                        Text.of("failure.wrong-password.advice"),
                        "VAULT-WRONG-PASSWORD");
            case Failure.RecoveryCodeMistyped failed ->
                new FailureWords(
                        Text.of("failure.code-mistyped.what"),
                        Text.of("failure.code-mistyped.meaning"),
                        Text.of("failure.code-mistyped.advice"),
                        "VAULT-CODE-MISTYPED");
            case Failure.FileMissing failed ->
                new FailureWords(
                        Text.of("failure.file-missing.what"),
                        Text.of("failure.file-missing.meaning"),
                        Text.of("failure.file-missing.advice"),
                        "VAULT-FILE-MISSING");
            case Failure.FileExists failed ->
                new FailureWords(
                        Text.of("failure.file-exists.what"),
                        Text.of("failure.file-exists.meaning"),
                        Text.of("failure.file-exists.advice"),
                        "VAULT-FILE-EXISTS");
            case Failure.NoPermission failed ->
                new FailureWords(
                        Text.of("failure.no-permission.what"),
                        Text.of("failure.no-permission.meaning"),
                        Text.of("failure.no-permission.advice"),
                        "VAULT-NO-PERMISSION");
            case Failure.NotAVault failed ->
                new FailureWords(
                        Text.of("failure.not-a-vault.what"),
                        Text.of("failure.not-a-vault.meaning"),
                        Text.of("failure.not-a-vault.advice"),
                        "VAULT-NOT-A-VAULT");
            case Failure.NewerFormat failed ->
                new FailureWords(
                        Text.of("failure.newer-format.what"),
                        Text.of("failure.newer-format.meaning", failed.found(), failed.known()),
                        Text.of("failure.newer-format.advice"),
                        "VAULT-NEWER-FORMAT");
            case Failure.OlderFormat failed ->
                new FailureWords(
                        Text.of("failure.older-format.what"),
                        Text.of("failure.older-format.meaning"),
                        Text.of("failure.older-format.advice"),
                        "VAULT-OLDER-FORMAT");
            case Failure.LastWay failed ->
                new FailureWords(
                        Text.of("failure.last-way.what"),
                        Text.of("failure.last-way.meaning"),
                        Text.of("failure.last-way.advice"),
                        "VAULT-LAST-WAY");
            case Failure.KeyFileDamaged failed ->
                new FailureWords(
                        Text.of("failure.key-file-damaged.what"),
                        Text.of("failure.key-file-damaged.meaning"),
                        Text.of("failure.key-file-damaged.advice"),
                        "VAULT-KEY-FILE-DAMAGED");
            case Failure.KeyFileMissing failed ->
                new FailureWords(
                        Text.of("failure.key-file-missing.what"),
                        Text.of("failure.key-file-missing.meaning"),
                        Text.of("failure.key-file-missing.advice"),
                        "VAULT-KEY-FILE-MISSING");
            case Failure.KdfRefused failed ->
                new FailureWords(
                        Text.of("failure.kdf-refused.what"),
                        Text.of(
                                "failure.kdf-refused.meaning",
                                failed.parameters().memoryKib() / 1024,
                                failed.parameters().iterations(),
                                failed.parameters().parallelism()),
                        Text.of("failure.kdf-refused.advice"),
                        "VAULT-KDF-REFUSED");
            case Failure.FileDamaged failed ->
                new FailureWords(
                        Text.of("failure.file-damaged.what"),
                        Text.of("failure.file-damaged.meaning"),
                        Text.of("failure.file-damaged.advice"),
                        "VAULT-FILE-DAMAGED");
            case Failure.PartDamaged failed ->
                new FailureWords(
                        Text.of("failure.part-damaged.what", name(failed.part())),
                        Text.of("failure.part-damaged.meaning"),
                        Text.of("failure.part-damaged.advice"),
                        "VAULT-PART-DAMAGED");
            case Failure.SetChanged failed ->
                new FailureWords(
                        Text.of("failure.set-changed.what", name(failed.part())),
                        Text.of("failure.set-changed.meaning"),
                        Text.of("failure.set-changed.advice"),
                        "VAULT-SET-CHANGED");
            case Failure.CheckFailed failed ->
                new FailureWords(
                        Text.of("failure.check-failed.what"),
                        Text.of("failure.check-failed.meaning", failed.findings()),
                        Text.of("failure.check-failed.advice"),
                        "VAULT-CHECK-FAILED");
            case Failure.Busy failed ->
                new FailureWords(
                        Text.of("failure.busy.what"),
                        Text.of("failure.busy.meaning"),
                        Text.of("failure.busy.advice"),
                        "VAULT-BUSY");
            case Failure.AppliedElsewhere failed ->
                new FailureWords(
                        Text.of("failure.applied-elsewhere.what"),
                        Text.of("failure.applied-elsewhere.meaning"),
                        Text.of("failure.applied-elsewhere.advice"),
                        "VAULT-APPLIED-ELSEWHERE");
            case Failure.ReadOnly failed ->
                new FailureWords(
                        Text.of("failure.read-only.what"),
                        Text.of("failure.read-only.meaning"),
                        Text.of("failure.read-only.advice"),
                        "VAULT-READ-ONLY");
            case Failure.DiskFull failed ->
                new FailureWords(
                        Text.of("failure.disk-full.what"),
                        Text.of("failure.disk-full.meaning"),
                        Text.of("failure.disk-full.advice"),
                        "VAULT-DISK-FULL");
            case Failure.InputOutput failed ->
                new FailureWords(
                        Text.of("failure.input-output.what"),
                        Text.of("failure.input-output.meaning"),
                        Text.of("failure.input-output.advice"),
                        "VAULT-INPUT-OUTPUT");
            case Failure.NameTaken failed ->
                new FailureWords(
                        Text.of("failure.name-taken.what"),
                        Text.of("failure.name-taken.meaning"),
                        Text.of("failure.name-taken.advice"),
                        "VAULT-NAME-TAKEN");
            case Failure.ChangedMeanwhile failed ->
                new FailureWords(
                        Text.of("failure.changed-meanwhile.what"),
                        Text.of("failure.changed-meanwhile.meaning"),
                        Text.of("failure.changed-meanwhile.advice"),
                        "VAULT-CHANGED-MEANWHILE");
            case Failure.Gone failed ->
                new FailureWords(
                        Text.of("failure.gone.what"),
                        Text.of("failure.gone.meaning"),
                        Text.of("failure.gone.advice"),
                        "VAULT-GONE");
            case Failure.FormerValueGone failed ->
                new FailureWords(
                        Text.of("failure.former-value-gone.what"),
                        Text.of("failure.former-value-gone.meaning"),
                        Text.of("failure.former-value-gone.advice"),
                        "VAULT-FORMER-VALUE-GONE");
            case Failure.CollectionNotEmpty failed ->
                new FailureWords(
                        Text.of("failure.collection-not-empty.what"),
                        Text.of("failure.collection-not-empty.meaning"),
                        Text.of("failure.collection-not-empty.advice"),
                        "VAULT-COLLECTION-NOT-EMPTY");
            case Failure.CollectionHasRemotes failed ->
                new FailureWords(
                        Text.of("failure.collection-has-remotes.what"),
                        Text.of("failure.collection-has-remotes.meaning"),
                        Text.of("failure.collection-has-remotes.advice"),
                        "VAULT-COLLECTION-HAS-REMOTES");
            case Failure.PlaceTaken failed ->
                new FailureWords(
                        Text.of("failure.place-taken.what"),
                        Text.of("failure.place-taken.meaning"),
                        Text.of("failure.place-taken.advice"),
                        "VAULT-PLACE-TAKEN");
            case Failure.TooLarge failed ->
                new FailureWords(
                        Text.of("failure.too-large.what", name(failed.field())),
                        Text.of("failure.too-large.meaning", limit(failed.field(), failed.limit())),
                        Text.of("failure.too-large.advice"),
                        "VAULT-TOO-LARGE");
            case Failure.HalfCharacter failed ->
                new FailureWords(
                        Text.of("failure.half-character.what", name(failed.field())),
                        Text.of("failure.half-character.meaning"),
                        Text.of("failure.half-character.advice"),
                        "VAULT-HALF-CHARACTER");
            case Failure.Locked failed ->
                new FailureWords(
                        Text.of("failure.locked.what"),
                        Text.of("failure.locked.meaning"),
                        Text.of("failure.locked.advice"),
                        "VAULT-LOCKED");
        };
    }

    private static String name(Failure.Part part) {
        return switch (part) {
            case KEY_SLOT -> Text.of("failure.part.key-slot");
            case MANIFEST -> Text.of("failure.part.manifest");
            case HEADS -> Text.of("failure.part.heads");
            case VALUE -> Text.of("failure.part.value");
            case HISTORY -> Text.of("failure.part.history");
            case SETTINGS -> Text.of("failure.part.settings");
            case SYNC -> Text.of("failure.part.sync");
            case AUDIT -> Text.of("failure.part.audit");
        };
    }

    private static String name(Failure.Field field) {
        return switch (field) {
            case NAME -> Text.of("failure.field.name");
            case DESCRIPTION -> Text.of("failure.field.description");
            case TAG -> Text.of("failure.field.tag");
            case TAGS -> Text.of("failure.field.tags");
            case VALUE -> Text.of("failure.field.value");
            case COLLECTION -> Text.of("failure.field.collection");
            case REMOTE -> Text.of("failure.field.remote");
            case REMOTES -> Text.of("failure.field.remotes");
            case PREFIX -> Text.of("failure.field.prefix");
            case SETTING -> Text.of("failure.field.setting");
            case CREDENTIAL -> Text.of("failure.field.credential");
        };
    }

    private static String limit(Failure.Field field, int limit) {
        return switch (field) {
            case VALUE, CREDENTIAL -> Text.of("failure.limit.bytes", limit);
            case TAGS -> Text.of("failure.limit.tags", limit);
            case REMOTES -> Text.of("failure.limit.remotes", limit);
            case NAME, DESCRIPTION, TAG, COLLECTION, REMOTE, PREFIX, SETTING ->
                Text.of("failure.limit.characters", limit);
        };
    }
}
