package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.FormBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One call before it is written, so that it can be written again for another token.
 *
 * @param texts parameters by name
 * @param value the parameter {@code secret_value}, which stays the caller's
 */
record Question(Method method, Map<String, String> texts, Optional<SecretValue> value) {
    /** A whole number: neither the word {@code all} nor a list. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");

    static Question of(Method method) {
        return new Question(method, Map.of(), Optional.empty());
    }

    /**
     * A call about the secret of an id.
     *
     * @throws RemoteException {@code Refused} if it is no id of this vendor
     */
    static Question about(String id, Method method) throws RemoteException {
        if (!ID.matcher(id).matches()) {
            throw new RemoteException(new Trouble.Refused(""));
        }
        return of(method).with("secret_id", id);
    }

    /** This with one parameter more. */
    Question with(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(name, text);
        return new Question(method, more, value);
    }

    /** This with a parameter more if there is one. */
    Question with(String name, Optional<String> text) {
        return text.map(given -> with(name, given)).orElse(this);
    }

    Question with(SecretValue secret) {
        return new Question(method, texts, Optional.of(secret));
    }

    /**
     * Makes sure that it can be sent.
     *
     * @throws RemoteException {@code Refused} if the value is not UTF-8
     */
    void requireText() throws RemoteException {
        try (FormBody form = new FormBody()) {
            writeTo(form);
        }
    }

    void writeTo(FormBody form) throws RemoteException {
        texts.forEach(form::text);
        if (value.isPresent()) {
            form.secret("secret_value", value.get());
        }
    }

    /** The method alone: parameters hold names. */
    @Override
    public String toString() {
        return method.name();
    }
}
