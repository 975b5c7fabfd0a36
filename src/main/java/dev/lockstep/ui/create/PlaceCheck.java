package dev.lockstep.ui.create;

import java.nio.file.Path;
import java.util.Optional;

/** What is known about the name and the folder for a new vault. */
sealed interface PlaceCheck {

    /** The disk is being asked. */
    record Looking() implements PlaceCheck {}

    /**
     * The vault can be written there.
     *
     * @param cloud the service that would copy the file elsewhere
     */
    record Free(Path file, Optional<CloudFolder> cloud) implements PlaceCheck {}

    /** The vault cannot be written there. */
    record Unfit(Reason reason) implements PlaceCheck {}

    /** Why a name or a folder does not do. */
    enum Reason {
        NAME_EMPTY,
        NAME_TOO_LONG,
        NAME_CHARACTERS,
        NAME_RESERVED,
        FOLDER_EMPTY,
        FOLDER_MISSING,
        FOLDER_READ_ONLY,
        FILE_EXISTS
    }
}
