package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Statuses;
import dev.lockstep.remote.http.VendorText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    /** So many bytes of a value's beginning make a quotation: fewer than the first stand in any text. */
    private static final int SHORTEST_QUOTE = 4;

    private static final int LONGEST_QUOTE = 16;

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

    /** Whether the same call may be taken with another token: its format is wrong, it is from the future, or it expired. */
    boolean isAboutTheToken() {
        return code == 447 || code == 455 || code == 456;
    }

    /**
     * What it stands for.
     *
     * @param sent the value that was sent, which the vendor's words must not show
     */
    Trouble trouble(Reply reply, Method method, Optional<SecretValue> sent, Trouble.RateLimited limit) {
        String told = quotes(sent) ? "" : VendorText.clean(said);
        return switch (code) {
            case 1, 2, 4, 5, 13 ->
                method.writes() ? new Trouble.OutcomeUnknown() : new Trouble.Unavailable(Cause.SERVER_ERROR);
            case 100, 115, 135, 137, 447, 454, 455, 456 -> new Trouble.Unauthorized(told);
            case 102, 103, 105 -> new Trouble.ProtocolError(Breach.UNEXPECTED);
            case 104, 131, 281, 282, 316 -> new Trouble.Forbidden(told);
            case 127, 317 -> new Trouble.UpgradeNeeded(told);
            case 162, 314, 340, 416, 515 -> limit;
            case 341 -> new Trouble.NotFound(false);
            case 493 -> new Trouble.AlreadyExists(Optional.empty());
            case 101, 496 -> invalid(method, told);
            case 107, 116, 134, 499 -> new Trouble.Refused(told);
            default ->
                reply.isSuccess()
                        ? invalid(method, told)
                        : Statuses.trouble(reply.status(), told).trouble();
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

    /** Whether the vendor's words show a token or how the value begins. */
    private boolean quotes(Optional<SecretValue> sent) {
        byte[] words = said.getBytes(StandardCharsets.UTF_8);
        return said.contains("eyJ")
                || sent.map(value -> value.use(bytes -> contains(words, bytes))).orElse(false);
    }

    private static boolean contains(byte[] words, byte[] value) {
        int length = Math.min(LONGEST_QUOTE, value.length);
        for (int from = 0; length >= SHORTEST_QUOTE && from + length <= words.length; from++) {
            if (Arrays.equals(words, from, from + length, value, 0, length)) {
                return true;
            }
        }
        return false;
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
