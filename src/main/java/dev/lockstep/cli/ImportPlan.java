package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRule;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.HoldingWords;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.NameWords;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an import would do: how each entry compares with the collection, and what becomes of it. The values stay those of the source.
 *
 * @param choices one for each item
 */
record ImportPlan(
        SecretCollection into,
        ImportSource source,
        List<Importing.Item> items,
        List<Importing.Comparison> comparisons,
        List<Importing.Choice> choices) {

    static ImportPlan of(
            Importing importing, SecretCollection into, ImportSource source, ImportCommand.OnConflict onConflict)
            throws VaultException {
        List<Importing.Item> items =
                source.entries().stream().map(ImportPlan::item).toList();
        List<Importing.Comparison> comparisons = importing.compare(into.id(), items);
        List<Importing.Choice> choices =
                comparisons.stream().map(found -> choice(found, onConflict)).toList();
        return new ImportPlan(into, source, items, comparisons, choices);
    }

    private static Importing.Item item(ImportEntry entry) {
        ImportEntry.Extras extras = entry.extras();
        return new Importing.Item(entry.name(), entry.value(), extras.description(), extras.tags(), extras.rotateBy());
    }

    private static Importing.Choice choice(Importing.Comparison comparison, ImportCommand.OnConflict onConflict) {
        return switch (comparison) {
            case NEW -> Importing.Choice.ADD;
            case SAME -> Importing.Choice.SKIP;
            case DIFFERS ->
                onConflict == ImportCommand.OnConflict.REPLACE ? Importing.Choice.REPLACE : Importing.Choice.SKIP;
        };
    }

    /** How many secrets would be written. */
    int writes() {
        return (int) choices.stream()
                .filter(choice -> choice != Importing.Choice.SKIP)
                .count();
    }

    /** Tells everything about it; no value. */
    void write(Output output, String format) throws IOException {
        if (output.isJson()) {
            output.object(json -> {
                json.writeStringField("format", format);
                json.writeStringField("collection", into.title());
                Output.array(
                        json,
                        "entries",
                        IntStream.range(0, items.size()).boxed().toList(),
                        this::entry);
                Output.array(json, "problems", source.problems(), ImportPlan::problem);
                Output.array(json, "holdings", source.holdings(), ImportPlan::holding);
            });
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            String name = items.get(i).name();
            output.row(mark(i), name, warning(name).orElse(""));
        }
        for (ImportProblem problem : source.problems()) {
            String mark = problem.kind().isLost() ? Text.of("cli.import.unusable") : Text.of("cli.import.note");
            output.line(mark + "\t" + ImportWords.of(problem));
        }
        for (Holding.Fate fate : Holding.Fate.values()) {
            String words = HoldingWords.of(fate, source.holdings());
            if (!words.isEmpty()) {
                output.line(words);
            }
        }
    }

    private String mark(int index) {
        return switch (comparisons.get(index)) {
            case NEW -> Text.of("cli.import.new");
            case SAME -> Text.of("cli.import.same");
            case DIFFERS ->
                choices.get(index) == Importing.Choice.REPLACE
                        ? Text.of("cli.import.replaces")
                        : Text.of("cli.import.differs");
        };
    }

    private Optional<String> warning(String name) {
        NamingRule rule = NamingRules.byId(into.rule()).orElse(NamingRules.FREE);
        return rule.check(name).problems().stream().findFirst().map(NameWords::problem);
    }

    private void entry(JsonGenerator json, Integer index) throws IOException {
        String name = items.get(index).name();
        json.writeStringField("name", name);
        json.writeNumberField("size", items.get(index).value().size());
        json.writeStringField("comparison", Choices.word(comparisons.get(index)));
        json.writeStringField("choice", Choices.word(choices.get(index)));
        Output.text(json, "nameProblem", warning(name));
    }

    private static void problem(JsonGenerator json, ImportProblem problem) throws IOException {
        json.writeStringField("kind", Choices.word(problem.kind()));
        json.writeBooleanField("lost", problem.kind().isLost());
        Output.text(json, "name", problem.name());
        json.writeNumberField("line", problem.place().line());
        json.writeStringField("path", problem.place().path());
    }

    private static void holding(JsonGenerator json, Holding holding) throws IOException {
        json.writeStringField("thing", Choices.word(holding.thing()));
        json.writeStringField("fate", Choices.word(holding.fate()));
        json.writeNumberField("count", holding.count());
    }
}
