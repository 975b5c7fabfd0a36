package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.VendorText;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * An error as the vendor tells it, whatever the status: <code>{"error":{"code":341,"msg":"..."}}</code>.
 *
 * @param code of the vendor's list; 0 if none was told
 * @param said the vendor's own words, as they came
 */
record VendorError(int code, String said) {
    private static final Pattern TAKEN = Pattern.compile(
            "(not|isn.?t) unique|already (exists|used|in use|taken)|duplicate", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_SUCH_ID =
            Pattern.compile("\\bsecret_id\\b|secret.{0,20} not found", Pattern.CASE_INSENSITIVE);

    /** The error in an answer, if there is one. */
    static Optional<VendorError> in(Json answer) throws RemoteException {
        Reader reader = new Reader();
        answer.object(name -> {
            if (name.equals("error")) {
                reader.read(answer);
            } else {
                answer.skip();
            }
        });
        answer.end();
        return reader.found ? Optional.of(new VendorError(reader.code, reader.said)) : Optional.empty();
    }

    /**
     * The status that an answer stands for: what the error says goes before the status that it came with, except for a redirect. No error is a
     * success.
     */
    static int status(Reply reply) {
        int own = reply.status();
        if (own < 200 || own / 100 == 3) {
            return own;
        }
        try {
            return in(reply.json()).map(error -> error.status(own)).orElse(own);
        } catch (RemoteException e) {
            return own;
        }
    }

    private int status(int own) {
        int refused = own / 100 == 2 ? 400 : own;
        return switch (meaning()) {
            case FAILED -> 503;
            case LIMITED -> 429;
            case NOT_FOUND -> 404;
            case INVALID -> NO_SUCH_ID.matcher(said).find() ? 404 : passed(refused);
            case UNKNOWN -> own / 100 == 2 && NO_SUCH_ID.matcher(said).find() ? 404 : refused;
            default -> passed(refused);
        };
    }

    /** A code that is known says more than that the server failed. */
    private static int passed(int status) {
        return status >= 500 || status == 429 ? 400 : status;
    }

    private Meaning meaning() {
        return Meaning.of(code);
    }

    /** Whether the same call may be taken with another token. */
    boolean isAboutTheToken() {
        return meaning() == Meaning.TOKEN;
    }

    /**
     * What it stands for.
     *
     * @param sent the value that was sent, which the vendor's words must not show
     */
    Trouble trouble(Reply reply, Method method, Optional<SecretValue> sent) {
        String told = told(sent);
        return switch (meaning()) {
            case FAILED -> method.writes() ? new Trouble.OutcomeUnknown() : new Trouble.Unavailable(Cause.SERVER_ERROR);
            case LIMITED -> new Trouble.RateLimited(Optional.empty());
            case UNAUTHORIZED, TOKEN -> new Trouble.Unauthorized(told);
            case FORBIDDEN -> new Trouble.Forbidden(told);
            case UPGRADE -> new Trouble.UpgradeNeeded(told);
            case ANOTHER_API -> new Trouble.ProtocolError(Breach.UNEXPECTED);
            case NOT_FOUND -> new Trouble.NotFound(false);
            case TAKEN -> new Trouble.AlreadyExists(Optional.empty());
            case INVALID -> invalid(method, told);
            case REFUSED -> new Trouble.Refused(told);
            case UNKNOWN ->
                reply.isSuccess()
                        ? invalid(method, told)
                        : method.unsuccessful(reply.status(), told).trouble();
        };
    }

    /** For codes that may mean any parameter, the words decide. */
    private Trouble invalid(Method method, String told) {
        if (method.names() && TAKEN.matcher(said).find()) {
            return new Trouble.AlreadyExists(Optional.empty());
        }
        return method.finds() && NO_SUCH_ID.matcher(said).find()
                ? new Trouble.NotFound(false)
                : new Trouble.Refused(told);
    }

    /** The vendor's words, unless they repeat the value or show a token. */
    private String told(Optional<SecretValue> sent) {
        return said.contains("eyJ")
                ? ""
                : VendorText.cleanWithout(said, sent.stream().toArray(SecretValue[]::new));
    }

    /** The code alone: the words are the vendor's. */
    @Override
    public String toString() {
        return Integer.toString(code);
    }

    /** The fields as they come. */
    private static final class Reader {
        private boolean found;
        private int code;
        private String said = "";

        void read(Json answer) throws RemoteException {
            if (answer.atText()) {
                found = true;
                said = answer.text();
            } else if (answer.atObject()) {
                found = true;
                answer.object(name -> field(answer, name));
            } else {
                answer.skip();
            }
        }

        private void field(Json answer, String name) throws RemoteException {
            switch (name) {
                case "code" -> {
                    OptionalLong told = answer.optionalNumber();
                    code = told.isPresent() && told.getAsLong() == (int) told.getAsLong() ? (int) told.getAsLong() : 0;
                }
                case "msg" -> said = answer.optionalText().orElse("");
                default -> answer.skip();
            }
        }
    }
}
