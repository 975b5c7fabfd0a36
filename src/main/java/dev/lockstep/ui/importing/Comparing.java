package dev.lockstep.ui.importing;

import dev.lockstep.naming.NamingRule;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.SecretCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What was read, as rows with a choice each. The values are overwritten when it is emptied. */
final class Comparing {
    private final Sifting sifting = new Sifting();
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(new Tally(0, 0, 0));
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private List<Importing.Item> items = List.of();
    private @Nullable ImportSource source;

    Sifting sifting() {
        return sifting;
    }

    /** How many rows are added, replaced and skipped. */
    ReadOnlyObjectProperty<Tally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    /** Grows by one whenever choices are made. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return source == null;
    }

    /** What the source held, and where it goes. */
    List<Holding> holdings() {
        ImportSource read = source;
        return read == null ? List.of() : read.holdings();
    }

    /** The names and values for the vault; they stay this object's to close. */
    List<Importing.Item> items() {
        return items;
    }

    List<Importing.Choice> choices() {
        return sifting.all().stream().map(ImportRow::choice).toList();
    }

    void fill(ImportSource read) {
        clear();
        source = read;
        items = read.entries().stream().map(Comparing::item).toList();
        sifting.fill(read.problems());
    }

    /** What makes rows of all that was read, for another thread. */
    Rows rows() {
        ImportSource read = source;
        return new Rows(read == null ? List.of() : read.entries());
    }

    /** Entries before they are compared. */
    record Rows(List<ImportEntry> entries) {
        /** Takes a while where there are many. */
        List<ImportRow> of(List<Importing.Comparison> found, SecretCollection into) {
            NamingRule rule = NamingRules.byId(into.rule()).orElse(NamingRules.FREE);
            List<ImportRow> rows = new ArrayList<>(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                ImportEntry entry = entries.get(i);
                rows.add(new ImportRow(
                        entry,
                        found.get(i),
                        rule.check(entry.name()).problems().stream().findFirst()));
            }
            return rows;
        }
    }

    void compared(List<ImportRow> rows) {
        sifting.rows(rows);
        count();
    }

    /** Makes one choice for all rows; names that the rule refuses can be added all the same. */
    void choose(Bulk bulk) {
        sifting.all().forEach(row -> row.choose(bulk.of(row.comparison())));
        count();
    }

    void choose(ImportRow row, Importing.Choice choice) {
        row.choose(choice);
        count();
    }

    /** Makes the other choice for each of some rows, where there is one. */
    void turn(Collection<ImportRow> rows) {
        rows.forEach(row ->
                row.choose(row.choice() == Importing.Choice.SKIP ? row.choices().getFirst() : Importing.Choice.SKIP));
        count();
    }

    /** Overwrites the values and forgets the rows. */
    void clear() {
        sifting.clear();
        items = List.of();
        if (source != null) {
            source.close();
            source = null;
        }
    }

    private void count() {
        tally.set(Tally.of(choices()));
        changes.set(changes.get() + 1);
    }

    private static Importing.Item item(ImportEntry entry) {
        ImportEntry.Extras extras = entry.extras();
        return new Importing.Item(entry.name(), entry.value(), extras.description(), extras.tags(), extras.rotateBy());
    }
}
