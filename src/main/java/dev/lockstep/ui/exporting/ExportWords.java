package dev.lockstep.ui.exporting;

import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportFormat.Detail;
import dev.lockstep.transfer.export.ExportFormat.Objection;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the export. */
final class ExportWords {
    private ExportWords() {}

    static String choice(Choice choice, int count) {
        return switch (choice) {
            case Choice.Selected selected -> Text.of("exporting.choice.selected", count);
            case Choice.Shown shown -> Text.of("exporting.choice.shown", count);
            case Choice.InCollection in ->
                Text.of(
                        "exporting.choice.collection",
                        Legible.line(in.collection().title()),
                        count);
            case Choice.All all -> Text.of("exporting.choice.all", count);
        };
    }

    /** What a file with these is called, without its date. */
    static String fileName(Choice choice, String vault) {
        return switch (choice) {
            case Choice.InCollection in -> in.collection().title();
            case Choice.Selected selected -> vault;
            case Choice.Shown shown -> vault;
            case Choice.All all -> vault;
        };
    }

    /** What of a secret a format cannot keep, in one sentence; empty if it keeps everything. */
    static String lost(ExportFormat format) {
        String lost = Arrays.stream(Detail.values())
                .filter(detail -> !format.keeps().contains(detail))
                .map(ExportWords::detail)
                .collect(Collectors.joining(", "));
        return lost.isEmpty() ? "" : Text.of("exporting.lost", lost);
    }

    private static String detail(Detail detail) {
        return switch (detail) {
            case COLLECTION -> Text.of("exporting.detail.collection");
            case DESCRIPTION -> Text.of("exporting.detail.description");
            case TAGS -> Text.of("exporting.detail.tags");
            case ROTATE_BY -> Text.of("exporting.detail.rotate-by");
        };
    }

    static String objections(Set<Objection> objections) {
        return objections.stream().map(ExportWords::objection).collect(Collectors.joining(" "));
    }

    private static String objection(Objection objection) {
        return switch (objection) {
            case NO_PASSPHRASE -> Text.of("exporting.objection.passphrase");
            case OBJECT_NAME -> Text.of("exporting.objection.object-name");
            case NAMESPACE -> Text.of("exporting.objection.namespace");
        };
    }
}
