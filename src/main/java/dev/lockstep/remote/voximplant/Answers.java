package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the field {@code result} and what stands beside it, in answers without an error. */
final class Answers {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Answers() {}

    /**
     * One page of a list.
     *
     * @param total how many there are on all pages, if told
     */
    record Page(List<RemoteSecret> secrets, OptionalLong total) {}

    static Page page(Json answer) throws RemoteException {
        var page = new Object() {
            private @Nullable List<RemoteSecret> secrets;
            private OptionalLong total = OptionalLong.empty();
        };
        answer.object(name -> {
            switch (name) {
                case "result" -> page.secrets = secrets(answer);
                case "total_count" -> page.total = answer.optionalNumber();
                default -> answer.skip();
            }
        });
        if (page.secrets == null) {
            throw Json.unexpected();
        }
        return new Page(page.secrets, page.total);
    }

    private static List<RemoteSecret> secrets(Json answer) throws RemoteException {
        List<RemoteSecret> secrets = new ArrayList<>();
        answer.array(() -> {
            Fields fields = new Fields();
            answer.object(name -> fields.read(answer, name));
            secrets.add(fields.secret());
        });
        return secrets;
    }

    /** The id of a secret that was created. */
    static String created(Json answer) throws RemoteException {
        Fields fields = new Fields();
        result(answer, () -> answer.objects(name -> fields.read(answer, name)));
        return fields.id();
    }

    /** The value of the secret with that id, to be closed by the caller. */
    static SecretValue value(Json answer, String id) throws RemoteException {
        var found = new Object() {
            private @Nullable SecretValue value;
        };
        Fields fields = new Fields();
        try {
            boolean[] array = {false};
            result(answer, () -> {
                array[0] = answer.atArray();
                answer.objects(name -> {
                    if (!name.equals("secret_value")) {
                        fields.read(answer, name);
                    } else if (found.value == null) {
                        found.value = answer.secret();
                    } else {
                        throw Json.unexpected();
                    }
                });
            });
            SecretValue value = found.value;
            if (array[0] && value == null && fields.isEmpty()) {
                throw new RemoteException(new Trouble.NotFound(false));
            }
            if (value == null || !fields.id().equals(id)) {
                throw Json.unexpected();
            }
            found.value = null;
            return value;
        } finally {
            if (found.value != null) {
                found.value.close();
            }
        }
    }

    /** A secret that is not there after a try to delete it was deleted by that. */
    static final class Deletion implements Calls.Result<Boolean> {
        @Override
        public Boolean read(Json answer) throws RemoteException {
            return done(answer);
        }

        @Override
        public Optional<Boolean> whenGone() {
            return Optional.of(true);
        }
    }

    /** Makes sure that a change was made: {@code result} is 1. */
    static boolean done(Json answer) throws RemoteException {
        long[] told = {0};
        result(answer, () -> told[0] = answer.number());
        if (told[0] != 1) {
            throw Json.unexpected();
        }
        return true;
    }

    private static void result(Json answer, Json.Element reader) throws RemoteException {
        boolean[] found = {false};
        answer.object(name -> {
            if (name.equals("result")) {
                found[0] = true;
                reader.read();
            } else {
                answer.skip();
            }
        });
        if (!found[0]) {
            throw Json.unexpected();
        }
    }

    private static Optional<Instant> time(Optional<String> told) {
        try {
            return told.map(text -> LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What an answer tells of one secret. */
    private static final class Fields {
        private long id;
        private Optional<String> name = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<Instant> created = Optional.empty();
        private Optional<Instant> modified = Optional.empty();

        void read(Json answer, String field) throws RemoteException {
            switch (field) {
                case "secret_id" -> {
                    if (id != 0) {
                        throw Json.unexpected();
                    }
                    id = answer.number();
                }
                case "secret_name" -> name = answer.optionalText();
                case "description" -> description = answer.optionalText();
                case "created" -> created = time(answer.optionalText());
                case "modified" -> modified = time(answer.optionalText());
                default -> answer.skip();
            }
        }

        boolean isEmpty() {
            return id == 0;
        }

        String id() throws RemoteException {
            if (id <= 0) {
                throw Json.unexpected();
            }
            return Long.toString(id);
        }

        RemoteSecret secret() throws RemoteException {
            return new RemoteSecret(
                    Optional.of(id()),
                    name.orElseThrow(Json::unexpected),
                    description.filter(text -> !text.isEmpty()),
                    Optional.empty(),
                    Traces.times(created, modified));
        }
    }
}
