package dev.lockstep.ui.importing;

import dev.lockstep.naming.NamingRule;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.SecretCollection;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What was read from the file, as rows with a choice each. The values are overwritten when it is emptied. */
final class Comparing {
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ImportProblem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(new Tally(0, 0, 0));
    private List<Importing.Item> items = List.of();
    private @Nullable ImportSource source;
    private boolean many;

    ObservableList<ImportRow> rows() {
        return rows;
    }

    /** What is to be told about lines of the file. */
    ObservableList<ImportProblem> problems() {
        return problems;
    }

    ReadOnlyObjectProperty<Tally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return source == null;
    }

    /** The names and values for the vault; they stay this object's to close. */
    List<Importing.Item> items() {
        return items;
    }

    List<Importing.Choice> choices() {
        return rows.stream().map(row -> row.choiceProperty().get()).toList();
    }

    void fill(ImportSource read) {
        clear();
        source = read;
        List<ImportEntry> entries = read.entries();
        items = entries.stream().map(entry -> item(entry)).toList();
        problems.setAll(read.problems());
        rows.setAll(IntStream.range(0, entries.size())
                .mapToObj(i -> new ImportRow(
                        i,
                        entries.get(i).name(),
                        entries.get(i).place().line(),
                        entries.get(i).value().size()))
                .toList());
        rows.forEach(row -> row.choiceProperty().subscribe(choice -> count()));
    }

    /** Takes over how each row compares with the collection. */
    void compared(List<Importing.Comparison> found, SecretCollection into) {
        NamingRule rule = NamingRules.byId(into.rule()).orElse(NamingRules.FREE);
        atOnce(() -> rows.forEach(row -> row.compared(
                found.get(row.index()),
                rule.check(row.name()).problems().stream().findFirst())));
    }

    /** Makes one choice for all rows; names that the rule refuses can be added all the same. */
    void choose(Bulk bulk) {
        atOnce(() -> rows.forEach(
                row -> row.choiceProperty().set(bulk.of(row.comparisonProperty().get()))));
    }

    /** Overwrites the values and forgets the rows. */
    void clear() {
        rows.clear();
        problems.clear();
        items = List.of();
        if (source != null) {
            source.close();
            source = null;
        }
    }

    private void atOnce(Runnable changes) {
        many = true;
        changes.run();
        many = false;
        count();
    }

    private void count() {
        if (!many) {
            tally.set(Tally.of(choices()));
        }
    }

    private static Importing.Item item(ImportEntry entry) {
        ImportEntry.Extras extras = entry.extras();
        return new Importing.Item(entry.name(), entry.value(), extras.description(), extras.tags(), extras.rotateBy());
    }
}
