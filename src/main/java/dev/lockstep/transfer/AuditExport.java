package dev.lockstep.transfer;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditFilter;
import dev.lockstep.vault.AuditLog;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The audit log as a CSV file, oldest entry first: number, time (ISO 8601, UTC), event, name of the secret, its id, how many it stands for,
 * note. Names are in it, values never. Damage stands in its place, as an event of its own.
 */
public final class AuditExport {
    private static final int PAGE = 500;

    private final AuditLog log;
    private final AuditFilter filter;

    /** @param filter which entries are written; damage always is */
    public AuditExport(AuditLog log, AuditFilter filter) {
        this.log = log;
        this.filter = filter;
    }

    /**
     * Writes the file and has the log tell of it. Interrupting the thread ends it, and then there is no file.
     *
     * @param replace whether a file may be there already
     * @throws ExportException if it cannot be written, {@code EXISTS} among others
     */
    public void write(Path target, boolean replace, Progress progress)
            throws ExportException, VaultException, InterruptedException {
        Path absolute = target.toAbsolutePath();
        try (PrivateFile file = new PrivateFile(absolute)) {
            file.write(CsvText.row("number", "time", "event", "secret", "secret_id", "count", "note"));
            long size = log.size();
            for (long from = 1; from <= size; from += PAGE) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                page(file, log.page(from, (int) Math.min(PAGE, size - from + 1)));
                progress.at(Math.min(size, from + PAGE - 1), size);
            }
            file.keep(replace);
        } catch (IOException e) {
            throw ExportException.of(e, absolute.getParent() == null ? absolute : absolute.getParent());
        }
        log.exported(String.valueOf(absolute.getFileName()));
    }

    private void page(PrivateFile file, AuditLog.Page page) throws IOException {
        int next = 0;
        for (AuditLog.Damage damage : page.damage()) {
            while (next < page.entries().size() && page.entries().get(next).number() < damage.from()) {
                entry(file, page.entries().get(next++));
            }
            damage(file, damage);
        }
        while (next < page.entries().size()) {
            entry(file, page.entries().get(next++));
        }
    }

    private void entry(PrivateFile file, AuditEntry entry) throws IOException {
        if (filter.accepts(entry)) {
            file.write(CsvText.row(
                    Long.toString(entry.number()),
                    entry.when().toString(),
                    entry.event().name(),
                    entry.name(),
                    entry.subject().map(SecretId::toString).orElse(""),
                    Integer.toString(entry.count()),
                    entry.note()));
        }
    }

    private static void damage(PrivateFile file, AuditLog.Damage damage) throws IOException {
        file.write(CsvText.row(
                Long.toString(damage.from()),
                "",
                "DAMAGE_" + damage.kind().name(),
                "",
                "",
                Long.toString(damage.to() - damage.from() + 1),
                damage.from() + " to " + damage.to()));
    }
}
