package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.CredentialsProblem;
import dev.lockstep.remote.Fit;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import dev.lockstep.remote.voximplant.ServiceAccount.UnusableException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The secrets of one Voximplant application. */
public final class VoximplantVault implements RemoteVault {
    private static final VendorContract CONTRACT = VendorContracts.VOXIMPLANT;
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private final Calls calls;
    private final Tokens tokens;
    private final String account;
    private final String application;

    private VoximplantVault(ServiceAccount who, Connection connection, Transport transport, Pace pace)
            throws RemoteException {
        Origin origin = Origin.of(connection);
        application = connection.setting("application").map(String::strip).orElse("");
        if (application.isEmpty()) {
            throw refused();
        }
        account = Long.toString(who.id());
        tokens = new Tokens(who, pace.clock());
        boolean inQuery =
                connection.setting("parameters").filter("query"::equals).isPresent();
        calls = new Calls(new ApiClient(transport, origin, tokens, pace), tokens, application, inQuery);
    }

    /** What keeps the contents of a {@code credentials.json} from being used; they stay the caller's. */
    public static Optional<CredentialsProblem> problem(SecretValue file) {
        try {
            ServiceAccount.of(file).close();
            return Optional.empty();
        } catch (UnusableException e) {
            return Optional.of(e.problem());
        }
    }

    /**
     * Opens a vault without making a call.
     *
     * @param connection stays the caller's
     * @throws RemoteException {@code Unavailable} if the address cannot be used, {@code Refused} if the application cannot, {@code Unauthorized} if
     *     the credentials cannot
     */
    public static VoximplantVault open(Connection connection, Transport transport, Pace pace) throws RemoteException {
        ServiceAccount who = account(connection);
        try {
            return new VoximplantVault(who, connection, transport, pace);
        } catch (RemoteException e) {
            who.close();
            throw e;
        }
    }

    private static ServiceAccount account(Connection connection) throws RemoteException {
        try {
            return ServiceAccount.of(connection.credential("credentials-json").orElseThrow(VoximplantVault::refused));
        } catch (UnusableException e) {
            throw new RemoteException(new Trouble.Unauthorized(""));
        }
    }

    private static RemoteException refused() {
        return new RemoteException(new Trouble.Refused(""));
    }

    @Override
    public VendorContract contract() {
        return CONTRACT;
    }

    @Override
    public Greeting greet() throws RemoteException {
        calls.ask(Question.of(Method.LIST).with("count", "1"), Answers::page);
        return new Greeting(Optional.of(account), Optional.of(application), Rights.READS);
    }

    @Override
    public void list(Consumer<RemoteSecret> each) throws RemoteException {
        new Listing(calls, Optional.empty()).walk(secret -> {
            each.accept(secret);
            return true;
        });
    }

    @Override
    public RemoteSecret create(NewSecret secret) throws RemoteException {
        Fit.require(CONTRACT, secret.name(), secret.value());
        Question question = Question.of(Method.ADD)
                .with("secret_name", secret.name())
                .with("description", secret.description().map(VoximplantVault::cut))
                .with(secret.value());
        question.requireText();
        try {
            String id = calls.ask(question, Answers::created);
            return new RemoteSecret(Optional.of(id), secret.name(), Optional.empty(), Optional.empty(), Traces.NONE);
        } catch (RemoteException e) {
            throw new RemoteException(explained(e.trouble(), secret.name()));
        }
    }

    /** Which code a taken name has is not documented: where it may be that, a look at the list tells, and which secret has the name. */
    private Trouble explained(Trouble trouble, String name) {
        return switch (trouble) {
            case Trouble.AlreadyExists taken -> new Trouble.AlreadyExists(holder(name, true));
            case Trouble.Refused refused -> {
                Optional<String> holder = holder(name, false);
                yield holder.isPresent() ? new Trouble.AlreadyExists(holder) : refused;
            }
            default -> trouble;
        };
    }

    private Optional<String> holder(String name, boolean ignoringCase) {
        var found = new Object() {
            private Optional<String> id = Optional.empty();
        };
        try {
            new Listing(calls, Optional.of(name)).walk(secret -> {
                boolean same = secret.name().equals(name);
                if (same || (ignoringCase && found.id.isEmpty() && isOtherwiseWritten(secret.name(), name))) {
                    found.id = secret.id();
                }
                return !same;
            });
            return found.id;
        } catch (RemoteException e) {
            return Optional.empty();
        }
    }

    private static boolean isOtherwiseWritten(String name, String other) {
        return ASCII.matcher(name).matches() && name.equalsIgnoreCase(other);
    }

    @Override
    public Optional<Inspector> inspector() {
        return Optional.of(this::inspect);
    }

    /** Only the list tells of a secret without its value, and it can be narrowed by name alone. */
    private RemoteSecret inspect(String id) throws RemoteException {
        Question.about(id, Method.LIST);
        var found = new Object() {
            private Optional<RemoteSecret> secret = Optional.empty();
        };
        new Listing(calls, Optional.empty()).walk(secret -> {
            found.secret = Optional.of(secret).filter(seen -> seen.id().equals(Optional.of(id)));
            return found.secret.isEmpty();
        });
        return found.secret.orElseThrow(() -> new RemoteException(new Trouble.NotFound(false)));
    }

    @Override
    public Optional<ValueReader> valueReader() {
        return Optional.of(id -> calls.ask(Question.about(id, Method.READ), answer -> Answers.value(answer, id)));
    }

    @Override
    public Optional<Updater> updater() {
        return Optional.of((id, change) -> {
            Fit.require(CONTRACT, change.value());
            calls.ask(
                    Question.about(id, Method.UPDATE)
                            .with("description", change.description().map(VoximplantVault::cut))
                            .with(change.value()),
                    Answers::done);
            return Optional.empty();
        });
    }

    @Override
    public Optional<Renamer> renamer() {
        return Optional.of((id, name) -> {
            Fit.require(CONTRACT, name);
            calls.ask(Question.about(id, Method.RENAME).with("new_secret_name", name), Answers::done);
        });
    }

    @Override
    public Optional<Deleter> deleter() {
        return Optional.of(id -> calls.ask(Question.about(id, Method.DELETE), new Answers.Deletion()));
    }

    /** As the vendor would cut it, so that what is read back is what was sent. */
    private static String cut(String description) {
        int most = CONTRACT.descriptionLimit();
        return description.codePointCount(0, description.length()) <= most
                ? description
                : description.substring(0, description.offsetByCodePoints(0, most));
    }

    @Override
    public void close() {
        tokens.close();
    }

    @Override
    public String toString() {
        return CONTRACT.vendor().id();
    }
}
