package dev.lockstep.remote;

import dev.lockstep.cleartext.SecretValue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One scope of one vendor's vault. What only some vendors document is reached by the methods that return an {@code Optional}: where it is empty
 * there is no call to make. Each call may be made by any thread, waits for the answer, and ends soon when its thread is interrupted. All throw
 * {@link RemoteException}; names and values are refused by {@code Refused} before anything is sent where the contract says that they do not fit.
 */
public interface RemoteVault extends AutoCloseable {
    VendorContract contract();

    /** Makes sure that the credentials are accepted, by calls that change nothing. */
    Greeting greet() throws RemoteException;

    /**
     * Hands over every secret there, as the pages come; what was handed over before an exception is no complete listing.
     *
     * @param each called by the calling thread
     */
    void list(Consumer<RemoteSecret> each) throws RemoteException;

    /**
     * Creates a secret and never overwrites one.
     *
     * @return what the vendor tells of it; its id may be empty
     */
    RemoteSecret create(NewSecret secret) throws RemoteException;

    /** Tells of one secret what a list tells of all. */
    default Optional<Inspector> inspector() {
        return Optional.empty();
    }

    default Optional<ValueReader> valueReader() {
        return Optional.empty();
    }

    default Optional<Updater> updater() {
        return Optional.empty();
    }

    default Optional<Renamer> renamer() {
        return Optional.empty();
    }

    default Optional<Deleter> deleter() {
        return Optional.empty();
    }

    /** Wipes the credentials, and may log out, which takes 4 s at most; calls after that throw {@link IllegalStateException}. */
    @Override
    void close();

    /**
     * What a vendor says of who asks.
     *
     * @param account whom the credentials belong to, if told
     * @param scope where secrets are looked up and written, as the vendor calls it, if told
     * @param rights what is known to be allowed
     */
    record Greeting(Optional<String> account, Optional<String> scope, Rights rights) {}

    /** What is known of rights without having tried to write. */
    enum Rights {
        /** Listing worked; whether writing is allowed shows only when it is tried. */
        READS,
        READS_AND_WRITES,
        /** Writing is known to be refused. */
        READS_ONLY
    }

    /** Tells of one secret. */
    @FunctionalInterface
    interface Inspector {
        RemoteSecret inspect(String id) throws RemoteException;
    }

    /** Reads one value. */
    @FunctionalInterface
    interface ValueReader {
        /** The exact value, to be closed by the caller. */
        SecretValue read(String id) throws RemoteException;
    }

    /** Gives an existing secret another value. */
    @FunctionalInterface
    interface Updater {
        /**
         * Replaces the value; never creates.
         *
         * @return what the vendor tells of it afterwards, empty where it tells nothing
         */
        Optional<RemoteSecret> update(String id, Change change) throws RemoteException;
    }

    /**
     * A new value.
     *
     * @param value stays the caller's
     * @param description empty to leave it as it is
     * @param version that the secret has to have, where the vendor compares and sets
     */
    record Change(SecretValue value, Optional<String> description, OptionalLong version) {
        /** A value alone, whatever is there. */
        public static Change to(SecretValue value) {
            return new Change(value, Optional.empty(), OptionalLong.empty());
        }
    }

    /** Gives an existing secret another name and keeps its value. */
    @FunctionalInterface
    interface Renamer {
        void rename(String id, String name) throws RemoteException;
    }

    /** Deletes one secret. */
    @FunctionalInterface
    interface Deleter {
        /** Deletes it; {@code NotFound} if it is not there. */
        void delete(String id) throws RemoteException;
    }
}
