package dev.lockstep.sync.apply;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.RowKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes ready what is to be written at a vendor. For one thread at a time. */
final class Pushing {
    private final Site site;
    private final Local local;
    private final Map<SecretId, SecretValue> opened = new HashMap<>();

    Pushing(Site site, Local local) {
        this.site = site;
        this.local = local;
    }

    /** Opens the values together that rows will send; {@link #close} closes those that no row took. */
    void open(Collection<SecretId> secrets) {
        try {
            opened.putAll(local.values(secrets));
        } catch (VaultException e) {
            // Each row is told why when it asks for its own.
            close();
        }
    }

    void close() {
        opened.values().forEach(SecretValue::close);
        opened.clear();
    }

    private SecretValue value(SecretId secret) throws VaultException {
        SecretValue value = opened.remove(secret);
        return value == null ? local.value(secret) : local.checked(secret, value);
    }

    /** Creates a secret there. */
    Deed create(RowKey row) throws VaultException {
        return sending(
                row,
                Action.CREATE,
                (value, before) -> Optional.of(site.open().create(NewSecret.of(row.there(), value))));
    }

    /** Gives what is ours there another value. */
    Deed update(RowKey row) throws VaultException {
        return sending(row, Action.UPDATE, (value, before) -> {
            RemoteVault.Updater updater = site.open().updater().orElseThrow(Pushing::impossible);
            OptionalLong version = before.observed().isPresent()
                    ? before.observed().get().traces().version()
                    : OptionalLong.empty();
            return updater.update(vendorId(before), new RemoteVault.Change(value, Optional.empty(), version));
        });
    }

    private Deed sending(RowKey row, Action action, Sending sending) throws VaultException {
        SecretId secret = row.secret().orElseThrow();
        SecretValue value = value(secret);
        try {
            ValueMark mark = local.mark(row, value, local.entry(secret));
            Push.Cargo cargo = new Push.Cargo(Optional.of(value), Optional.of(mark));
            return new Push(site, row, action, cargo, before -> sending.send(value, before));
        } catch (VaultException e) {
            value.close();
            throw e;
        }
    }

    private interface Sending {
        Optional<RemoteSecret> send(SecretValue value, LedgerLine before) throws RemoteException;
    }

    /** Deletes what is ours there. */
    Deed delete(RowKey row) {
        return new Push(site, row, Action.DELETE, Push.Cargo.NONE, before -> {
            RemoteVault.Deleter deleter = site.open().deleter().orElseThrow(Pushing::impossible);
            deleter.delete(vendorId(before));
            return Optional.empty();
        });
    }

    private static String vendorId(LedgerLine line) throws RemoteException {
        return Closing.vendorId(line).orElseThrow(() -> new RemoteException(new Trouble.NotFound(false)));
    }

    private static RemoteException impossible() {
        return new RemoteException(new Trouble.Refused(""));
    }
}
