package dev.lockstep.remote.voximplant;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.FormBody;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes calls about one application, once more with another token where the vendor did not take the first. */
final class Calls {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final ApiClient client;
    private final Tokens tokens;
    private final String application;
    private final boolean inQuery;

    /**
     * Calls about an application.
     *
     * @param application its number or its name
     * @param inQuery whether parameters are sent in the address, as the vendor's reference has it, instead of a form body
     */
    Calls(ApiClient client, Tokens tokens, String application, boolean inQuery) {
        this.client = client;
        this.tokens = tokens;
        this.application = application;
        this.inQuery = inQuery;
    }

    /** Reads what is asked for in an answer that holds no error. */
    @FunctionalInterface
    interface Result<T> {
        T read(Json answer) throws RemoteException;

        /** What is answered where the secret was not found any more after a try that may have had its effect. */
        default Optional<T> whenGone() {
            return Optional.empty();
        }
    }

    /** Makes a call and reads its answer. */
    <T> T ask(Question question, Result<T> result) throws RemoteException {
        Optional<T> answer = ask(question, result, true);
        return answer.isPresent() ? answer.get() : ask(question, result, false).orElseThrow(Json::unexpected);
    }

    private <T> Optional<T> ask(Question question, Result<T> result, boolean mayRenew) throws RemoteException {
        try (Reply reply = client.send(call(question))) {
            return read(question, result, reply, mayRenew);
        }
    }

    private Call call(Question question) throws RemoteException {
        try (FormBody form = new FormBody()) {
            form.text(NUMBER.matcher(application).matches() ? "application_id" : "application_name", application);
            question.writeTo(form);
            Method method = question.method();
            Call call = Call.of("POST", method.effect(), method.path()).judgedBy(VendorError::status);
            return inQuery ? call.insecureQuery(form.insecureQuery()) : call.body(form.body());
        }
    }

    /** Empty if the vendor wants another token. */
    private <T> Optional<T> read(Question question, Result<T> result, Reply reply, boolean mayRenew)
            throws RemoteException {
        Optional<VendorError> error = error(question, reply);
        if (error.isEmpty() && reply.isSuccess()) {
            return Optional.of(known(question, () -> result.read(reply.json())));
        }
        if (mayRenew && error.filter(VendorError::isAboutTheToken).isPresent()) {
            tokens.renew(reply.sentAt());
            return Optional.empty();
        }
        RemoteException trouble = error.isPresent()
                ? new RemoteException(error.get().trouble(reply, question.method(), question.value()))
                : question.method().unsuccessful(reply.status(), "");
        if (!reply.isAfterDoubt()) {
            throw trouble;
        }
        return Optional.of(afterDoubt(result, trouble));
    }

    /** An earlier try may have written: what a later one is refused for says nothing of that. */
    private static <T> T afterDoubt(Result<T> result, RemoteException trouble) throws RemoteException {
        if (trouble.trouble() instanceof Trouble.NotFound) {
            return result.whenGone().orElseThrow(() -> trouble);
        }
        throw new RemoteException(new Trouble.OutcomeUnknown());
    }

    private static Optional<VendorError> error(Question question, Reply reply) throws RemoteException {
        try {
            return known(question, () -> VendorError.in(reply.json()));
        } catch (RemoteException e) {
            if (reply.isSuccess()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private interface Step<T> {
        T run() throws RemoteException;
    }

    /** After a write, an answer that cannot be understood does not tell what became of it. */
    private static <T> T known(Question question, Step<T> step) throws RemoteException {
        try {
            return step.run();
        } catch (RemoteException e) {
            boolean garbled = e.trouble() instanceof Trouble.ProtocolError;
            throw garbled && question.method().writes() ? new RemoteException(new Trouble.OutcomeUnknown()) : e;
        }
    }
}
