package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.practice.KvQuirk;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes that were done and whose answers never came, and what is known of them later. */
class UnansweredTest extends SyncTrial {
    private void sent(Remote remote, Entry secret, Action action, Optional<ValueMark> value) throws Exception {
        ground.ledgers().<Object>change(remote.id(), change -> {
            LedgerLine line = change.line(secret.name());
            change.put(line.intending(new Intent(
                    action,
                    RowId.random(new SecureRandom()),
                    secret.id(),
                    value,
                    ground.clock().instant(),
                    line.observed())));
            return "";
        });
    }

    private ValueMark mark(Remote remote, Entry secret, String text) throws Exception {
        try (SecretValue value = Act.value(text)) {
            return new ValueMark(
                    Fingerprint.of(ground.vault().sync().fingerprints().of(remote.id(), secret.name(), value)),
                    secret.valueVersion());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VOXIMPLANT", "HOOKLISTENER", "KV_V2"})
    void aValueThatIsReadBackIsKnownByTheTracesOfOurOwnWrite(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry secret = ground.pushed(remote, "OURS", "a");
        ground.pass(LATER);
        checked(remote);
        Entry edited = ground.edit(secret.id(), "b");
        sent(remote, edited, Action.UPDATE, Optional.of(mark(remote, edited, "b")));
        ground.change(vendor, "OURS", "b");
        ground.pass(LATER);
        ground.sync().verify(remote, Set.of("OURS"), CheckProgress.UNTOLD);
        assertEquals(Operation.UNCHANGED, row(checked(remote), secret.id()).operation());
    }

    @Test
    void aValueTellsWhatBecameOfAWriteWhereVersionsAreKeptBack() throws Exception {
        KvSimulator kept =
                ground.closing(new KvSimulator(ground.executor(), ground.clock(), KvQuirk.METADATA_KEPT_BACK));
        Remote remote = ground.remote(Vendor.KV_V2, kept.address());
        Entry secret = ground.pushed(remote, "OURS", "a");
        sent(remote, secret, Action.UPDATE, Optional.of(mark(remote, secret, "a")));
        ground.pass(LATER);
        assertEquals(Operation.UPDATE, row(checked(remote), secret.id()).operation());
        ground.sync().verify(remote, Set.of("OURS"), CheckProgress.UNTOLD);
        assertEquals(Operation.UNCHANGED, row(checked(remote), secret.id()).operation());
    }

    @Test
    void afterADeletionThatAListTellsOfAPlanHoldsWhileNothingChanges() throws Exception {
        Remote remote = remote(Vendor.KV_V2, Direction.PUSH, true);
        Entry secret = ground.pushed(remote, "OURS", "a");
        sent(remote, secret, Action.DELETE, Optional.empty());
        ground.delete(Vendor.KV_V2, "OURS");
        ground.vault().secrets().trash(List.of(secret.id()));
        ground.add("OURS", "b");
        ground.pass(LATER);
        Plan plan = checked(remote);
        assertEquals(1, applied(plan).tally().done(Action.CREATE));
    }
}
