package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.transfer.AuditExport;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.AuditFilter;
import dev.lockstep.vault.AuditLog;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Lists what was done with the vault, oldest first, or writes it to a file. What is not as it was written is told in its place. */
final class AuditCommand implements Command {
    private static final int PAGE = 500;
    private static final int USUAL = 50;

    private final Given<String> text = Given.optional(0, "TEXT", Text.of("cli.audit.text"));
    private final Given<AuditEvent> event = Given.choice("--event", AuditEvent.class, Text.of("cli.audit.event"));
    private final Given<Integer> last = Given.number("--last", "N", Text.of("cli.audit.last"));
    private final Given<Boolean> all = Given.flag("--all", Text.of("cli.audit.all"));
    private final Given<Path> export = Given.file("--export", "FILE", Text.of("cli.audit.export"));
    private final Given<Boolean> replace = Given.flag("--replace", Text.of("cli.audit.replace"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "audit", Text.of("cli.audit"), text, event, last, all, export, replace);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            if (export.get().isPresent()) {
                new AuditExport(vault.audit(), filter()).write(export.get().get(), replace.isSet(), Progress.UNTOLD);
                invocation
                        .output()
                        .line(Text.of("cli.audit.exported", export.get().get()));
                return ExitCode.OK;
            }
            return write(vault.audit(), invocation.output());
        }
    }

    private AuditFilter filter() {
        EnumSet<AuditEvent> events = event.get().map(EnumSet::of).orElseGet(() -> EnumSet.allOf(AuditEvent.class));
        return new AuditFilter(text.get().orElse(""), events, Optional.empty(), Instant.EPOCH);
    }

    private ExitCode write(AuditLog log, Output output) throws Exception {
        AuditFilter filter = filter();
        List<AuditEntry> entries = new ArrayList<>();
        List<AuditLog.Damage> damage = new ArrayList<>();
        long size = log.size();
        long first = all.isSet() ? 1 : Math.max(1, size - last.get().orElse(USUAL) + 1);
        for (long from = first; from <= size; from += PAGE) {
            AuditLog.Page page = log.page(from, (int) Math.min(PAGE, size - from + 1));
            page.entries().stream().filter(filter::accepts).forEach(entries::add);
            damage.addAll(page.damage());
        }
        if (output.isJson()) {
            output.object(json -> {
                Output.array(json, "entries", entries, AuditCommand::members);
                Output.array(json, "damage", damage, AuditCommand::members);
            });
        } else {
            lines(output, entries, damage);
        }
        return damage.isEmpty() ? ExitCode.OK : ExitCode.NOT_FOUND;
    }

    private static void lines(Output output, List<AuditEntry> entries, List<AuditLog.Damage> damage)
            throws IOException {
        for (AuditEntry entry : entries) {
            output.row(entry.number(), entry.when(), Choices.word(entry.event()), entry.name(), entry.note());
        }
        for (AuditLog.Damage each : damage) {
            output.line(Text.of("cli.audit.damage", each.from(), each.to(), Choices.word(each.kind())));
        }
    }

    private static void members(JsonGenerator json, AuditEntry entry) throws IOException {
        json.writeNumberField("number", entry.number());
        json.writeStringField("time", entry.when().toString());
        json.writeStringField("event", Choices.word(entry.event()));
        json.writeStringField("name", entry.name());
        json.writeNumberField("count", entry.count());
        json.writeStringField("note", entry.note());
    }

    private static void members(JsonGenerator json, AuditLog.Damage damage) throws IOException {
        json.writeNumberField("from", damage.from());
        json.writeNumberField("to", damage.to());
        json.writeStringField("kind", Choices.word(damage.kind()));
    }
}
