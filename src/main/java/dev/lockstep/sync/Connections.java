package dev.lockstep.sync;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.ContractField.Role;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.check.Doors;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The vendors behind the remotes of one open vault. Nothing here changes anything at a vendor, but a visit may. Credentials are opened for one call at a time.
 * Calls wait for their answers; a thread that is interrupted ends them by {@link InterruptedException}.
 */
public final class Connections implements Doors {
    private final OpenVault vault;
    private final Connector connector;
    private final Clock clock;
    private final Map<RemoteId, Known> checks = new ConcurrentHashMap<>();

    /** @param of when the remote that was asked had been changed last */
    private record Known(Instant of, Check check) {}

    /** Nothing is asked for yet. */
    public Connections(OpenVault vault, Connector connector, Clock clock) {
        this.vault = vault;
        this.connector = connector;
        this.clock = clock;
    }

    /** What is known of the API of a remote's vendor; empty for a vendor that only a later version of this program knows. */
    public static Optional<VendorContract> contract(Remote remote) {
        return Vendor.of(remote.vendor()).map(VendorContracts::of);
    }

    /** Settings in the form in which they are stored. */
    public static Map<String, String> tidy(VendorContract contract, Map<String, String> typed) {
        return Place.tidy(contract, typed);
    }

    /** Where settings lead, for {@code RemoteDetails.place}. */
    public static String place(VendorContract contract, Map<String, String> settings) {
        return Place.of(contract, settings);
    }

    /** What came of the last {@link #check} of a remote since the vault was opened, unless the remote was changed since. */
    public Optional<Check> checked(Remote remote) {
        return Optional.ofNullable(checks.get(remote.id()))
                .filter(known -> known.of().equals(remote.changed()))
                .map(Known::check);
    }

    /**
     * Asks a remote whether it can be worked with, and remembers what came of it.
     *
     * @throws VaultException if the credentials cannot be opened
     */
    public Check check(Remote remote) throws VaultException, InterruptedException {
        Check check;
        try {
            Greeting greeting = visit(remote, RemoteVault::greet);
            check = new Check.Welcome(clock.instant(), greeting);
        } catch (RemoteException e) {
            check = new Check.Troubled(clock.instant(), e.trouble());
        }
        checks.put(remote.id(), new Known(remote.changed(), check));
        return check;
    }

    /**
     * What was filled in, with the credentials that stay as they are.
     *
     * @param typed become the connection's
     * @param base whose credentials stay
     * @param kept ids of those
     */
    public Connection connection(
            Vendor vendor,
            Map<String, String> settings,
            Map<String, SecretValue> typed,
            Optional<Remote> base,
            Set<String> kept)
            throws VaultException {
        Map<String, SecretValue> credentials = new HashMap<>();
        if (base.isPresent() && !kept.isEmpty()) {
            credentials.putAll(vault.remotes().credentials(base.get().id()));
        }
        credentials.entrySet().removeIf(held -> {
            boolean stays = kept.contains(held.getKey()) && !typed.containsKey(held.getKey());
            if (!stays) {
                held.getValue().close();
            }
            return !stays;
        });
        credentials.putAll(typed);
        return new Connection(vendor, settings, credentials);
    }

    /**
     * Starts the practice vault that a remote led to in an earlier run of the program, and has the remote lead to it. What had been put in is gone.
     *
     * @param remote for which {@link Practice#isFor} holds, to a vendor that is known
     * @throws VaultException also {@code PlaceTaken} if another remote leads there by now
     */
    public Remote restart(Remote remote, Practice practice) throws IOException, VaultException {
        VendorContract contract = contract(remote).orElseThrow();
        RemoteDetails before = remote.details();
        try (Connection at = practice.start(contract.vendor())) {
            Map<String, String> settings = new HashMap<>(before.settings());
            contract.fields(Role.ADDRESS)
                    .forEach(field ->
                            settings.put(field.id(), at.setting(field.id()).orElse("")));
            Map<String, String> tidy = tidy(contract, settings);
            RemoteDetails now =
                    new RemoteDetails(before.name(), place(contract, tidy), before.mapping(), before.prefix(), tidy);
            Set<String> kept = new HashSet<>(remote.credentials());
            kept.removeAll(at.credentials().keySet());
            return vault.remotes().change(remote, now, at.credentials(), kept);
        }
    }

    /** Makes sure that what was filled in can be used at all. Nothing is sent. */
    public void require(Connection connection) throws RemoteException {
        connector.open(connection).close();
    }

    /** Asks whether what was filled in lets us in. */
    public Greeting greet(Connection connection) throws RemoteException, InterruptedException {
        return with(connection, RemoteVault::greet);
    }

    /** Hands over every secret that stands at a remote, as the pages come; what came before an exception is no complete list. */
    public void list(Remote remote, Consumer<RemoteSecret> each)
            throws RemoteException, VaultException, InterruptedException {
        visit(remote, open -> {
            open.list(each);
            return open.contract();
        });
    }

    /**
     * Reads one value, which the vault's audit log tells of, and at some vendors theirs too.
     *
     * @param secret from {@link #list}
     * @return to be closed by the caller
     * @throws RemoteException {@code NotFound} if it cannot be named there
     * @throws UnsupportedOperationException if the vendor gives no values, which its contract says
     */
    public SecretValue read(Remote remote, RemoteSecret secret)
            throws RemoteException, VaultException, InterruptedException {
        return visit(remote, open -> {
            RemoteVault.ValueReader reader = open.valueReader().orElseThrow(UnsupportedOperationException::new);
            String id = secret.id().orElseThrow(() -> new RemoteException(new Trouble.NotFound(false)));
            vault.remotes().reading(remote, secret.name());
            return reader.read(id);
        });
    }

    @Override
    public <T extends @Nullable Object> T visit(Remote remote, Visit<T> visit)
            throws RemoteException, VaultException, InterruptedException {
        Remote present = vault.remotes().get(remote.id());
        if (present.paused() || vault.sync().policy().pauseAll()) {
            throw new RemoteException(new Trouble.Paused());
        }
        Vendor vendor =
                Vendor.of(present.vendor()).orElseThrow(() -> new RemoteException(new Trouble.UpgradeNeeded("")));
        try (Connection connection = new Connection(
                vendor, present.details().settings(), vault.remotes().credentials(present.id()))) {
            return this.<T, VaultException>with(connection, visit::run);
        }
    }

    private <T extends @Nullable Object, X extends Exception> T with(Connection connection, Errand<T, X> errand)
            throws X, RemoteException, InterruptedException {
        try (RemoteVault open = connector.open(connection)) {
            return errand.run(open);
        } catch (RemoteException e) {
            if (e.trouble() instanceof Trouble.Cancelled && Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private interface Errand<T extends @Nullable Object, X extends Exception> {
        T run(RemoteVault open) throws X, RemoteException, InterruptedException;
    }
}
