package dev.lockstep.model;

/** What went wrong with a vault, without any of its contents. The words for each case are an exhaustive {@code switch} in the screens. */
public sealed interface Failure {
    /** No slot of the vault opens with what was typed; an altered key slot looks the same. */
    record WrongPassword() implements Failure {}

    /** What was typed cannot be a recovery code: a character or the check digits do not fit. */
    record RecoveryCodeMistyped() implements Failure {}

    record FileMissing() implements Failure {}

    record FileExists() implements Failure {}

    /** The file or its folder may not be read or written by this user. */
    record NoPermission() implements Failure {}

    record NotAVault() implements Failure {}

    /**
     * The file was written by a later version of the program.
     *
     * @param found the format version in the file
     * @param known the newest version that this program reads
     */
    record NewerFormat(int found, int known) implements Failure {}

    /** The file was written by an earlier version of the program and has to be converted, which its medium does not allow. */
    record OlderFormat() implements Failure {}

    /** What would be removed is the last way into the vault. */
    record LastWay() implements Failure {}

    /** A key file is not one, or was altered. */
    record KeyFileDamaged() implements Failure {}

    /** The vault opens only with its password and its key file together, and the key file was not given or is not there. */
    record KeyFileMissing() implements Failure {}

    /** The file asks for a key derivation cost outside the accepted range: lowered to be weak, or raised to exhaust the machine. */
    record KdfRefused(KdfParameters parameters) implements Failure {}

    /** The SQLite file itself is damaged or cut short. */
    record FileDamaged() implements Failure {}

    /** A sealed part does not open under its key: it was damaged or altered. */
    record PartDamaged(Part part) implements Failure {}

    /** Each row is genuine but the set of them is not what was last saved: rows were deleted, added, swapped or put back. */
    record SetChanged(Part part) implements Failure {}

    /**
     * A copy of a vault is not exactly what was last saved, so it was not used.
     *
     * @param findings how much is wrong with it
     */
    record CheckFailed(long findings) implements Failure {}

    /** Another program is writing the vault and did not finish within the waiting time. */
    record Busy() implements Failure {}

    /** Another program of this computer is writing to the remotes of the vault. */
    record AppliedElsewhere() implements Failure {}

    record ReadOnly() implements Failure {}

    record DiskFull() implements Failure {}

    /** The operating system refused to read or write the file. */
    record InputOutput() implements Failure {}

    /** Another secret of the collection has this name. */
    record NameTaken() implements Failure {}

    /** The secret or remote was changed since the caller read it. */
    record ChangedMeanwhile() implements Failure {}

    /** The secret, collection or remote is not there any more. */
    record Gone() implements Failure {}

    /** The former value that was asked for is not kept in the history any more. */
    record FormerValueGone() implements Failure {}

    /** The collection still holds secrets. */
    record CollectionNotEmpty() implements Failure {}

    /** The collection still has remotes. */
    record CollectionHasRemotes() implements Failure {}

    /** Another remote leads to the same place of the same vendor. */
    record PlaceTaken() implements Failure {}

    /**
     * A field is longer than the format holds.
     *
     * @param limit the most it may have: bytes for a value or credential, characters for text, a count for tags and remotes
     */
    record TooLarge(Field field, int limit) implements Failure {}

    /** A text holds one half of a pair of surrogates, which UTF-8 cannot hold. */
    record HalfCharacter(Field field) implements Failure {}

    /** The vault was locked in between. */
    record Locked() implements Failure {}

    /** Parts of the file that are sealed apart. */
    enum Part {
        KEY_SLOT,
        MANIFEST,
        HEADS,
        VALUE,
        HISTORY,
        SETTINGS,
        AUDIT,
        SYNC
    }

    /** Fields with a limit. */
    enum Field {
        NAME,
        DESCRIPTION,
        TAG,
        TAGS,
        VALUE,
        COLLECTION,
        REMOTE,
        REMOTES,
        PREFIX,
        SETTING,
        CREDENTIAL
    }
}
