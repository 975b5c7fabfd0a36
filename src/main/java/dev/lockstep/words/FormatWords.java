package dev.lockstep.words;

import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.export.ExportFormat;

/** What the formats of import and export are called, and what they are. */
public final class FormatWords {
    private FormatWords() {}

    /** A short name. */
    public static String name(ImportFormat format) {
        return name(format.id());
    }

    /** A short name. */
    public static String name(ExportFormat format) {
        return name(format.id());
    }

    private static String name(String id) {
        return switch (id) {
            case "bundle" -> Text.of("format.bundle");
            case "keepass" -> Text.of("format.keepass");
            case "keepass-xml" -> Text.of("format.keepass-xml");
            case "bitwarden" -> Text.of("format.bitwarden");
            case "1pux" -> Text.of("format.1pux");
            case "vault-kv" -> Text.of("format.vault-kv");
            case "doppler" -> Text.of("format.doppler");
            case "infisical" -> Text.of("format.infisical");
            case "json" -> Text.of("format.json");
            case "csv" -> Text.of("format.csv");
            case "dotenv" -> Text.of("format.dotenv");
            case "folder" -> Text.of("format.folder");
            case "pass" -> Text.of("format.pass");
            case "kubernetes" -> Text.of("format.kubernetes");
            case "env-example" -> Text.of("format.env-example");
            default -> id;
        };
    }

    /** What it is and where it comes from, in one line; empty of a format that nobody found words for. */
    public static String about(ImportFormat format) {
        return switch (format.id()) {
            case "bundle" -> Text.of("format.bundle.from");
            case "keepass" -> Text.of("format.keepass.from");
            case "keepass-xml" -> Text.of("format.keepass-xml.from");
            case "bitwarden" -> Text.of("format.bitwarden.from");
            case "1pux" -> Text.of("format.1pux.from");
            case "vault-kv" -> Text.of("format.vault-kv.from");
            case "doppler" -> Text.of("format.doppler.from");
            case "infisical" -> Text.of("format.infisical.from");
            case "json" -> Text.of("format.json.from");
            case "csv" -> Text.of("format.csv.from");
            case "dotenv" -> Text.of("format.dotenv.from");
            case "folder" -> Text.of("format.folder.from");
            case "pass" -> Text.of("format.pass.from");
            default -> "";
        };
    }

    /** What it is for, in one line; empty of a format that nobody found words for. */
    public static String about(ExportFormat format) {
        return switch (format.id()) {
            case "bundle" -> Text.of("format.bundle.to");
            case "dotenv" -> Text.of("format.dotenv.to");
            case "json" -> Text.of("format.json.to");
            case "csv" -> Text.of("format.csv.to");
            case "kubernetes" -> Text.of("format.kubernetes.to");
            case "env-example" -> Text.of("format.env-example.to");
            default -> "";
        };
    }
}
