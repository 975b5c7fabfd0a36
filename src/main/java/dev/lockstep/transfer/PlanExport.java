package dev.lockstep.transfer;

import dev.lockstep.sync.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;

/** A plan as a file for somebody else to look at: names and reasons, but no value, no fingerprint and no length of either. */
public final class PlanExport {
    private final Plan plan;
    private final PlanWording words;

    /** How it is written. */
    public enum Format {
        JSON,
        MARKDOWN
    }

    public PlanExport(Plan plan, PlanWording words) {
        this.plan = plan;
        this.words = words;
    }

    /** What stands in the file. */
    public String text(Format format) {
        return switch (format) {
            case JSON -> new PlanJson(plan, words).text();
            case MARKDOWN -> new PlanMarkdown(plan, words).text();
        };
    }

    /**
     * Writes the file.
     *
     * @param replace whether a file may be there already
     * @throws ExportException if it cannot be written, {@code EXISTS} among others
     */
    public void write(Path target, boolean replace, Format format) throws ExportException {
        Path absolute = target.toAbsolutePath();
        try (PrivateFile file = new PrivateFile(absolute)) {
            file.write(text(format));
            file.keep(replace);
        } catch (IOException e) {
            throw ExportException.of(e, absolute.getParent() == null ? absolute : absolute.getParent());
        }
    }
}
