package dev.lockstep.sync.rotation;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.sync.plan.Standing;
import dev.lockstep.sync.plan.State;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells from a plan how far rotations are. What is in no ledger as ours is no matter of theirs: no former value of ours stands there. */
final class Surveyor {
    private final OpenVault vault;
    private final Map<RemoteId, RemoteLedger> ledgers = new HashMap<>();
    private final Map<SecretId, List<Standing>> standings = new HashMap<>();
    private final Map<RowKey, Row> rows = new HashMap<>();

    /** @param plan over all remotes */
    Surveyor(OpenVault vault, Ledgers known, Plan plan) throws VaultException {
        this.vault = vault;
        for (Remote remote : vault.remotes().all()) {
            ledgers.put(remote.id(), known.load(remote.id()));
        }
        plan.rows().forEach(row -> rows.put(row.key(), row));
        plan.standings().forEach(this::add);
        ledgers.keySet().stream()
                .filter(remote -> !plan.remotes().contains(remote))
                .forEach(this::addUnplanned);
    }

    private void add(Standing standing) {
        standing.key()
                .secret()
                .ifPresent(secret -> standings
                        .computeIfAbsent(secret, first -> new ArrayList<>(2))
                        .add(standing));
    }

    private void addUnplanned(RemoteId remote) {
        RemoteLedger ledger = ledgers.getOrDefault(remote, RemoteLedger.EMPTY);
        ledger.lines()
                .values()
                .forEach(line -> line.entry()
                        .ifPresent(entry -> add(new Standing(
                                new RowKey(remote, Optional.of(entry.secret()), line.name()),
                                new State.CannotTell(State.Why.NEVER_LISTED, Optional.empty())))));
    }

    Survey survey(Rotation rotation) throws VaultException {
        Set<Rotation.Acceptance> accepted = new HashSet<>(rotation.accepted());
        List<Line> lines = new ArrayList<>();
        for (Rotation.Chosen chosen : rotation.chosen()) {
            Optional<Entry> entry = vault.catalog().entry(chosen.secret());
            Optional<Entry> here = entry.filter(found -> found.trashed().isEmpty());
            boolean renewed = here.isPresent() && isRenewed(chosen, here.get());
            List<Cell> cells = new ArrayList<>();
            for (Standing standing : standings.getOrDefault(chosen.secret(), List.of())) {
                cell(accepted, standing, here, renewed).ifPresent(cells::add);
            }
            lines.add(new Line(
                    chosen.secret(), entry.map(Entry::name).orElse(""), here.map(Entry::collection), renewed, cells));
        }
        return new Survey(rotation, lines);
    }

    /** Whether it has another value: a number of its own is not enough, since a former value may have been taken back. */
    private boolean isRenewed(Rotation.Chosen chosen, Entry present) throws VaultException {
        return present.valueVersion() != chosen.replaced()
                && !Rotations.fingerprint(vault.sync(), chosen.secret()).equals(chosen.former());
    }

    private Optional<Cell> cell(
            Set<Rotation.Acceptance> trusted, Standing standing, Optional<Entry> here, boolean renewed) {
        RowKey key = standing.key();
        SecretId secret = key.secret().orElseThrow();
        Optional<LedgerLine> line =
                ledgers.getOrDefault(key.remote(), RemoteLedger.EMPTY).line(key.there());
        Optional<LedgerEntry> entry =
                line.flatMap(LedgerLine::entry).filter(ours -> ours.secret().equals(secret));
        boolean sent = line.flatMap(LedgerLine::intent)
                .filter(intent -> intent.secret().equals(secret))
                .isPresent();
        if (entry.isEmpty() && !sent) {
            return Optional.empty();
        }
        long version = here.map(Entry::valueVersion).orElse(0L);
        boolean acknowledged = entry.flatMap(LedgerEntry::acknowledged)
                .filter(value -> value.version() == version)
                .isPresent();
        Stage stage = Stage.of(standing.state(), renewed, acknowledged);
        boolean blocked = Optional.ofNullable(rows.get(key))
                .filter(row -> row.operation() == Operation.BLOCKED)
                .isPresent();
        boolean acceptable = here.isEmpty() || (renewed && !stage.isDone() && (stage.isUnseen() || blocked));
        boolean accepted = acceptable && trusted.contains(new Rotation.Acceptance(secret, key.remote(), version));
        return Optional.of(new Cell(
                key.remote(),
                secret,
                key.there(),
                version,
                accepted ? Stage.ACCEPTED : stage,
                Optional.of(standing.state()),
                blocked,
                acceptable && !accepted));
    }
}
