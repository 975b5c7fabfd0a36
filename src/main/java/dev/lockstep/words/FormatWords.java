package dev.lockstep.words;

import dev.lockstep.transfer.ImportFormat;

/** What the formats are called that can be imported, and what they are. */
public final class FormatWords {
    private FormatWords() {}

    /** A short name. */
    public static String name(ImportFormat format) {
        return switch (format.id()) {
            case "dotenv" -> Text.of("format.dotenv");
            case "csv" -> Text.of("format.csv");
            case "folder" -> Text.of("format.folder");
            case "1pux" -> Text.of("format.1pux");
            default -> format.id();
        };
    }

    /** What it is and where it comes from, in one line; empty of a format that nobody found words for. */
    public static String about(ImportFormat format) {
        return switch (format.id()) {
            case "dotenv" -> Text.of("format.dotenv.about");
            case "csv" -> Text.of("format.csv.about");
            case "folder" -> Text.of("format.folder.about");
            case "1pux" -> Text.of("format.1pux.about");
            default -> "";
        };
    }
}
