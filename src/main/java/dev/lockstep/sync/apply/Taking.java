package dev.lockstep.sync.apply;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import java.time.Instant;
import java.util.Optional;

/** Makes ready what is to be taken over from a vendor: the name alone, or the value. Nothing is written there. */
final class Taking {
    private final Site site;
    private final Local local;
    private final OpenVault vault;

    Taking(Site site, Local local, OpenVault vault) {
        this.site = site;
        this.local = local;
        this.vault = vault;
    }

    /** Makes what stands there ours, whatever its value is. */
    Deed adopt(RowKey row) throws VaultException {
        SecretId secret = row.secret().orElseThrow();
        local.entry(secret);
        Instant now = site.clock().instant();
        Take.Keeping keeping = change -> {
            LedgerLine line = change.line(row.there());
            Observed seen =
                    line.observed().filter(free -> line.entry().isEmpty()).orElseThrow(Taking::changed);
            change.put(line.owned(LedgerEntry.adopted(secret, seen, now)));
            change.note(AuditEvent.SYNC_ADOPTED, secret, row.there());
        };
        return new Take(Action.ADOPT, () -> new Take.Taken(Optional.empty(), keeping));
    }

    /** Makes a secret here of what is only there. */
    Deed pullNew(RowKey row) {
        return reading(row, Action.PULL_NEW, (value, seen) -> {
            Fingerprint fingerprint = local.fingerprint(row, value);
            Instant now = site.clock().instant();
            return change -> {
                LedgerLine line = change.line(row.there());
                if (line.entry().isPresent() || line.intent().isPresent()) {
                    throw changed();
                }
                Entry made = change.create(SecretDetails.named(site.remote().collection(), row.there()), value);
                LedgerEntry ours = new LedgerEntry(
                        made.id(), Claim.PULLED, seen.vendorId(), Optional.empty(), seen.traces(), now, Result.DONE);
                change.put(known(line, ours, seen, new ValueMark(fingerprint, made.valueVersion()), now));
            };
        });
    }

    /** Gives the secret here the value there; the one that it had stays in its history. */
    Deed pullVersion(RowKey row) {
        SecretId secret = row.secret().orElseThrow();
        return reading(row, Action.PULL_VERSION, (value, seen) -> {
            Entry base = local.entry(secret);
            boolean same;
            try (SecretValue present = local.value(secret)) {
                same = present.sameAs(value);
            }
            Fingerprint fingerprint = local.fingerprint(row, value);
            Instant now = site.clock().instant();
            return change -> {
                LedgerLine line = change.line(row.there());
                LedgerEntry ours = line.entry()
                        .filter(entry -> entry.secret().equals(secret))
                        .filter(entry -> line.intent().isEmpty())
                        .orElseThrow(Taking::changed);
                Entry made = same ? base : change.replace(base, value);
                change.put(known(line, ours, seen, new ValueMark(fingerprint, made.valueVersion()), now));
            };
        });
    }

    private static LedgerLine known(LedgerLine line, LedgerEntry ours, Observed seen, ValueMark value, Instant now) {
        Observed read = seen.verified(value.fingerprint(), now);
        return line.owned(ours.acknowledged(value, seen, now)).seen(Optional.of(read));
    }

    private Deed reading(RowKey row, Action action, Weighing weighing) {
        return new Take(action, () -> {
            LedgerLine line = site.ledgers().line(site.id(), row.there());
            RemoteVault.ValueReader reader = site.open().valueReader().orElseThrow(Taking::notThere);
            Observed seen = seen(line);
            String id = Closing.vendorId(line.seen(Optional.of(seen))).orElseThrow(Taking::notThere);
            vault.remotes().reading(site.remote(), row.there());
            SecretValue value = reader.read(id);
            try {
                return new Take.Taken(Optional.of(value), weighing.weigh(value, seen));
            } catch (VaultException e) {
                value.close();
                throw e;
            }
        });
    }

    private interface Weighing {
        Take.Keeping weigh(SecretValue value, Observed seen) throws VaultException;
    }

    /** What was seen there before the value is read: if it is changed in between, that shows later. */
    private Observed seen(LedgerLine line) throws RemoteException {
        Observed listed = line.observed().orElseThrow(Taking::notThere);
        Optional<RemoteVault.Inspector> inspector =
                site.open().inspector().filter(able -> site.open().contract().can(Capability.VERSIONS));
        Optional<String> id = Closing.vendorId(line);
        if (inspector.isEmpty() || id.isEmpty()) {
            return listed;
        }
        RemoteSecret told = inspector.get().inspect(id.get());
        return listed.again(told);
    }

    private static RemoteException notThere() {
        return new RemoteException(new Trouble.NotFound(false));
    }

    private static VaultException changed() {
        return new VaultException(new Failure.ChangedMeanwhile());
    }
}
