package dev.lockstep.ui.audit;

import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditFilter;
import dev.lockstep.vault.AuditLog;
import dev.lockstep.vault.AuditLog.Damage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A row of the log: an entry, or a place where entries are not as they were written. */
sealed interface AuditRow {
    record Told(AuditEntry entry) implements AuditRow {}

    record Broken(Damage damage) implements AuditRow {}

    /** The number of the newest entry that the row stands for. */
    default long number() {
        return switch (this) {
            case Told told -> told.entry().number();
            case Broken broken -> broken.damage().to();
        };
    }

    /** What a filter lets through of a page, the newest first; damage is never left out. */
    static List<AuditRow> of(AuditLog.Page page, AuditFilter filter) {
        List<AuditRow> rows = new ArrayList<>();
        page.entries().stream().filter(filter::accepts).map(Told::new).forEach(rows::add);
        page.damage().stream().map(Broken::new).forEach(rows::add);
        rows.sort(Comparator.comparingLong(AuditRow::number).reversed());
        return rows;
    }

    /** This row and an older one as one row, if they stand for the same damage. */
    default Optional<AuditRow> joined(AuditRow older) {
        if (this instanceof Broken newer && older instanceof Broken former) {
            Damage mine = newer.damage();
            Damage other = former.damage();
            if (other.kind() == mine.kind() && other.to() == mine.from() - 1) {
                return Optional.of(new Broken(new Damage(other.from(), mine.to(), mine.kind())));
            }
        }
        return Optional.empty();
    }
}
