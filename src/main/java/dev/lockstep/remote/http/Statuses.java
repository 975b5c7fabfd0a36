package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.util.Optional;

/** What a status means wherever a vendor's documents do not say otherwise (RFC 9110, 15.5; RFC 6585). */
public final class Statuses {
    private static final int CONFLICT = 409;

    private Statuses() {}

    /**
     * The trouble that an unsuccessful status stands for where a name was given, which may be taken.
     *
     * @param told what the vendor says, already {@link VendorText#clean cleaned}
     */
    public static RemoteException naming(int status, String told) {
        return status == CONFLICT
                ? new RemoteException(new Trouble.AlreadyExists(Optional.empty()))
                : trouble(status, told);
    }

    /**
     * The trouble that an unsuccessful status stands for.
     *
     * @param told what the vendor says, already {@link VendorText#clean cleaned}
     */
    public static RemoteException trouble(int status, String told) {
        return new RemoteException(
                switch (status) {
                    case 400, 405, 406, CONFLICT, 411, 413, 414, 415, 422, 431 -> new Trouble.Refused(told);
                    case 401 -> new Trouble.Unauthorized(told);
                    case 402, 426 -> new Trouble.UpgradeNeeded(told);
                    case 403 -> new Trouble.Forbidden(told);
                    case 404, 410 -> new Trouble.NotFound(false);
                    case 408 -> new Trouble.Unavailable(Trouble.Cause.TIMED_OUT);
                    case 412 -> new Trouble.ChangedMeanwhile();
                    default ->
                        status >= 500
                                ? new Trouble.Unavailable(Trouble.Cause.SERVER_ERROR)
                                : new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED);
                });
    }
}
